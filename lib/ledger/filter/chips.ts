import type { Lens } from "@/lib/group/group";
import { dimensionName, groupLabel } from "@/lib/group/label";
import type { GroupKey } from "@/lib/group/names";
import type { Translator } from "@/lib/language/translator";
import { formatWan, parseWan } from "@/lib/money";
import { filterPairs } from "./filter-url";
import type { LedgerFilters, ParameterName } from "./filters";

/** What the codes and ids in the filters are called; null where the viewer may not see it. */
export type FilterNames = {
  regions: { code: string; name: string }[];
  plan: string | null;
  unit: string | null;
  /** The groups of a rollup that are asked for, and under which lens. */
  groups: GroupKey[];
  lens: Lens | null;
  /** Name of the project that is left out. */
  without: string | null;
};

/** One filter in words, with the parameters that make it: the chip of the page. */
export type FilterChip = { names: ParameterName[]; label: string; value: string };

/** The filters in words, in the order of the parameters; what is shown how is left out. */
export function filterChips(
  t: Translator,
  filters: LedgerFilters,
  names: FilterNames,
): FilterChip[] {
  const given = new Set(filterPairs(filters).map(([name]) => name));
  return PHRASES.flatMap(({ names: parameters, label, value }) =>
    parameters.some((name) => given.has(name))
      ? [{ names: parameters, label: t(`ledger.filter.${label}`), value: value(t, filters, names) }]
      : [],
  );
}

type Phrase = {
  names: ParameterName[];
  label:
    | "q"
    | "region"
    | "sector"
    | "type"
    | "unit"
    | "sponsor"
    | "plan"
    | "years"
    | "amount"
    | "stage"
    | "state"
    | "owner"
    | "lead"
    | "basis"
    | "light"
    | "lastReturn"
    | "completion"
    | "group"
    | "without";
  value: (t: Translator, filters: LedgerFilters, names: FilterNames) => string;
};

const PHRASES: Phrase[] = [
  { names: ["q"], label: "q", value: (_t, { q }) => `“${q}”` },
  {
    names: ["unit", "unitRole", "bracketed"],
    label: "unit",
    value: (t, { unit, unitRole, bracketed }, names) =>
      [
        names.unit ?? unit ?? t("common.all"),
        unitRole === "lead" ? null : t(`ledger.unitRole.${unitRole}`),
        bracketed ? t("ledger.filter.withBracketed") : null,
      ]
        .filter((part) => part !== null)
        .join(t("ledger.filter.dot")),
  },
  {
    names: ["region"],
    label: "region",
    value: (t, { region }, { regions }) =>
      listed(
        t,
        region.map((code) => regions.find((one) => one.code === code)?.name ?? code),
      ),
  },
  {
    names: ["sector", "sectorRank"],
    label: "sector",
    value: (t, { sector, sectorRank }) =>
      listed(t, [
        ...sector.map((one) => (one === "none" ? t("ledger.noSector") : t(`sector.${one}`))),
        ...(sectorRank === "any" ? [t("ledger.filter.anySector")] : []),
      ]),
  },
  {
    names: ["type"],
    label: "type",
    value: (t, { type }) =>
      listed(
        t,
        type.map((one) => t(`projectType.${one}`)),
      ),
  },
  {
    names: ["yearFrom", "yearTo"],
    label: "years",
    value: (t, { yearFrom, yearTo }) => between(t, yearFrom, yearTo),
  },
  {
    names: ["amountFrom", "amountTo"],
    label: "amount",
    value: (t, { amountFrom, amountTo }) =>
      t("ledger.filter.wan", { range: between(t, wan(amountFrom), wan(amountTo)) }),
  },
  { names: ["amount"], label: "amount", value: (t) => t("ledger.unknownAmount") },
  {
    names: ["stage"],
    label: "stage",
    value: (t, { stage }) =>
      listed(
        t,
        stage.map((one) => t(`anyStage.${one}`)),
      ),
  },
  { names: ["overdue"], label: "state", value: (t) => t("common.overdue") },
  { names: ["overdueMilestones"], label: "state", value: (t) => t("common.overdueMilestones") },
  { names: ["joint"], label: "state", value: (t) => t("common.joint") },
  {
    names: ["owner"],
    label: "owner",
    value: (t, { owner }) => t(`ledger.undetermined.${owner ?? "placeholder"}`),
  },
  {
    names: ["lead"],
    label: "lead",
    value: (t, { lead }) => t(`ledger.undetermined.${lead ?? "placeholder"}`),
  },
  {
    names: ["basis"],
    label: "basis",
    value: (t, { basis }) => t(`filterSentence.basis.${basis ?? "current"}`),
  },
  {
    names: ["light"],
    label: "light",
    value: (t, { light }) =>
      listed(
        t,
        light.map((one) => (one === "none" ? t("common.notReported") : t(`lightColour.${one}`))),
      ),
  },
  {
    names: ["lastReturnFrom", "lastReturnTo"],
    label: "lastReturn",
    value: (t, { lastReturnFrom, lastReturnTo }) => between(t, lastReturnFrom, lastReturnTo),
  },
  {
    names: ["completionFrom", "completionTo"],
    label: "completion",
    value: (t, { completionFrom, completionTo }) =>
      between(t, percent(completionFrom), percent(completionTo)),
  },
  { names: ["openProblems"], label: "state", value: (t) => t("common.openProblems") },
  { names: ["overdueProblems"], label: "state", value: (t) => t("common.overdueProblems") },
  {
    names: ["sponsor", "mine"],
    label: "sponsor",
    value: (t, { sponsor, mine }) =>
      listed(
        t,
        [sponsor, mine ? t("ledger.filter.mine") : null].filter((part) => part !== null),
      ),
  },
  {
    names: ["plan"],
    label: "plan",
    value: (_t, { plan }, names) => names.plan ?? String(plan),
  },
  {
    names: ["group", "lens"],
    label: "group",
    value: (t, _filters, names) => groupPhrase(t, names),
  },
  {
    names: ["without"],
    label: "without",
    value: (_t, { without }, names) => names.without ?? String(without),
  },
];

function listed(t: Translator, texts: string[]): string {
  return texts.join(t("ledger.filter.comma"));
}

function percent(value: number | null): string | null {
  return value === null ? null : `${value}%`;
}

function wan(typed: string | null): string | null {
  return typed === null ? null : formatWan(parseWan(typed) ?? 0);
}

function between(t: Translator, from: string | number | null, to: string | number | null): string {
  if (from !== null && from === to) return String(from);
  if (from === null) return t("ledger.filter.upTo", { to: String(to) });
  if (to === null) return t("ledger.filter.from", { from: String(from) });
  return `${from}–${to}`;
}

/** 牵头单位 县林业局（平均分摊（仅供统计）） */
export function groupPhrase(
  t: Translator,
  { groups, lens }: Pick<FilterNames, "groups" | "lens">,
): string {
  const words = groups.map((key) => `${dimensionName(t, key.dimension)} ${groupLabel(t, key)}`);
  return listed(t, [...words, ...(lens ? [t(`rollup.lens.${lens}`)] : [])]);
}
