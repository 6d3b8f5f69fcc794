import type { ChainHead } from "@/lib/audit/chain-head";
import type { Checkpoint } from "@/lib/audit/checkpoint/checkpoint";
import type { HistoryEvent } from "@/lib/audit/history/history";
import type { FindingRow } from "@/lib/finding/finding";
import type { Project } from "@/lib/project/project";

/** What evidence is gathered about: one project, or a unit in all its roles. */
export type DossierAbout = { kind: "project"; id: number } | { kind: "unit"; id: number };

/** The exact bytes of an event, so that anybody can hash them again. */
export type ChainedEvent = { seq: number; previousHash: string; payload: string; hash: string };

export type DossierTable = { name: string; columns: string[]; rows: Record<string, unknown>[] };

export type DossierFile = {
  /** As the person's device called it. */
  fileName: string;
  sha256: string;
  /** What it belongs to, in a few words of data: a document, a finding, a change. */
  of: "document" | "return" | "finding" | "change";
  /** Null where it was too much for one ZIP. */
  content: Buffer | null;
};

/** Everything about a project or a unit, of one moment. */
export type Dossier = {
  about: DossierAbout;
  name: string;
  regionName: string;
  /** The unit's projects; a project with its sub-projects. */
  projects: Project[];
  tables: DossierTable[];
  history: HistoryEvent[];
  chained: ChainedEvent[];
  findings: FindingRow[];
  files: DossierFile[];
  head: ChainHead;
  checkpoint: Checkpoint | null;
  madeAt: string;
  madeBy: string;
};
