export type YearShare = { year: number; fen: number };

/** The calendar years of a period, first and last included; none while an end is unknown. */
export function yearsOf(startOn: string | null, endOn: string | null): number[] {
  if (startOn === null || endOn === null) return [];
  const [first, last] = [Number(startOn.slice(0, 4)), Number(endOn.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** 推算: an amount in 分 spread evenly over calendar years, the odd 分 to the first. Always to be marked as derived. */
export function evenSplit(totalFen: number, years: number[]): YearShare[] {
  const each = Math.floor(totalFen / years.length);
  const odd = totalFen - each * years.length;
  return years.map((year, at) => ({ year, fen: at === 0 ? each + odd : each }));
}
