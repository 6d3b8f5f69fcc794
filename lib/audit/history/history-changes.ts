import { ORGANIZATION_KINDS, type ProjectType, SECTORS, UNIT_ROLES } from "@/db/vocabulary";
import type { MessageKey, Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { JsonFields, JsonValue, RowDelta } from "../event";
import type { HistoryEvent } from "./history";
import { shownFields } from "./history-fields";

/** One field of an event: `before` is null for what was not there at all. */
export type ChangeLine = { label: string; before: string | null; after: string };

/** What every new row has says nothing about it. */
const EVERY_NEW_ROW = new Set(["state", "position", "typeConfirmed", "disabled", "removed"]);

/** What an event changed, field by field, in words: labels, amounts in 万元, stages and sectors by name. */
export function eventChanges(t: Translator, event: HistoryEvent): ChangeLine[] {
  const type = (event.details.type ?? "construction") as ProjectType;
  return [
    ...event.rows.flatMap((row) => rowLines(t, row, type)),
    ...newUnitLines(t, event.rows),
    ...newSectorLines(t, event.rows),
    ...summaryLines(t, event.details.units, (role) => t(`unitRole.${role}` as MessageKey)),
    ...summaryLines(t, event.details.sectors, () => t("eventField.sectors"), sectorList(t)),
    ...summaryLines(t, event.details.reporter && { reporter: event.details.reporter }, () =>
      t("project.reportingUnit"),
    ),
    ...documentNumberLine(t, event.details),
  ];
}

function rowLines(t: Translator, row: RowDelta, type: ProjectType): ChangeLine[] {
  const fields: readonly string[] = shownFields(row.table);
  return fields
    .filter((field) => field in row.after && (row.before !== null || !EVERY_NEW_ROW.has(field)))
    .map((field) => {
      const value = (from: JsonFields) =>
        fieldValue(t, row.table, field, from[field] ?? null, type);
      return {
        label: t(`eventField.${row.table}.${field}` as MessageKey),
        before: row.before && value(row.before),
        after: value(row.after),
      };
    });
}

function fieldValue(
  t: Translator,
  table: RowDelta["table"],
  field: string,
  value: JsonValue,
  type: ProjectType,
): string {
  if (value === null || value === "") return t("eventField.empty");
  if (typeof value === "boolean") return t(value ? "eventField.yes" : "eventField.no");
  if (table === "monthly_returns" && field === "inPlaceFen") return sourceList(t, value);
  if (field.endsWith("Fen")) return `${formatWan(Number(value))} ${t("common.wan")}`;
  const word = String(value);
  if (field === "stage") return t(`stage.${type}.${word}` as MessageKey);
  if (table === "projects" && field === "type") return t(`projectType.${word}` as MessageKey);
  if (table === "milestones" && field === "state")
    return t(`eventField.milestoneState.${word}` as MessageKey);
  if (field.endsWith("Light")) return t(`lightColour.${word}` as MessageKey);
  if (table === "monthly_returns" && field === "state")
    return t(`returnState.${word}` as MessageKey);
  if (table === "light_rules" && field === "state") return t(`ruleState.${word}` as MessageKey);
  if (table === "light_rules" && field === "measure")
    return t(`lightMeasure.${word}` as MessageKey);
  if (table === "light_rules" && field === "type") return t(`projectType.${word}` as MessageKey);
  if (table === "money_plans" && field === "source")
    return t(`fundingSource.${word}` as MessageKey);
  if (table === "problems" && field === "level") return t(`problemLevel.${word}` as MessageKey);
  if (table === "users" && field === "role") return t(`role.${word}` as MessageKey);
  if (field === "kind" && (ORGANIZATION_KINDS as readonly string[]).includes(word))
    return t(`organizationKind.${word}` as MessageKey);
  return word;
}

/** 中央 1,200 万元、企业自筹 300 万元; the amounts of an event are in 分. */
function sourceList(t: Translator, value: JsonValue): string {
  const amounts = Object.entries(value as Record<string, number>).map(
    ([source, fen]) =>
      `${t(`fundingSource.${source}` as MessageKey)} ${formatWan(fen)} ${t("common.wan")}`,
  );
  return amounts.join("、") || t("eventField.empty");
}

/** The units of a new project, one line per role. */
function newUnitLines(t: Translator, rows: RowDelta[]): ChangeLine[] {
  if (!isNewProject(rows)) return [];
  return UNIT_ROLES.flatMap((role) => {
    const texts = rows
      .filter(({ table, after }) => table === "project_units" && after.role === role)
      .map(({ after }) => String(after.text));
    return texts.length === 0
      ? []
      : [{ label: t(`unitRole.${role}`), before: null, after: texts.join("、") }];
  });
}

function newSectorLines(t: Translator, rows: RowDelta[]): ChangeLine[] {
  if (!isNewProject(rows)) return [];
  const codes = rows
    .filter(({ table }) => table === "project_sectors")
    .map(({ after }) => String(after.sector));
  if (codes.length === 0) return [];
  return [{ label: t("eventField.sectors"), before: null, after: sectorList(t)(codes.join("、")) }];
}

function isNewProject(rows: RowDelta[]): boolean {
  return rows.some(({ table, before }) => table === "projects" && before === null);
}

/** Units and sectors of a correction, which the event's details sum up: `{ owner: { before, after } }`. */
function summaryLines(
  t: Translator,
  summary: JsonValue | undefined,
  labelOf: (key: string) => string,
  show: (text: string) => string = (text) => text,
): ChangeLine[] {
  if (typeof summary !== "object" || summary === null || Array.isArray(summary)) return [];
  return Object.entries(summary).map(([key, value]) => {
    const { before, after } = value as { before: string; after: string };
    return {
      label: labelOf(key),
      before: show(before) || t("eventField.empty"),
      after: show(after) || t("eventField.empty"),
    };
  });
}

/** `traditional_chinese_medicine、ecology` → 中医药、生态环保; a `?` behind a code marks it as unconfirmed. */
function sectorList(t: Translator) {
  return (codes: string) =>
    codes
      .split("、")
      .filter((code) => code !== "")
      .map((code) => {
        const sector = SECTORS.find((known) => known === code.replace("?", ""));
        const name = sector ? t(`sector.${sector}`) : code;
        return code.endsWith("?") ? t("eventField.unconfirmed", { name }) : name;
      })
      .join("、");
}

function documentNumberLine(t: Translator, details: JsonFields): ChangeLine[] {
  const number = details.documentNumber;
  return typeof number === "string" && number !== ""
    ? [{ label: t("eventField.documentNumber"), before: null, after: number }]
    : [];
}
