const YEARS_FACTOR = 10_000;

/** Both years of a period in one number, 0 for an unknown one (negative). */
export function packPeriod(from: number, to: number): number {
  return Math.max(from, 0) * YEARS_FACTOR + Math.max(to, 0);
}

export function periodOf(packed: number): { from: number | null; to: number | null } {
  return { from: Math.floor(packed / YEARS_FACTOR) || null, to: packed % YEARS_FACTOR || null };
}
