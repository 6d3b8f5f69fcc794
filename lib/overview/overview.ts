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

/** The share of a part in per mille, for printing with one decimal; null without a whole. */
export function sharePermille(partFen: number, wholeFen: number | null): number | null {
  return wholeFen === null || wholeFen === 0 ? null : Math.round((partFen * 1000) / wholeFen);
}

/** Beyond this ratio to the next one, the longest bar is cut, or the others could not be told apart. */
const CUT_RATIO = 3;

export type Bar = {
  /** 0 to 100. */
  percent: number;
  /** The bar is shorter than its amount: hatched. */
  cut: boolean;
};

/** The bars of amounts in falling order; null where the amount is unknown. A single giant is cut to full width. */
export function bars(amounts: (number | null)[]): (Bar | null)[] {
  const [first = 0, second = 0] = amounts.filter((amount) => amount !== null);
  const cut = second > 0 && first > second * CUT_RATIO;
  const full = cut ? second : first;
  return amounts.map((amount) => {
    if (amount === null) return null;
    return { percent: full === 0 ? 0 : Math.min(100, (amount / full) * 100), cut: amount > full };
  });
}
