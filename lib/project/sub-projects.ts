import type { SubProject } from "./project";

export type SubProjectSum = {
  sumFen: number;
  /** How many of how many have an amount. */
  known: number;
  of: number;
  /** Sum minus the parent's amount in 分; null while any amount is missing. */
  differenceFen: number | null;
};

/** What the parts of an umbrella project add up to, held against the whole. */
export function sumSubProjects(
  parts: Pick<SubProject, "totalInvestmentFen">[],
  parentFen: number | null,
): SubProjectSum {
  const amounts = parts.flatMap(({ totalInvestmentFen }) => totalInvestmentFen ?? []);
  const sumFen = amounts.reduce((sum, fen) => sum + fen, 0);
  const complete = parentFen !== null && amounts.length === parts.length;
  return {
    sumFen,
    known: amounts.length,
    of: parts.length,
    differenceFen: complete ? sumFen - parentFen : null,
  };
}
