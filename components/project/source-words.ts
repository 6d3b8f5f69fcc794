import type { CellFact } from "@/db/seed/facts";
import { formatPeriod } from "@/lib/dates";
import type { MessageKey, Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { Project } from "@/lib/project/project";
import { SOURCE_FIELDS, type SourceField, type Trace } from "@/lib/project/published/source-cells";
import { unitText } from "@/lib/project/unit-text";

/** What stands over a cell; prose has no headers, there the field's own word serves. */
export function cellHeader(t: Translator, { field, header }: CellFact): string {
  if (header) return header;
  const named = field === "name" || field === "hosts" || field === "content" || field === "field";
  return named ? t(`project.${field}`) : "";
}

/** Today's value of what a cell was read as; null where the cell belongs to no field of the ledger. */
export function todayOf(t: Translator, { row, units }: Project, field: string): string | null {
  if (!isSourceField(field)) return null;
  const values: Record<SourceField, string | null> = {
    name: row.name,
    field: row.field,
    content: row.content,
    owners: unitText(units.owner),
    hosts: unitText(units.host),
    leads: unitText(units.lead),
    supports: unitText(units.support),
    period: formatPeriod(row.start, row.end),
    totalInvestment: row.totalInvestmentFen === null ? null : formatWan(row.totalInvestmentFen),
  };
  return values[field] || t("form.emptyValue");
}

export function isSourceField(field: string): field is SourceField {
  return (SOURCE_FIELDS as readonly string[]).includes(field);
}

const RULES = ["amount", "date", "duration", "period", "sectors", "seq", "text", "units"] as const;

/** Which rule read the cell, in words with its short name, and who confirmed the value. */
export function traceWords(t: Translator, trace: Trace | null): { rule: string; who: string } {
  if (trace === null) return { rule: t("project.ruleDataSet"), who: t("project.whoDataSet") };
  const family = RULES.find((name) => trace.rule?.split(".")[0] === name);
  const rule = family
    ? `${t(`project.rule_${family}` as MessageKey)} (${trace.rule})`
    : (trace.rule ?? "—");
  const name = trace.confirmedBy ?? "";
  const who = trace.edited
    ? t("importPage.editedBy", { name })
    : name
      ? t("importPage.confirmedBy", { name })
      : t("importPage.unconfirmedBy");
  return { rule, who };
}
