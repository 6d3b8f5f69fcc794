import { hash } from "node:crypto";
import { FEN_PER_WAN } from "@/lib/money";

export const SAMPLE_WAYS = ["random", "unit", "amount"] as const;
export type SampleWay = (typeof SAMPLE_WAYS)[number];

/** One project of the population, with what it is stratified by. */
export type Candidate = { id: number; unit: string | null; totalInvestmentFen: number | null };

export type Stratum = { name: string; population: number; drawn: number[] };

/** Upper ends of the bands of total investment, in 分: below 1,000, 5,000 and 10,000 万元. */
export const BANDS = [1_000 * FEN_PER_WAN, 5_000 * FEN_PER_WAN, 10_000 * FEN_PER_WAN];

/**
 * Draws a sample that whoever has the same population and seed draws again: the projects stand in the order of
 * SHA-256(seed, id). Stratified, each stratum gives its share of the size, the remainders to the largest fractions, and
 * at least one while the size allows.
 */
export function drawSample(
  population: Candidate[],
  { way, size, seed }: { way: SampleWay; size: number; seed: string },
): Stratum[] {
  const strata = new Map<string, Candidate[]>();
  for (const one of population) {
    const name = stratumOf(one, way);
    strata.set(name, [...(strata.get(name) ?? []), one]);
  }
  const names = [...strata.keys()].sort();
  const sizes = allocate(
    names.map((name) => strata.get(name)?.length ?? 0),
    Math.min(size, population.length),
  );
  return names.map((name, at) => {
    const members = strata.get(name) ?? [];
    const drawn = inOrder(members, seed).slice(0, sizes[at]);
    return { name, population: members.length, drawn: drawn.map(({ id }) => id) };
  });
}

/** Which stratum a project belongs to: the unit's name, the number of its band, or "" for what is not known. */
function stratumOf({ unit, totalInvestmentFen: fen }: Candidate, way: SampleWay): string {
  if (way === "random") return "";
  if (way === "unit") return unit ?? "";
  if (fen === null) return "";
  const band = BANDS.findIndex((end) => fen < end);
  return String(band < 0 ? BANDS.length : band);
}

function inOrder(members: Candidate[], seed: string): Candidate[] {
  return members
    .map((one) => ({ one, place: hash("sha256", `${seed}:${one.id}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ one }) => one);
}

function allocate(populations: number[], size: number): number[] {
  const total = populations.reduce((sum, n) => sum + n, 0);
  if (total === 0) return [];
  const everyone = populations.length <= size ? 1 : 0;
  const rest = size - everyone * populations.length;
  const spare = total - everyone * populations.length;
  const shares = populations.map((n) => (spare === 0 ? 0 : (rest * (n - everyone)) / spare));
  const sizes = shares.map((share) => everyone + Math.floor(share));
  const left = size - sizes.reduce((sum, n) => sum + n, 0);
  const byFraction = shares
    .map((share, at) => ({ at, fraction: share - Math.floor(share) }))
    .sort((a, b) => b.fraction - a.fraction || a.at - b.at);
  for (const { at } of byFraction.slice(0, left)) sizes[at] = (sizes[at] ?? 0) + 1;
  return sizes;
}
