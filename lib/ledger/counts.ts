import { and, asc, count, countDistinct, eq, gt, inArray, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerSums, projectUnits, regions } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";

/** How many projects the actor may see. */
export async function countLedger(tx: Tx, actor: Actor): Promise<number> {
  const query = prepared(tx, `projects of ${visibleRegion(actor)}`, () =>
    tx
      .select({ n: sum(ledgerSums.projects).mapWith(Number) })
      .from(ledgerSums)
      .where(visibleTo(actor, ledgerSums.regionCode))
      .prepare(),
  );
  return query.get()?.n ?? 0;
}

/** How many projects any of these units leads, first-named or jointly. */
export async function countLedBy(tx: Tx, unitIds: number[]): Promise<number> {
  if (unitIds.length === 0) return 0;
  const [row] = await tx
    .select({ n: countDistinct(projectUnits.projectId) })
    .from(projectUnits)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectUnits.projectId))
    .where(
      and(
        inArray(projectUnits.organizationId, unitIds),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
      ),
    );
  return row?.n ?? 0;
}

/** How many projects each region has, and nothing else about them: all that an administrator sees. */
export async function countByRegion(
  tx: Tx,
  actor: Actor,
): Promise<{ region: string; projects: number }[]> {
  assertCan(actor, "project.count", { regionCode: null });
  return tx
    .select({ region: regions.name, projects: count(ledgerEntries.projectId) })
    .from(regions)
    .leftJoin(ledgerEntries, eq(ledgerEntries.regionCode, regions.code))
    .groupBy(regions.id)
    .orderBy(asc(regions.code));
}
