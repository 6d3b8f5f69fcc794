/** Projects and their money. `totalInvestmentFen` is null when no amount is known: unknown is not zero. */
export type Sum = {
  projects: number;
  /** How many of the projects have an amount. */
  known: number;
  totalInvestmentFen: number | null;
};

/** The sum of sums. */
export function addUp(sums: Sum[]): Sum {
  const known = sums.reduce((n, sum) => n + sum.known, 0);
  return {
    projects: sums.reduce((n, sum) => n + sum.projects, 0),
    known,
    totalInvestmentFen:
      known === 0 ? null : sums.reduce((fen, sum) => fen + (sum.totalInvestmentFen ?? 0), 0),
  };
}
