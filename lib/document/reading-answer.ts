import type { OrganizationKind, Sector, UnitEntryKind, UnitRole } from "@/db/vocabulary";
import type { MessageKey, Translator } from "@/lib/language/translator";
import type {
  IndicatorReading,
  Mark,
  ProjectReading,
  Reading,
  TableReading,
  UnitReading,
} from "./document";

export type IssueAnswer = { code: string; field: string | null; message: string };
export type UnitAnswer<Role extends UnitRole> = {
  name: string;
  /** What the body is, null where its name does not tell; or that it is none. */
  kind: OrganizationKind | Exclude<UnitEntryKind, "named"> | null;
  role: Role;
};
export type ProjectAnswer = {
  seq: number | null;
  name: string;
  owners: UnitAnswer<"owner" | "host">[];
  leads: UnitAnswer<"lead" | "support">[];
  start: string | null;
  end: string | null;
  durationYears: number | null;
  totalInvestmentWan: number | null;
  field: string | null;
  sectors: { sector: Sector; evidence: string[] }[];
  content: string | null;
  issues: IssueAnswer[];
};
export type IndicatorAnswer = Omit<IndicatorReading, "row" | "issues"> & { issues: IssueAnswer[] };
export type TableAnswer = {
  kind: TableReading["kind"];
  location: TableReading["location"] & { title: string | null; candidate: boolean };
  header: string[];
  totalWan: number | null;
  projects: ProjectAnswer[];
  indicators: IndicatorAnswer[];
  issues: IssueAnswer[];
};
export type ReadingAnswer = { tables: TableAnswer[] };

/** A reading as the command line prints it: amounts in 万元, every mark with its sentence. */
export function answerReading(t: Translator, reading: Reading): ReadingAnswer {
  const issue = (mark: Mark): IssueAnswer => ({
    code: mark.code,
    field: mark.field === null ? null : (ANSWERED_AS[mark.field] ?? mark.field),
    message: markSentence(t, mark),
  });
  return {
    tables: reading.tables.map((table) => ({
      kind: table.kind,
      location: { ...table.location, title: table.title, candidate: table.candidate },
      header: table.header,
      totalWan: table.totalWan,
      projects: table.projects.map((project) => answerProject(project, issue)),
      indicators: table.indicators.map(({ row: _, issues, ...indicator }) => ({
        ...indicator,
        issues: issues.map(issue),
      })),
      issues: table.issues.map(issue),
    })),
  };
}

/** The sentence of a mark. A code without one is a bug and throws. */
export function markSentence(t: Translator, { code, parameters }: Mark): string {
  return t(`document.mark.${code}` as MessageKey, parameters as never);
}

/** Marks are filed under the key of the answer in which the value stands. */
const ANSWERED_AS: Partial<Record<string, string>> = { hosts: "owners", supports: "leads" };

function answerProject(project: ProjectReading, issue: (mark: Mark) => IssueAnswer): ProjectAnswer {
  const { seq, name, start, end, durationYears, totalInvestmentWan, field, sectors, content } =
    project;
  return {
    seq,
    name,
    owners: project.owners.map((unit) => answerUnit(unit, unit.role === "host" ? "host" : "owner")),
    leads: project.leads.map((unit) =>
      answerUnit(unit, unit.role === "support" ? "support" : "lead"),
    ),
    start,
    end,
    durationYears,
    totalInvestmentWan,
    field,
    sectors,
    content,
    issues: project.issues.map(issue),
  };
}

function answerUnit<Role extends UnitRole>(unit: UnitReading, role: Role): UnitAnswer<Role> {
  const { name, entryKind, kind } = unit;
  return { name, kind: entryKind === "named" ? kind : entryKind, role };
}
