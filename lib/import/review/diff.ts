import { isControlled } from "@/lib/change-request/propose/facts";
import { fenToWan } from "@/lib/money";
import { unitText } from "@/lib/project/unit-text";
import { type Decisions, EDITABLE_FIELDS, type EditableField } from "../decision";
import type { ReviewRow } from "./apply";
import type { RowFacts } from "./facts";

/** One value of the ledger that the document has otherwise. */
export type Change = {
  field: EditableField;
  before: string;
  after: string;
  /** Moves only through a change request, and so never without a reason. */
  controlled: boolean;
  /** A person may leave a change out. */
  taken: boolean;
};

/** What the ledger calls a field of a reading. */
export function factName(field: EditableField): string {
  return field === "totalInvestmentWan" ? "totalInvestment" : field;
}

/** The facts as text, by field: the same words before and after. Sectors are proposals and never compared. */
export type ComparedText = Partial<Record<EditableField, string>>;

export function textOf(facts: Omit<RowFacts, "sectors" | "type">): ComparedText {
  return {
    name: facts.name,
    owners: unitText(facts.owners),
    hosts: unitText(facts.hosts),
    leads: unitText(facts.leads),
    supports: unitText(facts.supports),
    start: facts.start ?? "",
    end: facts.end ?? "",
    totalInvestmentWan: fenToWan(facts.totalInvestmentFen) ?? "",
    field: facts.field ?? "",
    content: facts.content ?? "",
  };
}

/**
 * Only what the document says, and says otherwise: a column that it does not have changes nothing. The summary is the
 * ledger's own wording and stays unless a person takes the document's.
 */
export function changesOf(row: ReviewRow, current: ComparedText, decisions: Decisions): Change[] {
  const wanted = textOf(row.facts);
  return EDITABLE_FIELDS.flatMap((field): Change[] => {
    const [before, after] = [current[field], wanted[field]];
    const stated = row.reading.sources[field] !== undefined || row.edits.has(field);
    if (!stated || before === undefined || after === undefined || before === after) return [];
    const own = decisions.get(`change:${row.table}:${row.row}:${field}`)?.decision;
    const all = decisions.get(`changeAll:${row.table}:${field}`)?.decision;
    const said = own?.kind === "change" ? own : all?.kind === "changeAll" ? all : null;
    const taken = said?.take ?? field !== "content";
    return [{ field, before, after, controlled: isControlled(factName(field)), taken }];
  });
}
