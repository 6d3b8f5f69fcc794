import type { Mark, ProjectReading } from "@/lib/document/document";
import { markOf, oddity } from "@/lib/document/marks";

/** A row that says how much, or how many, others are: a category with its sum, a subtotal, the total. */
export type Statement = {
  kind: "category" | "subtotal" | "total";
  row: number;
  column: number;
  /** How many projects stand above it. */
  after: number;
  /** 一、 is 1, （一） is 2; 0 for subtotals and totals. */
  level: number;
  wan: number | null;
  count: number | null;
};

/** Sums and counts that the rows do not add up to. A total may stand above its projects or below them. */
export function sumMarks(projects: ProjectReading[], statements: Statement[]): Mark[] {
  return statements.flatMap((statement, index) => {
    const ranges = rangesOf(statement, index, statements, projects.length);
    const sums = ranges.map(([from, to]) => figuresOf(projects.slice(from, to)));
    const place = { row: statement.row, column: statement.column < 0 ? null : statement.column };
    const code = statement.kind === "total" ? "total_differs" : "subtotal_differs";
    const marks: Mark[] = [];
    const [likely] = sums;
    if (!likely) return marks;
    const { wan, count } = statement;
    if (wan !== null && !sums.some((sum) => Math.abs(sum.wan - wan) < 0.005))
      marks.push(
        markOf(oddity(code, { stated: wan, computed: likely.wan }), "totalInvestmentWan", place),
      );
    if (count !== null && !sums.some((sum) => sum.count === count))
      marks.push(
        markOf(oddity("count_differs", { stated: count, counted: likely.count }), null, place),
      );
    return marks;
  });
}

/** The projects a statement may speak of, the likeliest range first. */
function rangesOf(
  statement: Statement,
  index: number,
  statements: Statement[],
  all: number,
): [from: number, to: number][] {
  const { kind, after, level } = statement;
  if (kind === "total") return [[0, all]];
  if (kind === "category") {
    const next = statements
      .slice(index + 1)
      .find((one) => one.kind === "total" || (one.kind === "category" && one.level <= level));
    return [[after, next?.kind === "total" && next.after === after ? all : (next?.after ?? all)]];
  }
  const before = statements.slice(0, index);
  const lastAny = before.findLast((one) => one.kind !== "total");
  const lastSubtotal = before.findLast((one) => one.kind === "subtotal");
  const lastTop = before.findLast((one) => one.kind === "category" && one.level === 1);
  const next = statements.slice(index + 1).find((one) => one.kind === "subtotal");
  return [
    [lastAny?.after ?? 0, after],
    [lastSubtotal?.after ?? 0, after],
    [lastTop?.after ?? 0, after],
    ...(lastAny && lastAny.after < after ? [] : [[after, next?.after ?? all] as [number, number]]),
  ];
}

function figuresOf(projects: ProjectReading[]): { wan: number; count: number } {
  const wan = projects.reduce((sum, { totalInvestmentWan }) => sum + (totalInvestmentWan ?? 0), 0);
  return { wan: Number(wan.toFixed(6)), count: projects.length };
}
