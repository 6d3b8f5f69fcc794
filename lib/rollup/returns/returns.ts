import { rateBp } from "@/lib/progress/progress";
import type { Figure } from "../rollup";

/** The four amounts of a year: never one in place of another. */
export const RETURN_AMOUNTS = ["planned", "completed", "inPlace", "paid"] as const;
export type ReturnAmount = (typeof RETURN_AMOUNTS)[number];

/** 完成率, 到位率 of the year's plan and 支付率 of what is in place: a part of a whole, of projects that have both. */
export const RETURN_RATES = {
  completion: ["completed", "planned"],
  inPlace: ["inPlace", "planned"],
  payment: ["paid", "inPlace"],
} as const satisfies Record<string, readonly [part: ReturnAmount, whole: ReturnAmount]>;
export type ReturnRate = keyof typeof RETURN_RATES;
export const RATE_NAMES = Object.keys(RETURN_RATES) as ReturnRate[];

/** What a rollup of returns can be sorted by, besides projects and names; by the names that the API answers with. */
export const RETURN_SORTS = [
  ...RETURN_AMOUNTS,
  "completionRate",
  "inPlaceRate",
  "paymentRate",
] as const;
export type ReturnSort = (typeof RETURN_SORTS)[number];

/** A sum in 分 with how many projects say something; null while none does. */
export type ReturnSum = { fen: number | null; coverage: Figure["coverage"] };

export type ReturnFigures = {
  amounts: Record<ReturnAmount, ReturnSum>;
  /** In hundredths of a per cent; null where no project has both amounts. */
  rates: Record<ReturnRate, { bp: number | null; coverage: Figure["coverage"] }>;
};

/** What is summed: each amount, and for each rate its two sides over the projects that have both. */
export const SUMMED = [
  ...RETURN_AMOUNTS,
  ...RATE_NAMES.flatMap((rate) => [`${rate}:part`, `${rate}:whole`] as const),
];
export type Summed = (typeof SUMMED)[number];

/** The figures of a group from its sums. */
export function figuresOf(sums: (name: Summed) => Figure): ReturnFigures {
  return {
    amounts: byName(RETURN_AMOUNTS, (name) => {
      const { totalInvestmentFen, coverage } = sums(name);
      return { fen: totalInvestmentFen, coverage };
    }),
    rates: byName(RATE_NAMES, (name) => {
      const [part, whole] = [sums(`${name}:part`), sums(`${name}:whole`)];
      return {
        bp: rateBp(part.totalInvestmentFen, whole.totalInvestmentFen),
        coverage: part.coverage,
      };
    }),
  };
}

function byName<Name extends string, Value>(
  names: readonly Name[],
  make: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Value>;
}
