import type { Sector, SectorRank } from "@/db/vocabulary";
import type { LedgerItem } from "@/lib/ledger/items";
import type { PartSum } from "@/lib/organization/role-sums";

/** A sector with the projects it is primary for, and those that have it at all. 现行口径. */
export type SectorCount = { sector: Sector; primary: PartSum; any: PartSum };

/** One sector of a project: what speaks for it, and who last said something about it. */
export type SectorRecord = {
  sector: Sector;
  rank: SectorRank;
  /** The words of name or content that the rules matched; empty where a person chose it. */
  evidence: string[];
  confirmed: boolean;
  /** Whoever made it what it is, and when (instant). */
  by: string;
  at: string;
};

export type SectorProject = LedgerItem & { records: SectorRecord[] };
