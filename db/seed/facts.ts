import type { OrganizationKind, ProjectType, Sector, UnitEntryKind } from "@/db/vocabulary";

/** A body of the unit dictionary, as the documents name it. */
export type OrganizationFact = {
  /** Unique within the region. */
  name: string;
  /** GB/T 2260 code of the region the body belongs to; null for bodies from outside. */
  regionCode: string | null;
  kind: OrganizationKind;
  /** 县经济信息委（县科技局） is its own unit, linked as the bracketed name of 县经济信息委. */
  bracketedNameOf?: string;
  /** Another unit of the dictionary that is probably the same body: proposed, unconfirmed. */
  probablySameAs?: string;
};

/** One entry of a unit cell, in the order of the document. `text` is what the cell says at this place. */
export type UnitFact =
  | { kind: Extract<UnitEntryKind, "named">; text: string }
  | { kind: Extract<UnitEntryKind, "placeholder">; text: string }
  /** `count` is the number of units the document gives (28), or null where it only says 等单位. */
  | { kind: Extract<UnitEntryKind, "open_list">; text: string; count: number | null };

export type SectorFact = {
  sector: Sector;
  /** The words of the name or of the content that speak for the sector; never empty. */
  evidence: string[];
};

/** One row of a planning document's project table, as published. What the document does not say is null. */
export type ProjectFact = {
  /** Number within `sourceTable`; both Dianjiang boxes count from 1. */
  sourceRow: number;
  /** 重点项目表, 重大项目表, 专栏4 or 专栏7. */
  sourceTable: string;
  name: string;
  type: ProjectType;
  /** The content in our own words, with every quantity and proper noun of the source. */
  content: string;
  /** 所属领域, where the table has such a column. */
  field: string | null;
  owners: UnitFact[];
  hosts: UnitFact[];
  leads: UnitFact[];
  /** Precision of the source: `2021`. */
  start: string | null;
  end: string | null;
  /** 实施周期, where the table has such a column. */
  durationYears: number | null;
  totalInvestmentWan: number | null;
  primarySector: SectorFact;
  furtherSectors: SectorFact[];
  /** False for the assignments marked as debatable. */
  sectorsConfirmed: boolean;
  /** The cells as the document words them, but for the content, which is kept by position only. */
  cells: CellFact[];
};

export type ProjectFactField =
  | "sourceRow"
  | "name"
  | "field"
  | "owners"
  | "hosts"
  | "leads"
  | "supports"
  | "content"
  | "period"
  | "duration"
  | "totalInvestment"
  /** A column that is kept but not read. */
  | "other";

export type CellFact = {
  field: ProjectFactField;
  /** Position in the row, from 1; null where the document is prose (the Dianjiang boxes). */
  column: number | null;
  /** The header over the cell; null where there is none. */
  header: string | null;
  /** What the cell says; null for the content, whose wording stays in the document. */
  text: string | null;
};

export type PlanFact = {
  /** Stable key, also used in file names and tests. */
  key: "chengkou" | "qianjiang" | "dianjiang";
  regionCode: string;
  /** Name of the document. */
  name: string;
  documentNumber: string | null;
  /** Day of publication, where the document gives it. */
  publishedOn: string | null;
  startYear: number;
  endYear: number;
  projects: ProjectFact[];
};
