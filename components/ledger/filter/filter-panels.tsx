import type { ReactNode } from "react";
import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { LedgerFilters, ParameterName } from "@/lib/ledger/filters";
import { BASES, UNIT_ROLES_ASKED } from "@/lib/ledger/filters";
import { Choices, Range } from "./choices";
import { INPUT } from "./input";
import { UnitPicker } from "./unit-picker";

export type FilterChoices = {
  regions: { code: string; name: string }[];
  plans: { id: number; name: string }[];
  /** Whether projects can have the viewer as their 分管领导. */
  sponsors: boolean;
};

type PanelBody = { t: Translator; filters: LedgerFilters; choices: FilterChoices };

export type FilterPanel = {
  key: "unit" | "region" | "sector" | "type" | "years" | "amount" | "stage" | "state" | "more";
  names: ParameterName[];
  facet?: string;
  body: (props: PanelBody) => ReactNode;
};

/** The filters in the order of their chips: which parameters each sets, and its plain controls. */
export const FILTER_PANELS: FilterPanel[] = [
  { key: "unit", names: ["unit", "unitRole", "bracketed"], body: UnitBody },
  {
    key: "region",
    names: ["region"],
    facet: "region",
    body: ({ t, filters, choices }) => (
      <Choices
        name="region"
        label={t("ledger.filter.region")}
        labelHidden
        choices={choices.regions.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={filters.region}
        counted
      />
    ),
  },
  { key: "sector", names: ["sector", "sectorRank"], facet: "sector", body: SectorBody },
  {
    key: "type",
    names: ["type"],
    facet: "type",
    body: ({ t, filters }) => (
      <Choices
        name="type"
        label={t("ledger.filter.type")}
        labelHidden
        choices={PROJECT_TYPES.map((value) => ({ value, label: t(`projectType.${value}`) }))}
        chosen={filters.type}
        counted
      />
    ),
  },
  {
    key: "years",
    names: ["yearFrom", "yearTo"],
    body: ({ t, filters }) => (
      <Range
        label={t("ledger.activeIn")}
        names={["yearFrom", "yearTo"]}
        values={[filters.yearFrom, filters.yearTo]}
        inputMode="numeric"
      />
    ),
  },
  { key: "amount", names: ["amountFrom", "amountTo", "amount"], body: AmountBody },
  {
    key: "stage",
    names: ["stage"],
    facet: "stage",
    body: ({ t, filters }) => (
      <Choices
        name="stage"
        label={t("ledger.filter.stage")}
        labelHidden
        choices={STAGES.map((value) => ({ value, label: t(`anyStage.${value}`) }))}
        chosen={filters.stage}
        counted
      />
    ),
  },
  {
    key: "state",
    names: ["overdue", "overdueMilestones", "joint", "owner", "lead", "basis"],
    facet: "state",
    body: StateBody,
  },
  {
    key: "more",
    names: ["sponsor", "mine", "plan", "group", "lens", "without"],
    facet: "plan",
    body: MoreBody,
  },
];

function UnitBody({ t, filters }: PanelBody) {
  return (
    <>
      <div className="mb-3">
        <UnitPicker
          label={t("ledger.unitName")}
          hint={t("ledger.unitHint")}
          none={t("ledger.unitNone")}
          chosen={filters.unit ?? ""}
        />
      </div>
      <Choices
        name="unitRole"
        label={t("ledger.unitRoleLabel")}
        choices={UNIT_ROLES_ASKED.map((value) => ({ value, label: t(`ledger.unitRole.${value}`) }))}
        chosen={[filters.unitRole]}
        radio
      />
      <Choices
        name="bracketed"
        label={t("ledger.bracketedLabel")}
        labelHidden
        choices={[{ value: "1", label: t("ledger.bracketedLabel") }]}
        chosen={filters.bracketed ? ["1"] : []}
      />
    </>
  );
}

function SectorBody({ t, filters }: PanelBody) {
  return (
    <>
      <Choices
        name="sector"
        label={t("ledger.filter.sector")}
        labelHidden
        choices={[
          ...SECTORS.map((value) => ({ value, label: t(`sector.${value}`) })),
          { value: "none", label: t("ledger.noSector") },
        ]}
        chosen={filters.sector}
        counted
      />
      <Choices
        name="sectorRank"
        label={t("ledger.sectorRankLabel")}
        choices={[
          { value: "primary", label: t("ledger.sectorRank.primary") },
          { value: "any", label: t("ledger.sectorRank.any") },
        ]}
        chosen={[filters.sectorRank]}
        radio
      />
    </>
  );
}

function AmountBody({ t, filters }: PanelBody) {
  return (
    <>
      <Range
        label={t("ledger.amountWan")}
        names={["amountFrom", "amountTo"]}
        values={[filters.amountFrom, filters.amountTo]}
        inputMode="decimal"
      />
      <Choices
        name="amount"
        label={t("ledger.unknownAmount")}
        labelHidden
        choices={[{ value: "unknown", label: t("ledger.unknownAmount") }]}
        chosen={filters.amount ? [filters.amount] : []}
      />
    </>
  );
}

function StateBody({ t, filters }: PanelBody) {
  const undetermined = (["placeholder", "unstated"] as const).map((value) => ({
    value,
    label: t(`ledger.undetermined.${value}`),
  }));
  return (
    <>
      {(["overdue", "overdueMilestones", "joint"] as const).map((name) => (
        <Choices
          key={name}
          name={name}
          label={t(`common.${name}`)}
          labelHidden
          choices={[{ value: "1", label: t(`common.${name}`) }]}
          chosen={filters[name] ? ["1"] : []}
          counted
        />
      ))}
      {(["owner", "lead"] as const).map((name) => (
        <Choices
          key={name}
          name={name}
          label={t(`ledger.filter.${name}`)}
          choices={undetermined}
          chosen={filters[name] ? [filters[name]] : []}
          radio
          none={t("ledger.noMatter")}
          counted
        />
      ))}
      <Choices
        name="basis"
        label={t("ledger.filter.basis")}
        choices={BASES.map((value) => ({ value, label: t(`filterSentence.basis.${value}`) }))}
        chosen={filters.basis ? [filters.basis] : []}
        radio
        none={t("ledger.noMatter")}
      />
    </>
  );
}

function MoreBody({ t, filters, choices }: PanelBody) {
  return (
    <>
      {filters.group.map((group) => (
        <input key={group} type="hidden" name="group" value={group} />
      ))}
      {filters.lens && <input type="hidden" name="lens" value={filters.lens} />}
      {filters.without !== null && <input type="hidden" name="without" value={filters.without} />}
      <label className="mb-3 block">
        <span className="mb-1 block text-ink-2 text-sm">{t("ledger.filter.sponsor")}</span>
        <input
          name="sponsor"
          defaultValue={filters.sponsor ?? ""}
          autoComplete="off"
          maxLength={50}
          className={INPUT}
        />
      </label>
      {choices.sponsors && (
        <Choices
          name="mine"
          label={t("ledger.filter.mine")}
          labelHidden
          choices={[{ value: "1", label: t("ledger.filter.mine") }]}
          chosen={filters.mine ? ["1"] : []}
        />
      )}
      <Choices
        name="plan"
        label={t("ledger.filter.plan")}
        choices={choices.plans.map(({ id, name }) => ({ value: String(id), label: name }))}
        chosen={filters.plan === null ? [] : [String(filters.plan)]}
        radio
        none={t("ledger.noMatter")}
        counted
      />
    </>
  );
}
