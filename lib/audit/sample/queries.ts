import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx, WriteTx } from "@/db/client";
import { pathAsOf } from "@/lib/as-of/url";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { type LedgerItem, loadLedgerItems } from "@/lib/ledger/items";
import { type ChainHead, chainHead } from "../chain-head";
import { record } from "../change";
import { type Candidate, drawSample, SAMPLE_WAYS, type Stratum } from "./sample";

const SIZE_MAX = 200;

/** A sample as its address has it. */
export const sampleQuery = z.object({
  way: z.enum(SAMPLE_WAYS).catch("random"),
  size: z.coerce.number().int().min(1).max(SIZE_MAX).catch(10),
  seed: z.string().trim().max(40).catch(""),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .catch(undefined),
});
export type SampleQuery = z.infer<typeof sampleQuery>;

export type Sample = {
  asked: SampleQuery;
  /** How many projects it was drawn from. */
  population: number;
  strata: (Omit<Stratum, "drawn"> & { items: LedgerItem[] })[];
  /** Where the chain stood: with the seed, what makes it reproducible. */
  head: ChainHead;
  /** The day of that state: each drawn project is shown as it was known then. */
  day: string;
};

/** Draws the sample from the projects that the viewer may see, sub-projects apart. */
export async function takeSample(tx: Tx, viewer: Actor, asked: SampleQuery): Promise<Sample> {
  assertCan(viewer, "audit.use", { regionCode: viewer.regionCode });
  const inRegion = asked.region ? sql`region_code = ${asked.region}` : sql`1`;
  const population = await tx.all<Candidate>(sql`
    SELECT project_id AS id, total_investment_fen AS "totalInvestmentFen",
      (SELECT coalesce(o.name, u.text) FROM project_units u
        LEFT JOIN organizations o ON o.id = u.organization_id
        WHERE u.project_id = ledger_entries.project_id AND u.role = 'lead' AND u.position > 0
        ORDER BY u.position LIMIT 1) AS unit
    FROM ledger_entries
    WHERE ${visibleTo(viewer) ?? sql`1`} AND ${inRegion} ORDER BY project_id`);
  const strata = [];
  for (const { drawn, ...stratum } of drawSample(population, asked))
    strata.push({ ...stratum, items: await loadLedgerItems(tx, drawn) });
  return { asked, population: population.length, strata, head: await chainHead(tx), day: tx.today };
}

/** Where a drawn project is shown as it was known on the day of the sample, whatever happens to it afterwards. */
export function drawnHref(id: number, { day }: Pick<Sample, "day">): string {
  return pathAsOf(`/projects/${id}`, day);
}

/** Leaves the event of an exported sample: how it was drawn, and what was drawn. */
export async function recordSample(tx: WriteTx, viewer: Actor, sample: Sample): Promise<void> {
  assertCan(viewer, "audit.use", { regionCode: viewer.regionCode });
  const { way, size, seed, region } = sample.asked;
  const drawn = sample.strata.flatMap(({ items }) => items.map(({ id }) => id));
  await record(tx, viewer, {
    action: "sample.exported",
    regionCode: region ?? viewer.regionCode,
    details: {
      way,
      size,
      seed,
      population: sample.population,
      atSeq: sample.head.seq,
      day: sample.day,
      drawn,
    },
  });
}
