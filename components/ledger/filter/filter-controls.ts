import { SECTORS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { FilterChoices } from "@/lib/ledger/filter/choices";
import {
  BASES,
  COLUMNS,
  type Column,
  type LedgerFilters,
  LIGHTS_ASKED,
  RETURN_COLUMNS,
  UNIT_ROLES_ASKED,
} from "@/lib/ledger/filter/filters";
import type { Field } from "./panel/fields";

export type AskedFields = { t: Translator; filters: LedgerFilters; choices: FilterChoices };

export function unitFields({ t, filters }: AskedFields): Field[] {
  return [
    {
      kind: "unit",
      label: t("ledger.unitName"),
      hint: t("ledger.unitHint"),
      none: t("ledger.unitNone"),
      chosen: filters.unit ?? "",
    },
    {
      kind: "choices",
      name: "unitRole",
      label: t("ledger.unitRoleLabel"),
      choices: UNIT_ROLES_ASKED.map((value) => ({ value, label: t(`ledger.unitRole.${value}`) })),
      chosen: [filters.unitRole],
      radio: true,
    },
    tickBox("bracketed", "1", t("ledger.bracketedLabel"), filters.bracketed),
  ];
}

export function sectorFields({ t, filters }: AskedFields): Field[] {
  return [
    {
      kind: "choices",
      name: "sector",
      label: t("ledger.filter.sector"),
      labelHidden: true,
      choices: [
        ...SECTORS.map((value) => ({ value, label: t(`sector.${value}`) })),
        { value: "none", label: t("ledger.noSector") },
      ],
      chosen: filters.sector,
      counted: true,
    },
    {
      kind: "choices",
      name: "sectorRank",
      label: t("ledger.sectorRankLabel"),
      choices: [
        { value: "primary", label: t("ledger.sectorRank.primary") },
        { value: "any", label: t("ledger.sectorRank.any") },
      ],
      chosen: [filters.sectorRank],
      radio: true,
    },
  ];
}

export function amountFields({ t, filters }: AskedFields): Field[] {
  return [
    {
      kind: "range",
      label: t("ledger.amountWan"),
      names: ["amountFrom", "amountTo"],
      values: [filters.amountFrom, filters.amountTo],
      inputMode: "decimal",
    },
    tickBox("amount", "unknown", t("ledger.unknownAmount"), filters.amount !== null),
  ];
}

export function stateFields({ t, filters }: AskedFields): Field[] {
  const undetermined = (["placeholder", "unstated"] as const).map((value) => ({
    value,
    label: t(`ledger.undetermined.${value}`),
  }));
  return [
    ...(["overdue", "overdueMilestones", "joint"] as const).map((name) =>
      counted(tickBox(name, "1", t(`common.${name}`), filters[name])),
    ),
    ...(["owner", "lead"] as const).map(
      (name): Field => ({
        kind: "choices",
        name,
        label: t(`ledger.filter.${name}`),
        choices: undetermined,
        chosen: filters[name] ? [filters[name]] : [],
        radio: true,
        none: t("ledger.noMatter"),
        counted: true,
      }),
    ),
    {
      kind: "choices",
      name: "basis",
      label: t("ledger.filter.basis"),
      choices: BASES.map((value) => ({ value, label: t(`filterSentence.basis.${value}`) })),
      chosen: filters.basis ? [filters.basis] : [],
      radio: true,
      none: t("ledger.noMatter"),
    },
  ];
}

export function returnsFields({ t, filters }: AskedFields): Field[] {
  return [
    {
      kind: "choices",
      name: "light",
      label: t("ledger.filter.light"),
      choices: LIGHTS_ASKED.map((value) => ({
        value,
        label: value === "none" ? t("common.notReported") : t(`lightColour.${value}`),
      })),
      chosen: filters.light,
      counted: true,
    },
    counted(tickBox("openProblems", "1", t("common.openProblems"), filters.openProblems)),
    counted(tickBox("overdueProblems", "1", t("common.overdueProblems"), filters.overdueProblems)),
    {
      kind: "range",
      label: t("ledger.lastReturnRange"),
      names: ["lastReturnFrom", "lastReturnTo"],
      values: [filters.lastReturnFrom, filters.lastReturnTo],
      inputMode: "text",
    },
    {
      kind: "range",
      label: t("ledger.completionRange"),
      names: ["completionFrom", "completionTo"],
      values: [filters.completionFrom, filters.completionTo],
      inputMode: "numeric",
    },
  ];
}

export function moreFields({ t, filters, choices }: AskedFields): Field[] {
  const hidden = (name: string, value: string): Field => ({ kind: "hidden", name, value });
  return [
    ...filters.group.map((group) => hidden("group", group)),
    ...(filters.lens ? [hidden("lens", filters.lens)] : []),
    ...(filters.without !== null ? [hidden("without", String(filters.without))] : []),
    {
      kind: "text",
      name: "sponsor",
      label: t("ledger.filter.sponsor"),
      value: filters.sponsor ?? "",
    },
    ...(choices.sponsors ? [tickBox("mine", "1", t("ledger.filter.mine"), filters.mine)] : []),
    {
      kind: "choices",
      name: "plan",
      label: t("ledger.filter.plan"),
      choices: choices.plans.map(({ id, name }) => ({ value: String(id), label: name })),
      chosen: filters.plan === null ? [] : [String(filters.plan)],
      radio: true,
      none: t("ledger.noMatter"),
      counted: true,
    },
  ];
}

/** Which columns are shown; those of the returns where there are any, or where they are shown already. */
export function columnFields({ t, filters: { columns }, choices }: AskedFields): Field[] {
  const offered = COLUMNS.filter(
    (column) => choices.live || columns.includes(column) || !RETURNED.includes(column),
  );
  return [
    {
      kind: "choices",
      name: "columns",
      label: t("ledger.columns"),
      labelHidden: true,
      choices: offered.map((value) => ({ value, label: t(`ledger.column.${value}`) })),
      chosen: columns,
    },
  ];
}

const RETURNED: readonly Column[] = RETURN_COLUMNS;

function tickBox(name: string, value: string, label: string, ticked: boolean): Field {
  const chosen = ticked ? [value] : [];
  return { kind: "choices", name, label, labelHidden: true, choices: [{ value, label }], chosen };
}

function counted(field: Field): Field {
  return field.kind === "choices" ? { ...field, counted: true } : field;
}
