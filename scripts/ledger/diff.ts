import { PARAMETER_NOTES } from "@/lib/api/parameter-notes";
import { OPERATOR } from "@/lib/auth/actor";
import type { Comparison } from "@/lib/compare/comparison";
import { COMPARISON_FILTERS, comparisonInput } from "@/lib/compare/input";
import { compareDays } from "@/lib/compare/queries";
import { changeLines, factText, lightName, MONEY_PARTS, signedWan } from "@/lib/compare/words";
import { translator } from "@/lib/language/translator";
import { REPEATABLE } from "@/lib/ledger/filter/filters";
import { formatWan } from "@/lib/money";
import {
  type Command,
  type Given,
  JSON_OPTION,
  kebab,
  type Options,
  requiredText,
} from "./tool/command";
import { facts, json, table } from "./tool/print";

const t = translator("en");
type Filter = keyof typeof COMPARISON_FILTERS;
const NAMES = Object.keys(COMPARISON_FILTERS) as Filter[];

export const diff: Command = {
  about: "Compares two days: projects added, gone and changed field by field, money and lights",
  options: {
    from: { type: "string", note: "the earlier day, such as 2026-03-31" },
    to: { type: "string", note: "the later day" },
    ...filterOptions(),
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const asked = comparisonInput.parse({
      from: requiredText(given, "from"),
      to: requiredText(given, "to"),
      ...filtersOf(given),
    });
    const comparison = await compareDays(OPERATOR, asked);
    return given.values.json ? json(comparison) : textOf(comparison);
  },
};

function filterOptions(): Options {
  return Object.fromEntries(
    NAMES.map((name) => [
      kebab(name),
      {
        type: COMPARISON_FILTERS[name].safeParse("true").data === true ? "boolean" : "string",
        multiple: (REPEATABLE as readonly string[]).includes(name),
        note: PARAMETER_NOTES[name],
      },
    ]),
  );
}

function filtersOf({ values }: Given): Record<string, string | string[]> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = values[kebab(name)];
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? value.map(String) : String(value)]];
    }),
  );
}

function textOf(comparison: Comparison): string {
  const { before, after, added, removed, changed, money, lights } = comparison;
  const moved = (sign: string, list: Comparison["added"]) =>
    list.map(({ id, cause, facts: of }) => ({
      sign,
      id,
      name: String(of.name),
      what: t(`compare.cause.${cause}`),
      was: "",
      is: factText(t, "totalInvestmentFen", of.totalInvestmentFen, of.type),
    }));
  const rows = [
    ...moved("+", added),
    ...moved("-", removed),
    ...changed.flatMap((project) =>
      changeLines(t, project).map(({ label, before: was, after: is }) => ({
        sign: "~",
        id: project.id,
        name: project.name,
        what: label,
        was,
        is,
      })),
    ),
  ];
  const lines = table(rows, [
    { title: "", value: ({ sign }) => sign },
    { title: "ID", value: ({ id }) => id, align: "right" },
    { title: "Project", value: ({ name }) => name, max: 36 },
    { title: "What", value: ({ what }) => what, max: 24 },
    { title: "Before", value: ({ was }) => was, max: 40 },
    { title: "After", value: ({ is }) => is, max: 40 },
  ]);
  const sums = facts([
    ["Projects", `${before.projects} → ${after.projects}`],
    [t("compare.moneyPart.before", { day: before.day }), `${formatWan(money.before)} 万元`],
    ...MONEY_PARTS.filter((part) => money[part] !== 0).map((part): [string, string] => [
      t(`compare.moneyPart.${part}`),
      `${signedWan(money[part])} 万元`,
    ]),
    [t("compare.moneyPart.after", { day: after.day }), `${formatWan(money.after)} 万元`],
    ...lights.map(({ from, to, projects }): [string, string] => [
      t("compare.lightMove", { from: lightName(t, from), to: lightName(t, to) }),
      t("compare.lightCount", { count: projects }),
    ]),
    ["Records", `#${before.head.seq} → #${after.head.seq}`],
  ]);
  return rows.length > 0 ? `${lines}\n\n${sums}` : sums;
}
