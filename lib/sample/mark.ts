/** What every file of a ledger of 演示数据 is called after, in both languages: it must be seen wherever the file goes. */
export const SAMPLE_MARK = "演示数据";

// Next loads modules several times in one process: what the open ledger is stands in one place.
const shared = globalThis as { [key: symbol]: unknown };
const OPEN = Symbol.for("ledger.sample");

/** Keeps what `openLedger()` found, for what makes names of files without asking the database. */
export function noteSample(sample: boolean): void {
  shared[OPEN] = sample;
}

/** Whether the open ledger holds 演示数据. */
export function holdsSample(): boolean {
  return shared[OPEN] === true;
}

/** What every answer of the API carries in a ledger of 演示数据: files and lists that programs make of it can say so. */
export const SAMPLE_HEADER = "Sample-Data";

/** The name with the mark before it, once, where the open ledger holds 演示数据. */
export function markedName(name: string, between = "-"): string {
  if (!holdsSample() || name.includes(SAMPLE_MARK)) return name;
  return `${SAMPLE_MARK}${between}${name}`;
}
