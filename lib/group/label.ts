import { ORGANIZATION_KINDS, PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { type Dimension, isShared, UNSTATED } from "./group";
import type { GroupKey } from "./names";

export function dimensionName(t: Translator, dimension: Dimension): string {
  return t(`rollup.dimension.${dimension}`);
}

/** What a group is called: a body's name, 未明确具体单位（原文“企业”）, 未分解（等28个部门）, a sector, a year. */
export function groupLabel(t: Translator, { dimension, value, name }: GroupKey): string {
  if (value === UNSTATED) return t(`rollup.unstated.${unstatedWords(dimension)}`);
  if (isShared(dimension) && value.startsWith("?")) return placeholder(t, value.slice(1));
  if (isShared(dimension) && value.startsWith("+")) return openList(t, value.slice(1));
  if (dimension === "ownerKind" && isOneOf(ORGANIZATION_KINDS, value))
    return t(`organizationKind.${value}`);
  if (dimension === "sector" && isOneOf(SECTORS, value)) return t(`sector.${value}`);
  if (dimension === "type" && isOneOf(PROJECT_TYPES, value)) return t(`projectType.${value}`);
  if (dimension === "stage" && isOneOf(STAGES, value)) return t(`anyStage.${value}`);
  return name?.name ?? value;
}

function isOneOf<Word extends string>(words: readonly Word[], value: string): value is Word {
  return (words as readonly string[]).includes(value);
}

function unstatedWords(dimension: Dimension) {
  switch (dimension) {
    case "lead":
    case "responsible":
      return "lead" as const;
    case "owner":
    case "ownerKind":
      return "owner" as const;
    case "sector":
      return "sector" as const;
    case "plan":
      return "plan" as const;
    default:
      return "period" as const;
  }
}

function placeholder(t: Translator, text: string): string {
  return text === "" ? t("rollup.placeholder") : t("common.undetermined", { text });
}

/** 等28个相关部门 is the same list as 等28个部门. */
function openList(t: Translator, text: string): string {
  if (text === "") return t("rollup.openList");
  return t("rollup.notBroken", { text: text.replace(/相关|有关/, "") });
}
