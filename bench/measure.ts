/** In ms. `cpu` is the process's own time for one run: the figure to compare where the machine has other work. */
export type Timing = { p50: number; p95: number; cpu: number };

/** Runs `work` until it is warm, then `runs` times more. */
export async function measure(work: () => unknown, runs = 200): Promise<Timing> {
  for (let run = 0; run < Math.min(10, runs); run += 1) await work();
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { ...percentiles(times), cpu: (user + system) / 1_000 / runs };
}

export function percentiles(times: number[]): Omit<Timing, "cpu"> {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** What was measured against what was promised. */
export type Line = {
  what: string;
  found: string;
  goal: string;
  met: boolean | null;
  note?: string;
};

/** A line that promises a limit: `12.3 ms` against `≤ 15 ms`. */
export function limited(what: string, value: number, limit: number, unit: string, note = ""): Line {
  return {
    what,
    found: `${rounded(value)} ${unit}`,
    goal: `≤ ${limit} ${unit}`,
    met: value <= limit,
    note,
  };
}

export function rounded(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** Prints the lines as a table and returns how many promises were not kept. */
export function print(title: string, lines: Line[]): number {
  console.log(`\n${title}`);
  for (const { what, found, goal, met, note } of lines) {
    const mark = met === null ? " " : met ? "✓" : "✗";
    console.log(`${mark} ${pad(what, 46)} ${found.padStart(24)}  ${pad(goal, 18)} ${note ?? ""}`);
  }
  return lines.filter(({ met }) => met === false).length;
}

/** Chinese characters take two places in a terminal. */
function pad(text: string, width: number): string {
  const places = [...text].reduce((sum, character) => sum + (/[ᄀ-￯]/u.test(character) ? 2 : 1), 0);
  return text + " ".repeat(Math.max(0, width - places));
}
