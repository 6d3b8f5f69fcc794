import type { Tx } from "@/db/client";
import { type LOCALES, SECTORS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";

import { type DictionaryFilters, listDictionary } from "@/lib/organization/dictionary";
import { getOverview, type Overview } from "@/lib/overview/queries";
import { listPlanSums } from "@/lib/plan/queries";
import { listRegions } from "@/lib/region/queries";
import { countFurtherSectors } from "@/lib/sector/queries";
import type { OrganizationList, PlanList, RegionList, SectorList } from "../schemas/dictionary";
import { money } from "./project-answer";

export async function answerOrganizations(
  tx: Tx,
  viewer: Actor,
  filters: DictionaryFilters,
): Promise<OrganizationList> {
  const { total, items } = await listDictionary(tx, viewer, filters);
  return { total, page: filters.page, pageSize: filters.pageSize, items };
}

/** All twelve sectors in the office's order, also those without a project. */
export async function answerSectors(tx: Tx, viewer: Actor): Promise<SectorList> {
  const { bySector } = await getOverview(tx, viewer, { region: null });
  const further = await countFurtherSectors(tx, viewer);
  return {
    items: SECTORS.map((code) => {
      const sum = bySector.find(({ sector }) => sector === code);
      return {
        code,
        names: {
          "zh-CN": translator("zh-CN")(`sector.${code}`),
          en: translator("en")(`sector.${code}`),
        } satisfies Record<(typeof LOCALES)[number], string>,
        projects: { primary: sum?.projects ?? 0, further: further.get(code) ?? 0 },
        ...covered(sum),
      };
    }),
  };
}

export async function answerRegions(tx: Tx, viewer: Actor): Promise<RegionList> {
  const { byRegion } = await getOverview(tx, viewer, { region: null });
  const regions = await listRegions(tx, viewer);
  return {
    items: regions.map((region) => {
      const sum = byRegion.find(({ code }) => code === region.code);
      return { ...region, projects: sum?.projects ?? 0, ...covered(sum) };
    }),
  };
}

export async function answerPlans(tx: Tx, viewer: Actor): Promise<PlanList> {
  const plans = await listPlanSums(tx, viewer);
  return {
    items: plans.map(({ known, totalInvestmentFen, ...plan }) => ({
      ...plan,
      ...money(totalInvestmentFen),
      coverage: { known, of: plan.rows },
    })),
  };
}

function covered(sum: Overview["total"] | undefined) {
  return {
    ...money(sum?.totalInvestmentFen ?? null),
    coverage: { known: sum?.known ?? 0, of: sum?.projects ?? 0 },
  };
}
