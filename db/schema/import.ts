import { CHANGE_REASONS } from "../change-vocabulary";
import {
  day,
  index,
  instant,
  integer,
  json,
  ledgerTable,
  oneOf,
  table,
  text,
  uniqueIndex,
} from "../columns";
import { IMPORT_EFFECTS, IMPORT_OUTCOMES } from "../vocabulary";
import { plans } from "./plan";
import { projects } from "./project";

/** Documents on their way into the ledger. The state is derived: what is open decides, not a flag. */
export const [imports, importsHistory] = ledgerTable(
  "imports",
  () => ({
    regionCode: text().notNull(),
    fileName: text().notNull(),
    /** Of the original bytes, which `file_contents` keeps under it. */
    sha256: text().notNull(),
    byteLength: integer().notNull(),
    format: text().notNull(),
    uploadedById: integer(),
    uploadedBy: text().notNull(),
    uploadedAt: instant().notNull(),
    /** The plan that the document belongs to, once it exists; until then what the new one will be called. */
    planId: integer().references(() => plans.id),
    planName: text().notNull(),
    documentNumber: text(),
    publishedOn: day(),
    startYear: integer(),
    endYear: integer(),
    /** Why facts that stand in the ledger are corrected; needed where the document changes any. */
    reason: text(),
    /** Which kind of reason, and the document that the requests rest on where it is another than the plan's own. */
    reasonCode: oneOf(CHANGE_REASONS),
    basisNumber: text(),
    basisOn: day(),
    outcome: oneOf(IMPORT_OUTCOMES),
  }),
  (self) => [index("imports_region").on(self.regionCode), index("imports_sha256").on(self.sha256)],
);

/** What was understood of a document when it was uploaded. Never changed. */
export const importReadings = table("import_readings", {
  importId: integer().primaryKey(),
  /** A `Reading` of `lib/document`, as JSON text. */
  reading: text().notNull(),
});

/** What a person decided about one place of a reading; the newest decision about a place stands. */
export const [importDecisions, importDecisionsHistory] = ledgerTable(
  "import_decisions",
  () => ({
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** The place: `accept:0:12:amount_unit:totalInvestmentWan`, `edit:0:12:name`, `match:0:12`, `table:1`. */
    place: text().notNull(),
    /** What was decided there; null once taken back. */
    decision: json<Record<string, string | number | boolean | string[] | null>>(),
    decidedBy: text().notNull(),
  }),
  (self) => [uniqueIndex("import_decisions_place").on(self.importId, self.place)],
);

/** Where one value of a project comes from. */
export type FieldSource = {
  /** From 1, within the table; null where the text is prose. */
  column: number | null;
  header: string;
  raw: string;
  rule: string;
  /** Whether a value was typed over the reading. */
  edited: boolean;
  /** Who confirmed it; null where a doubt was published unconfirmed. */
  confirmedBy: string | null;
};

/** Which document says what of a project: one row per project and document, its fields with their cells. */
export const [projectDocuments, projectDocumentsHistory] = ledgerTable(
  "project_documents",
  () => ({
    projectId: integer()
      .notNull()
      .references(() => projects.id),
    importId: integer()
      .notNull()
      .references(() => imports.id),
    documentName: text().notNull(),
    sha256: text().notNull(),
    tableTitle: text().notNull(),
    /** Row of the table as found, from 1. */
    tableRow: integer().notNull(),
    sheet: text(),
    page: integer(),
    line: integer(),
    /** By `ReadingField`. */
    fields: json<Record<string, FieldSource>>().notNull(),
    effect: oneOf(IMPORT_EFFECTS).notNull(),
    /** The facts before an update, by field, as the correction form has them; null for a new project. */
    before: json<Record<string, string | number | string[]>>(),
  }),
  (self) => [
    uniqueIndex("project_documents_pair").on(self.projectId, self.importId),
    index("project_documents_import").on(self.importId),
  ],
);
