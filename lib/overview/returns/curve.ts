import { and, between, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { progressSums } from "@/db/schema";
import type { ReportMonth } from "./report-month";

/** What stands at the end of a month, added up since January; amounts in 分. */
export type CurvePoint = {
  month: string;
  plannedFen: number;
  /** Null after the newest month that has opened. */
  completedFen: number | null;
  /** How many returns were handed in for the month. */
  returns: number;
};

export type YearMoney = {
  curve: CurvePoint[];
  /** 年度计划投资, and how many projects have one. */
  planned: { fen: number | null; projects: number };
  /** Of the year, up to the month. */
  completedFen: number;
  inPlaceFen: number;
  paidFen: number;
  /** The same of the projects that have a plan: only these can be compared with it. */
  ofPlanned: { completedFen: number; inPlaceFen: number; paidFen: number };
  /** Up to the last month that is past its day, of the projects that have a plan; null before there is one. */
  due: { plannedFen: number; completedFen: number } | null;
};

type Month = Omit<typeof progressSums.$inferSelect, "regionCode" | "month">;

/**
 * 计划与完成 of a year by month, over the live regions: 现行口径, so without terminated and withdrawn projects. Read
 * from the sums that are kept by region and month, a dozen rows for each region.
 */
export async function yearMoney(tx: Tx, report: ReportMonth): Promise<YearMoney> {
  const { year, month, due } = report;
  const sums = await monthsOf(tx, report);
  const curve: CurvePoint[] = [];
  const total = { plannedFen: 0, completedFen: 0, inPlaceFen: 0, paidFen: 0 };
  const ofPlanned = { completedFen: 0, inPlaceFen: 0, paidFen: 0 };
  let plans = 0;
  let atDue: YearMoney["due"] = null;
  for (let at = 1; at <= 12; at += 1) {
    const name = `${year}-${String(at).padStart(2, "0")}`;
    const own = sums.get(name) ?? NOTHING;
    const opened = name <= month;
    total.plannedFen += own.plannedFen;
    if (opened) {
      total.completedFen += own.completedFen;
      total.inPlaceFen += own.inPlaceFen;
      total.paidFen += own.paidFen;
    }
    // What nobody could report yet adds nothing: no month that has not opened has a return.
    ofPlanned.completedFen += own.plannedCompletedFen;
    ofPlanned.inPlaceFen += own.plannedInPlaceFen;
    ofPlanned.paidFen += own.plannedPaidFen;
    plans = Math.max(plans, own.plans);
    curve.push({
      month: name,
      plannedFen: total.plannedFen,
      completedFen: opened ? total.completedFen : null,
      returns: own.returns,
    });
    if (name === due)
      atDue = { plannedFen: total.plannedFen, completedFen: ofPlanned.completedFen };
  }
  const { plannedFen, ...done } = total;
  return {
    curve,
    planned: { fen: plans > 0 ? plannedFen : null, projects: plans },
    ...done,
    ofPlanned,
    due: atDue,
  };
}

const NOTHING: Month = {
  plannedFen: 0,
  completedFen: 0,
  inPlaceFen: 0,
  paidFen: 0,
  returns: 0,
  plans: 0,
  plannedCompletedFen: 0,
  plannedInPlaceFen: 0,
  plannedPaidFen: 0,
};

async function monthsOf(tx: Tx, { year, regions }: ReportMonth): Promise<Map<string, Month>> {
  const s = progressSums;
  const total = (column: AnyColumn) => sql<number>`sum(${column})`.mapWith(Number);
  const rows = await tx
    .select({
      month: s.month,
      plannedFen: total(s.plannedFen),
      completedFen: total(s.completedFen),
      inPlaceFen: total(s.inPlaceFen),
      paidFen: total(s.paidFen),
      returns: total(s.returns),
      plans: total(s.plans),
      plannedCompletedFen: total(s.plannedCompletedFen),
      plannedInPlaceFen: total(s.plannedInPlaceFen),
      plannedPaidFen: total(s.plannedPaidFen),
    })
    .from(s)
    .where(and(inArray(s.regionCode, regions), between(s.month, `${year}-01`, `${year}-12`)))
    .groupBy(s.month);
  return new Map(rows.map((row) => [row.month, row]));
}
