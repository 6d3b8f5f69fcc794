/** A part of a whole in per cent, one decimal: `51.7%`. A dash where there is no whole. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? "—" : bpText(Math.round((part * 10_000) / whole));
}

/** Hundredths of a per cent as `51.7%`. */
export function bpText(bp: number): string {
  return `${(bp / 100).toFixed(1)}%`;
}
