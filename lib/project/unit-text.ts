import type { UnitInput } from "./input";

const PLACEHOLDERS =
  /^(?:市场主体|(?:有关|相关)?(?:企业|单位|部门|公司|机构)|(?:有关|相关)市场主体|待定|待明确)$/;
/** 等28个相关部门, 等单位, 等: the open end of a list, behind a name or alone. */
const OPEN_END =
  /^(.*?)(等(?:\d{1,4}|[一二三四五六七八九十百]+|若?干|多)?(?:个|家|户)?(?:相关|有关)?(?:单位|部门|企业|公司|机构)?)$/;
const COUNT = /^等(\d{1,4})/;
const SEPARATORS = new Set(["、", "，", ",", "；", ";", "\n"]);
const OPENING = new Set(["（", "("]);
const CLOSING = new Set(["）", ")"]);

/**
 * Units as an office types them, in order: names separated by 、, placeholders (企业, 市场主体, 有关企业) and the open
 * end of a list (等28个相关部门) told apart from bodies. What stands in brackets belongs to its name.
 */
export function parseUnitText(text: string): UnitInput[] {
  return pieces(text).flatMap((piece): UnitInput[] => {
    if (PLACEHOLDERS.test(piece)) return [unit("placeholder", piece)];
    const [, name = "", end] = OPEN_END.exec(piece) ?? [];
    if (end === undefined) return [unit("named", piece)];
    const count = COUNT.exec(end)?.[1];
    const open = { ...unit("open_list", end), openCount: count ? Number(count) : null };
    return name === "" ? [open] : [unit("named", name), open];
  });
}

/** The opposite: 县教委、县卫生健康委等28个相关部门. */
export function unitText(units: Pick<UnitInput, "entryKind" | "text">[]): string {
  return units
    .map(({ entryKind, text }, at) => (at === 0 || entryKind === "open_list" ? "" : "、") + text)
    .join("");
}

function pieces(text: string): string[] {
  const found = [""];
  let depth = 0;
  for (const character of text) {
    if (OPENING.has(character)) depth += 1;
    if (CLOSING.has(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATORS.has(character)) found.push("");
    else found[found.length - 1] += character;
  }
  return found.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function unit(entryKind: UnitInput["entryKind"], text: string): UnitInput {
  return { entryKind, text, openCount: null };
}
