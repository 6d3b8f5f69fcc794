import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";

export type Region = { code: string; name: string; shortName: string };

/** The regions the actor may see, in the order they joined the ledger. */
export async function listRegions(tx: Tx, actor: Actor): Promise<Region[]> {
  return tx
    .select({ code: regions.code, name: regions.name, shortName: regions.shortName })
    .from(regions)
    .where(visibleTo(actor, regions.code))
    .orderBy(asc(regions.id));
}

/** The region with this GB/T 2260 code, or null. */
export async function findRegion(tx: Tx, code: string): Promise<Region | null> {
  const [region] = await tx.select().from(regions).where(eq(regions.code, code));
  return region ?? null;
}

/** Every region, by code: what an administrator binds people to. Names of counties are no secret. */
export async function listEveryRegion(tx: Tx): Promise<Region[]> {
  return tx
    .select({ code: regions.code, name: regions.name, shortName: regions.shortName })
    .from(regions)
    .orderBy(asc(regions.code));
}
