import type { Translator } from "@/lib/language/translator";
import {
  attributeOf,
  type Indicator,
  type IndicatorColumn,
  type IndicatorTable,
  type IndicatorValue,
  meaningOf,
} from "./indicator";

/** 约束性, 预期性, or what the table says instead; nothing where it says nothing. */
export function attributeWords(t: Translator, { attribute }: Pick<Indicator, "attribute">): string {
  const known = attributeOf(attribute);
  return known ? t(`indicator.attribute.${known}`) : (attribute ?? "");
}

/** 目标值, 实际值, 基期值; nothing where the header leaves it open. */
export function kindWords(t: Translator, { kind }: IndicatorColumn): string {
  return kind ? t(`indicator.kind.${kind}`) : "";
}

/** 存量（表注：累计数）: what the sign at a number means; null without one. */
export function noteWords(t: Translator, { note }: Pick<IndicatorValue, "note">): string | null {
  if (note === null) return null;
  const meaning = meaningOf(note);
  return meaning
    ? t("indicator.meant", { meaning: t(`indicator.meaning.${meaning}`), note })
    : note;
}

export function titleWords(
  t: Translator,
  { title, table }: Pick<IndicatorTable, "title" | "table">,
) {
  return title ?? t("indicator.untitled", { number: table + 1 });
}

/** Where a row stands: sheet, page or line of the table, and its row there from 1. */
export function placeWords(
  t: Translator,
  { location }: Pick<IndicatorTable, "location">,
  row: number,
): string {
  const { sheet, page, line } = location;
  return [
    sheet,
    page === null ? null : t("indicator.page", { page }),
    line === null ? null : t("indicator.line", { line }),
    t("indicator.row", { row: row + 1 }),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
