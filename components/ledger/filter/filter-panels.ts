import { PROJECT_TYPES, STAGES } from "@/db/vocabulary";
import type { ParameterName } from "@/lib/ledger/filter/filters";
import {
  type AskedFields,
  amountFields,
  columnFields,
  moreFields,
  returnsFields,
  sectorFields,
  stateFields,
  unitFields,
} from "./filter-controls";
import type { Field } from "./panel/fields";

const FILTER_KEYS = [
  "unit",
  "region",
  "sector",
  "type",
  "years",
  "amount",
  "stage",
  "state",
  "returns",
  "more",
] as const;
/** The panels whose controls are plain data: those of the filters, and that of the columns. */
export const PANEL_KEYS = [...FILTER_KEYS, "columns"] as const;
export type PanelKey = (typeof PANEL_KEYS)[number];

export type FilterPanel = {
  key: (typeof FILTER_KEYS)[number];
  names: ParameterName[];
  facet?: string;
  fields: (asked: AskedFields) => Field[];
};

/** The filters in the order of their chips: which parameters each sets, and its plain controls. */
export const FILTER_PANELS: FilterPanel[] = [
  { key: "unit", names: ["unit", "unitRole", "bracketed"], fields: unitFields },
  {
    key: "region",
    names: ["region"],
    facet: "region",
    fields: ({ t, filters, choices }) => [
      {
        kind: "choices",
        name: "region",
        label: t("ledger.filter.region"),
        labelHidden: true,
        choices: choices.regions.map(({ code, name }) => ({ value: code, label: name })),
        chosen: filters.region,
        counted: true,
      },
    ],
  },
  { key: "sector", names: ["sector", "sectorRank"], facet: "sector", fields: sectorFields },
  {
    key: "type",
    names: ["type"],
    facet: "type",
    fields: ({ t, filters }) => [
      {
        kind: "choices",
        name: "type",
        label: t("ledger.filter.type"),
        labelHidden: true,
        choices: PROJECT_TYPES.map((value) => ({ value, label: t(`projectType.${value}`) })),
        chosen: filters.type,
        counted: true,
      },
    ],
  },
  {
    key: "years",
    names: ["yearFrom", "yearTo"],
    fields: ({ t, filters }) => [
      {
        kind: "range",
        label: t("ledger.activeIn"),
        names: ["yearFrom", "yearTo"],
        values: [filters.yearFrom, filters.yearTo],
        inputMode: "numeric",
      },
    ],
  },
  { key: "amount", names: ["amountFrom", "amountTo", "amount"], fields: amountFields },
  {
    key: "stage",
    names: ["stage"],
    facet: "stage",
    fields: ({ t, filters }) => [
      {
        kind: "choices",
        name: "stage",
        label: t("ledger.filter.stage"),
        labelHidden: true,
        choices: STAGES.map((value) => ({ value, label: t(`anyStage.${value}`) })),
        chosen: filters.stage,
        counted: true,
      },
    ],
  },
  {
    key: "state",
    names: ["overdue", "overdueMilestones", "joint", "owner", "lead", "basis"],
    facet: "state",
    fields: stateFields,
  },
  {
    key: "returns",
    names: [
      "light",
      "lastReturnFrom",
      "lastReturnTo",
      "completionFrom",
      "completionTo",
      "openProblems",
      "overdueProblems",
    ],
    facet: "returns",
    fields: returnsFields,
  },
  {
    key: "more",
    names: ["sponsor", "mine", "plan", "group", "lens", "without"],
    facet: "plan",
    fields: moreFields,
  },
];

/** The controls of a panel under these filters. */
export function fieldsOfPanel(key: PanelKey, asked: AskedFields): Field[] {
  if (key === "columns") return columnFields(asked);
  return FILTER_PANELS.find((panel) => panel.key === key)?.fields(asked) ?? [];
}
