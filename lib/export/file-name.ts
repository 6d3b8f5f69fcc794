import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { markedName } from "@/lib/sample/mark";
import { wellFormed } from "@/lib/well-formed";
import type { LedgerExport } from "./queries";

export const EXPORT_FORMATS = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** 项目清单-城口县-2026-11-23.xlsx: what, where, when (the day in Beijing). */
export function exportFileName(
  t: Translator,
  { filters, names, exportedAt }: LedgerExport,
  format: ExportFormat,
): string {
  const codes = filters.region.length > 0 ? filters.region : [names.scope ?? ""];
  const [code = ""] = codes;
  const where =
    codes.length > 1
      ? t("export.someRegions")
      : (names.regions.get(code) ?? t("export.allRegions"));
  return `${t("export.title")}-${where}-${formatInstant(exportedAt).slice(0, 10)}.${format}`;
}

/** `Content-Disposition` after RFC 6266: the name in UTF-8, and a plain one for what cannot read that. */
export function attachment(fileName: string): string {
  const name = wellFormed(markedName(fileName));
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = /^[\w.-]+$/.test(name)
    ? name
    : `ledger${/-\d{4}-\d{2}-\d{2}\.\w+$/.exec(name)?.[0] ?? ""}`;
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
