import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { regions } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";

export type Region = { code: string; name: string; shortName: string };

/** The regions the actor may see, in the order they joined the ledger. */
export async function listRegions(tx: Tx, actor: Actor): Promise<Region[]> {
  const query = prepared(tx, `regions of ${visibleRegion(actor)}`, () =>
    tx
      .select({ code: regions.code, name: regions.name, shortName: regions.shortName })
      .from(regions)
      .where(visibleTo(actor, regions.code))
      .orderBy(asc(regions.id))
      .prepare(),
  );
  return query.all();
}

/** The region with this GB/T 2260 code, or null. */
export async function findRegion(tx: Tx, code: string): Promise<Region | null> {
  const query = prepared(tx, "region by code", () =>
    tx
      .select()
      .from(regions)
      .where(eq(regions.code, sql.placeholder("code")))
      .prepare(),
  );
  return query.get({ code }) ?? null;
}

/** Every region, by code: what an administrator binds people to. Names of counties are no secret. */
export async function listEveryRegion(tx: Tx): Promise<Region[]> {
  return tx
    .select({ code: regions.code, name: regions.name, shortName: regions.shortName })
    .from(regions)
    .orderBy(asc(regions.code));
}
