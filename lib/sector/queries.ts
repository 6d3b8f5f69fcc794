import { and, count, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, projectSectors } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";

/** In how many projects, 现行口径, each sector is a further one. Sectors without any are not in the map. */
export async function countFurtherSectors(tx: Tx, viewer: Actor): Promise<Map<Sector, number>> {
  const rows = await tx
    .select({ sector: projectSectors.sector, n: count() })
    .from(projectSectors)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectSectors.projectId))
    .where(
      and(
        eq(projectSectors.rank, "further"),
        eq(ledgerEntries.inCurrentBasis, 1),
        visibleTo(viewer),
      ),
    )
    .groupBy(projectSectors.sector);
  return new Map(rows.map(({ sector, n }) => [sector, n]));
}
