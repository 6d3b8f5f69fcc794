import type {
  CellFact,
  ProjectFact,
  ProjectFactField,
  SectorFact,
  UnitFact,
} from "@/db/seed/facts";
import type { ProjectType, Sector } from "@/db/vocabulary";

/** What every row of every table states. The first sector is the primary one. */
export type RowFact = {
  row: number;
  name: string;
  type: ProjectType;
  content: string;
  sectors: [SectorFact, ...SectorFact[]];
  /** Only given for debatable assignments. */
  sectorsConfirmed?: false;
};

/** A row of Chengkou's table: owners in the order of the cell, years, amount in 万元. */
export type ChengkouRow = RowFact & {
  owners: UnitFact[];
  period: [start: string, end: string];
  totalInvestmentWan: number;
  leads: string[];
};

/** One project of 城口县“十四五”科技创新规划, 重点项目表, with its seven cells. */
export function chengkouProject(row: ChengkouRow): ProjectFact {
  const leads = named(...row.leads);
  return {
    ...project(row, "重点项目表"),
    owners: row.owners,
    leads,
    start: row.period[0],
    end: row.period[1],
    totalInvestmentWan: row.totalInvestmentWan,
    cells: tableCells([
      ["sourceRow", "序号", String(row.row)],
      ["name", "项目名称", row.name],
      ["owners", "建设单位", unitCell(row.owners)],
      ["content", "主要内容及规模", null],
      ["period", "建设年限", row.period.join("-")],
      ["totalInvestment", "总投资（万元）", String(row.totalInvestmentWan)],
      ["leads", "牵头单位", unitCell(leads)],
    ]),
  };
}

/** A project fact with what the row states; everything a table may not say starts as unknown. */
export function project(row: RowFact, sourceTable: string): ProjectFact {
  const [primarySector, ...furtherSectors] = row.sectors;
  return {
    sourceRow: row.row,
    sourceTable,
    name: row.name,
    type: row.type,
    content: row.content,
    field: null,
    owners: [],
    hosts: [],
    leads: [],
    start: null,
    end: null,
    durationYears: null,
    totalInvestmentWan: null,
    primarySector,
    furtherSectors,
    sectorsConfirmed: row.sectorsConfirmed ?? true,
    cells: [],
  };
}

/** The cells of a table row from left to right: field, header, text. */
export function tableCells(
  columns: [field: ProjectFactField, header: string, text: string | null][],
): CellFact[] {
  return columns.map(([field, header, text], index) => ({
    field,
    column: index + 1,
    header,
    text,
  }));
}

/** A unit cell as the tables word it: 、 between the entries, none before an open end. */
export function unitCell(units: UnitFact[]): string {
  return units
    .map((unit, index) => (index === 0 || unit.kind === "open_list" ? "" : "、") + unit.text)
    .join("");
}

export function named(...texts: string[]): UnitFact[] {
  return texts.map((text) => ({ kind: "named", text }));
}

export function placeholder(text: string): UnitFact {
  return { kind: "placeholder", text };
}

export function openList(text: string, count: number | null): UnitFact {
  return { kind: "open_list", text, count };
}

export function sector(code: Sector, ...evidence: [string, ...string[]]): SectorFact {
  return { sector: code, evidence };
}
