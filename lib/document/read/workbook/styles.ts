import { walkXml } from "../office/xml";

/** How the cells of one style look: their number format, and whether they are struck through. */
export type CellStyle = { format: string; struck: boolean };

/** The styles of a workbook, by the number that cells carry. */
export function readStyles(bytes: Uint8Array): CellStyle[] {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  walkXml(bytes, {
    open(name, attributes) {
      const parent = path.at(-1);
      if (name === "numFmt" && parent === "numFmts") {
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      } else if (name === "font" && parent === "fonts") struckFonts.push(false);
      else if (name === "strike" && path.includes("fonts") && struckFonts.length > 0) {
        struckFonts[struckFonts.length - 1] = attributes.val !== "0" && attributes.val !== "false";
      } else if (name === "xf" && parent === "cellXfs") {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push({
          format: formats.get(id) ?? builtInFormat(id),
          struck: struckFonts[Number(attributes.fontId ?? 0)] ?? false,
        });
      }
      path.push(name);
    },
    close: () => void path.pop(),
  });
  return styles;
}

/** Formats that a workbook names by number alone: ECMA-376 18.8.30, with the Chinese ones. */
function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? "General";
}

const BUILT_IN: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
