import { type ProjectType, SECTORS } from "@/db/vocabulary";
import type { MessageKey, Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { ChangedProject, FactField, LightMove, MoneyMoved, ProjectFacts } from "./comparison";

/** What a field is called. */
export function factLabel(t: Translator, field: FactField): string {
  if (field === "lead" || field === "support" || field === "owner" || field === "host")
    return t(`unitRole.${field}`);
  if (field === "sectors") return t("eventField.sectors");
  if (field === "light") return t("compare.light");
  return t(`eventField.projects.${field}`);
}

/** A value in words: amounts in 万元, stages, types, sectors and lights by name; unknown as （空）. */
export function factText(
  t: Translator,
  field: FactField,
  value: string | number | null,
  type: ProjectFacts["type"],
): string {
  if (value === null || value === "") return t("eventField.empty");
  if (field === "totalInvestmentFen") return `${formatWan(Number(value))} ${t("common.wan")}`;
  if (field === "type") return t(`projectType.${value}` as MessageKey);
  if (field === "stage") return t(`stage.${type as ProjectType}.${value}` as MessageKey);
  if (field === "light") return lightName(t, value as LightMove["from"]);
  if (field === "sectors") return sectorNames(t, String(value));
  return String(value);
}

/** One line for each changed field. */
export function changeLines(t: Translator, { changes, type }: ChangedProject) {
  return changes.map(({ field, before, after }) => ({
    field,
    label: factLabel(t, field),
    before: factText(t, field, before, type),
    after: factText(t, field, after, type),
  }));
}

export function lightName(t: Translator, light: LightMove["from"]): string {
  return light === null ? t("compare.noLight") : t(`lightColour.${light}` as MessageKey);
}

export const MONEY_PARTS = [
  "added",
  "removed",
  "ended",
  "resumed",
  "raised",
  "lowered",
] as const satisfies readonly (keyof MoneyMoved)[];

/** An amount with its sign, in 万元. */
export function signedWan(fen: number): string {
  return fen > 0 ? `+${formatWan(fen)}` : formatWan(fen);
}

function sectorNames(t: Translator, codes: string): string {
  return codes
    .split("、")
    .map((code) => SECTORS.find((known) => known === code))
    .map((sector) => (sector ? t(`sector.${sector}`) : ""))
    .join("、");
}
