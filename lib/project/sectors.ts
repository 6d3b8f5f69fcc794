import type { WriteTx } from "@/db/client";
import type { SectorRank } from "@/db/vocabulary";
import { added, type RowChange } from "@/lib/audit/change";
import { RuleError } from "@/lib/errors";
import type { ProjectFacts, SectorInput } from "./input";

/** The sector rows of a new project: the primary one, then the further ones. Throws RuleError when one stands twice. */
export async function newSectorRows(
  tx: WriteTx,
  projectId: number,
  facts: ProjectFacts,
): Promise<RowChange[]> {
  const wanted: [SectorInput, SectorRank][] = [
    ...(facts.primarySector ? [[facts.primarySector, "primary"] as [SectorInput, SectorRank]] : []),
    ...facts.furtherSectors.map((sector) => [sector, "further"] as [SectorInput, SectorRank]),
  ];
  if (new Set(wanted.map(([{ sector }]) => sector)).size < wanted.length) {
    throw new RuleError("sectorTwice", {}, "furtherSectors");
  }
  const rows: RowChange[] = [];
  for (const [{ sector, evidence, confirmed }, rank] of wanted) {
    rows.push(
      await added(
        tx,
        "project_sectors",
        { projectId, sector, rank, evidence, confirmed },
        rows.length,
      ),
    );
  }
  return rows;
}
