import type { GroupKey } from "@/lib/group/names";
import type { Translator } from "@/lib/language/translator";
import { formatWan, parseWan } from "@/lib/money";
import type { UnitMatch } from "../match/units";
import { groupPhrase } from "./chips";
import type { LedgerFilters } from "./filters";

/** What the filters name by code or id, as the reader knows it. */
export type FilterNames = {
  /** Region names by code, for all regions the reader may see. */
  regions: ReadonlyMap<string, string>;
  /** Name of the plan that is asked for; null when none is. */
  plan: string | null;
  /** What the unit filter stands for; null without one. */
  units: UnitMatch | null;
  /** The only region the reader may see; null for those who see all. */
  scope: string | null;
  /** The groups of a rollup that are asked for. */
  groups: GroupKey[];
  /** Name of the project that is left out. */
  without: string | null;
};

/**
 * The filters in words, as they stand above an export and a printed list: 区县：城口县；牵头单位：县林业局. Who sees one
 * region only is told so, filtered or not.
 */
export function filterSentence(t: Translator, filters: LedgerFilters, names: FilterNames): string {
  const parts = [
    filters.q && t("filterSentence.search", { words: filters.q }),
    regionPart(t, filters, names),
    filters.sector.length > 0 &&
      t(`filterSentence.sector.${filters.sectorRank}`, {
        sectors: listed(
          t,
          filters.sector.map((sector) =>
            sector === "none" ? t("ledger.noSector") : t(`sector.${sector}`),
          ),
        ),
      }),
    filters.type.length > 0 &&
      t("filterSentence.type", {
        types: listed(
          t,
          filters.type.map((type) => t(`projectType.${type}`)),
        ),
      }),
    unitPart(t, filters, names),
    filters.sponsor && t("filterSentence.sponsor", { name: filters.sponsor }),
    filters.mine && t("filterSentence.mine"),
    filters.plan !== null && t("filterSentence.plan", { plan: names.plan ?? String(filters.plan) }),
    yearPart(t, filters),
    amountPart(t, filters),
    filters.amount && t("ledger.unknownAmount"),
    filters.stage.length > 0 &&
      t("filterSentence.stage", {
        stages: listed(
          t,
          filters.stage.map((stage) => t(`anyStage.${stage}`)),
        ),
      }),
    filters.overdue && t("common.overdue"),
    filters.overdueMilestones && t("common.overdueMilestones"),
    filters.joint && t("common.joint"),
    filters.owner && t(`filterSentence.owner.${filters.owner}`),
    filters.lead && t(`filterSentence.lead.${filters.lead}`),
    filters.basis && t(`filterSentence.basis.${filters.basis}`),
    filters.light.length > 0 &&
      t("filterSentence.light", {
        lights: listed(
          t,
          filters.light.map((light) =>
            light === "none" ? t("common.notReported") : t(`lightColour.${light}`),
          ),
        ),
      }),
    rangePart(t, "lastReturn", filters.lastReturnFrom, filters.lastReturnTo),
    rangePart(t, "completion", filters.completionFrom, filters.completionTo),
    filters.openProblems && t("common.openProblems"),
    filters.overdueProblems && t("common.overdueProblems"),
    names.groups.length > 0 && groupPhrase(t, { groups: names.groups, lens: filters.lens }),
    filters.without !== null &&
      t("filterSentence.without", { project: names.without ?? String(filters.without) }),
  ].filter((part) => typeof part === "string" && part !== "");
  return parts.length > 0
    ? parts.join(t("filterSentence.between"))
    : t("filterSentence.everything");
}

/** In which order the rows stand: 按总投资从大到小. */
export function sortSentence(t: Translator, { sort, order }: LedgerFilters): string {
  return t(`filterSentence.order.${order}`, { column: t(`filterSentence.column.${sort}`) });
}

function listed(t: Translator, words: string[]): string {
  return words.join(t("filterSentence.and"));
}

function regionPart(t: Translator, filters: LedgerFilters, names: FilterNames): string | null {
  const codes =
    filters.region.length > 0 ? filters.region : [names.scope].filter((code) => code !== null);
  if (codes.length === 0) return null;
  const regions = listed(
    t,
    codes.map((code) => names.regions.get(code) ?? code),
  );
  return t("filterSentence.region", { regions });
}

/** The bodies that matched are all named: an alias or a bracketed name may be among them. */
function unitPart(t: Translator, filters: LedgerFilters, names: FilterNames): string | null {
  if (filters.unit === null) return null;
  const matched = [...new Set((names.units?.units ?? []).map(({ name }) => name))];
  const units = matched.length > 0 ? listed(t, matched) : filters.unit;
  const role =
    filters.unitRole === "any" ? t("filterSentence.anyRole") : t(`unitRole.${filters.unitRole}`);
  return t("filterSentence.unit", { role, units });
}

function yearPart(t: Translator, { yearFrom, yearTo }: LedgerFilters): string | null {
  if (yearFrom === null && yearTo === null) return null;
  const years = yearFrom === yearTo ? String(yearFrom) : `${yearFrom ?? ""}–${yearTo ?? ""}`;
  return t("filterSentence.years", { years });
}

function rangePart(
  t: Translator,
  of: "lastReturn" | "completion",
  from: string | number | null,
  to: string | number | null,
): string | null {
  if (from === null && to === null) return null;
  return t(`filterSentence.${of}`, { range: `${from ?? ""}–${to ?? ""}` });
}

function amountPart(t: Translator, { amountFrom, amountTo }: LedgerFilters): string | null {
  const wan = (amount: string) => formatWan(parseWan(amount) ?? 0);
  if (amountFrom !== null && amountTo !== null) {
    return t("filterSentence.amountBetween", { from: wan(amountFrom), to: wan(amountTo) });
  }
  if (amountFrom !== null) return t("filterSentence.amountFrom", { from: wan(amountFrom) });
  return amountTo === null ? null : t("filterSentence.amountTo", { to: wan(amountTo) });
}
