import { formatInstant } from "@/lib/dates";
import type { FigureSheet, SheetCell } from "@/lib/export/figure-file";
import type { Translator } from "@/lib/language/translator";
import { type FilterNames, filterSentence } from "@/lib/ledger/filter/filter-sentence";
import { sampleTitle } from "@/lib/sample/label";
import type { ComparedProject, Comparison } from "./comparison";
import type { ComparisonQuestion } from "./input";
import { changeLines, factText, lightName, MONEY_PARTS } from "./words";

/** A comparison as a table in words, a row for each changed field, with the money and the lights below it. */
export function comparisonSheet(
  t: Translator,
  asked: ComparisonQuestion,
  data: {
    comparison: Comparison;
    names: FilterNames;
    exportedAt: string;
    exportedBy: string;
    sample: boolean;
  },
): FigureSheet {
  const { added, removed, changed, before, after, money, lights } = data.comparison;
  return {
    title: sampleTitle(t, `${t("compare.title")} ${asked.from} – ${asked.to}`, data.sample),
    lines: [
      [t("export.filters"), filterSentence(t, asked.filters, data.names)],
      [t("export.at"), formatInstant(data.exportedAt)],
      [t("export.by"), data.exportedBy],
    ],
    chain: [t("compare.head"), headsOf(t, data.comparison)],
    header: [
      t("compare.kind"),
      t("compare.project"),
      t("compare.field"),
      t("compare.was"),
      t("compare.is"),
    ],
    rows: [
      ...added.map((row) => movedRow(t, "added", row)),
      ...removed.map((row) => movedRow(t, "removed", row)),
      ...changed.flatMap((row) =>
        changeLines(t, row).map(({ label, ...line }): SheetCell[] => [
          t("compare.changed"),
          row.name,
          label,
          line.before,
          line.after,
        ]),
      ),
      [],
      [t("compare.money")],
      ...(["before", ...MONEY_PARTS, "after"] as const).map((part): SheetCell[] => [
        t(`compare.moneyPart.${part}`, { day: part === "before" ? before.day : after.day }),
        { fen: money[part] },
      ]),
      ...(lights.length > 0 ? [[], [t("compare.lights")] as SheetCell[]] : []),
      ...lights.map(({ from, to, projects }): SheetCell[] => [
        t("compare.lightMove", { from: lightName(t, from), to: lightName(t, to) }),
        projects,
      ]),
    ],
    total: [t("compare.projects"), "", "", before.projects, after.projects],
    notes: [],
  };
}

/** The last records known on either day: whoever has the history can prove what was compared. */
export function headsOf(t: Translator, { before, after }: Comparison): string {
  return t("compare.heads", {
    from: before.day,
    fromSeq: before.head.seq,
    fromHash: before.head.hash,
    to: after.day,
    toSeq: after.head.seq,
    toHash: after.head.hash,
  });
}

function movedRow(
  t: Translator,
  kind: "added" | "removed",
  { cause, facts }: ComparedProject,
): SheetCell[] {
  const amount = factText(t, "totalInvestmentFen", facts.totalInvestmentFen, facts.type);
  const [was, is] = kind === "added" ? ["", amount] : [amount, ""];
  return [
    t(`compare.${kind}`),
    String(facts.name),
    t(`compare.cause.${cause}`),
    was ?? "",
    is ?? "",
  ];
}
