/** A tint for what is derived or cut: readable without colour. */
export const HATCHED = "repeating-linear-gradient(135deg, var(--accent) 0 2px, var(--bar) 2px 5px)";

/** Beyond this ratio to the next one, the longest bar is cut, or the others could not be told apart. */
const CUT_RATIO = 5;

export type Bar = {
  /** 0 to 100. */
  percent: number;
  /** The bar is shorter than its value. */
  cut: boolean;
};

/** A bar for each value in any order, null for what is unknown. A single giant is cut to full width. */
export function barsOf(values: (number | null)[]): (Bar | null)[] {
  const [first = 0, second = 0] = values.filter((one) => one !== null).sort((a, b) => b - a);
  const cut = second > 0 && first > second * CUT_RATIO;
  const full = cut ? second : first;
  return values.map((value) => {
    if (value === null) return null;
    return { percent: full === 0 ? 0 : Math.min(100, (value / full) * 100), cut: value > full };
  });
}
