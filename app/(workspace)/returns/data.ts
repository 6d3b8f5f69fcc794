import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { findCalendar } from "@/lib/calendar/queries";
import { compareReturns, listAsked } from "@/lib/monthly-return/review/compare";
import {
  REVIEW_TABS,
  REVIEWED_PER_PAGE,
  type ReviewFilters,
  type ReviewTab,
} from "@/lib/monthly-return/review/filters";
import { countWaiting, listReviewMonths, reviewMonth } from "@/lib/monthly-return/review/month";
import { isUnder, type ReviewedProject } from "@/lib/monthly-return/review/standing";
import { listRegions, type Region } from "@/lib/region/queries";

/** Everything the page of returns shows, of one moment; the filters with region and month filled in. */
export async function loadReturns(tx: Tx, viewer: Viewer, asked: ReviewFilters) {
  const regions = await listRegions(tx, viewer);
  const region = await regionOf(tx, viewer, regions, asked.region);
  if (region === null) return { state: "notLive", regions, regionName: "" } as const;
  const about = { regions, regionName: region.name };
  const opened = await listReviewMonths(tx, viewer, region.code);
  if (opened === null) return { state: "notLive", ...about } as const;
  const month = opened.months.find((one) => one === asked.month) ?? opened.months.at(-1);
  const found = month && (await reviewMonth(tx, viewer, region.code, month));
  if (!found) return { state: "notOpen", startsMonth: opened.startsMonth, ...about } as const;
  const filters = { ...asked, region: region.code, month: found.month };
  const corrections = await listAsked(tx, viewer, region.code);
  const waiting = await countWaiting(tx, viewer, region.code, opened.months);
  const ofUnit = found.projects.filter(
    ({ unitId }) => asked.unit === null || unitId === asked.unit,
  );
  const listed = ofUnit.filter((project) => isUnder(asked.show, project));
  const start = (asked.page - 1) * REVIEWED_PER_PAGE;
  const page = listed.slice(start, start + REVIEWED_PER_PAGE);
  return {
    state: "open",
    ...about,
    filters,
    found,
    today: tx.today,
    months: opened.months.map((one) => ({ month: one, waiting: waiting.get(one) ?? 0 })).reverse(),
    counts: countsOf(ofUnit, corrections.length),
    corrections,
    total: listed.length,
    page,
    compared: await compareReturns(tx, shownIds(page)),
  } as const;
}

/** The region and month that an address means; null for what is not there. */
export async function findRegionAndMonth(tx: Tx, viewer: Viewer, asked: ReviewFilters) {
  const region = await regionOf(tx, viewer, await listRegions(tx, viewer), asked.region);
  const opened = region && (await listReviewMonths(tx, viewer, region.code));
  const months = opened?.months ?? [];
  return { region, month: months.find((one) => one === asked.month) ?? months.at(-1) ?? null };
}

/** What was asked for, else the own region, else the first one that has gone live. */
async function regionOf(
  tx: Tx,
  viewer: Viewer,
  regions: Region[],
  asked: string | null,
): Promise<Region | null> {
  const code = asked ?? viewer.regionCode;
  const found = regions.find((region) => region.code === code);
  if (found) return found;
  for (const region of regions) if (await findCalendar(tx, region.code)) return region;
  return regions[0] ?? null;
}

function countsOf(projects: ReviewedProject[], corrections: number): Record<ReviewTab, number> {
  const count = (tab: ReviewTab) => projects.filter((project) => isUnder(tab, project)).length;
  return Object.fromEntries(
    REVIEW_TABS.map((tab) => [tab, tab === "correction" ? corrections : count(tab)]),
  ) as Record<ReviewTab, number>;
}

function shownIds(projects: ReviewedProject[]): number[] {
  return projects.flatMap(({ returnId, standing }) =>
    returnId === null || standing === "draft" ? [] : [returnId],
  );
}
