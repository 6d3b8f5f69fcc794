import type { Mark, ProjectReading } from "@/lib/document/document";
import { markOf, oddity } from "@/lib/document/marks";
import { plain } from "../values/plain";
import type { Statement } from "./sums";

/**
 * Parts of another project: 1.1 below 1, （1） among plain numbers, 其中：…. Their amounts may stand in that project's
 * amount too. A row without a number among numbered ones may be the second line of the project above it.
 */
export function markParts(projects: ProjectReading[]): void {
  const numbered = projects.some(({ seq }) => seq !== null);
  for (const { name, seq, sources, row, issues } of projects) {
    const number = seq === null ? plain(sources.seq?.raw ?? "") : "";
    const raw = partOf(number, numbered) ? number : /^其中[:：]/.test(name) ? name : null;
    const place = { row, column: (sources.seq ?? sources.name)?.column ?? null };
    if (raw !== null) issues.push(markOf(oddity("sub_item", { raw }), "totalInvestmentWan", place));
    else if (numbered && !sources.seq) issues.push(markOf(oddity("cell_unsure"), "name", place));
  }
}

function partOf(number: string, numbered: boolean): boolean {
  return /^\d+(?:[.-]\d+)+$/.test(number) || (numbered && /^\(\d+\)$/.test(number));
}

/** Gaps and repetitions in the numbers (each category may count from 1 again), and names that stand twice. */
export function numberingMarks(
  projects: ProjectReading[],
  statements: Statement[],
  column: number,
): Mark[] {
  const restarts = new Set(
    statements
      .filter(({ kind }) => kind === "category" || kind === "subtotal")
      .map(({ after }) => after),
  );
  const marks: Mark[] = [];
  const names = new Map<string, ProjectReading>();
  let seen = new Set<number>();
  let last: number | null = null;
  projects.forEach((project, index) => {
    const { seq, row } = project;
    const name = plain(project.name);
    const twin = names.get(name);
    if (twin) {
      const nameColumn = project.sources.name?.column ?? null;
      const parameters = { name: project.name, row: twin.seq ?? twin.row + 1 };
      project.issues.push(
        markOf(oddity("duplicate_name", parameters), "name", { row, column: nameColumn }),
      );
    }
    names.set(name, project);
    if (seq === null) return;
    if (restarts.has(index) && seq === 1) {
      seen = new Set();
      last = null;
    }
    if (seen.has(seq)) marks.push(markOf(oddity("seq_duplicate", { seq }), "seq", { row, column }));
    else if (seq !== (last ?? 0) + 1)
      marks.push(
        markOf(oddity("seq_gap", { expected: (last ?? 0) + 1, seq }), "seq", { row, column }),
      );
    seen.add(seq);
    last = seq;
  });
  return marks;
}
