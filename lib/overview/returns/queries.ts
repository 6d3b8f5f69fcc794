import { and, count, eq, inArray, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerSums, problems } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { rateBp } from "@/lib/progress/progress";
import { type YearMoney, yearMoney } from "./curve";
import { countLights, type Lights } from "./lights";
import { type ReportMonth, reportMonthOf } from "./report-month";

export type ReturnOverview = ReportMonth & {
  /** Projects of 现行口径 in the live regions, and how many handed in the month's return. */
  of: number;
  reported: number;
  money: YearMoney;
  /** The same for the last month that is past its day. */
  reportedDue: number;
  /** Shares of the year's plan in hundredths of a per cent; null without one. */
  rates: {
    completedBp: number | null;
    inPlaceBp: number | null;
    paidBp: number | null;
    /** 完成率 and 序时进度 up to the last month that is past its day. */
    due: { completedBp: number | null; expectedBp: number | null };
  };
  lights: Lights;
  problems: { open: number; overdue: number; projectsOverdue: number };
};

/**
 * What the monthly returns come to, over the live regions that the viewer may see: null before any has gone live, and
 * for those who read the returns of their own projects only.
 */
export async function getReturnOverview(
  tx: Tx,
  viewer: Actor,
  filter: { region: string | null },
): Promise<ReturnOverview | null> {
  if (!can(viewer, "return.read", { regionCode: filter.region ?? viewer.regionCode })) return null;
  const report = await reportMonthOf(tx, viewer, filter.region);
  if (report === null) return null;
  const money = await yearMoney(tx, report);
  const { planned, ofPlanned, curve } = money;
  const now = curve.find(({ month }) => month === report.month);
  return {
    ...report,
    of: await countProjects(tx, report.regions),
    reported: now?.returns ?? 0,
    reportedDue: curve.find(({ month }) => month === report.due)?.returns ?? 0,
    money,
    rates: {
      completedBp: rateBp(ofPlanned.completedFen, planned.fen),
      inPlaceBp: rateBp(ofPlanned.inPlaceFen, planned.fen),
      paidBp: rateBp(ofPlanned.paidFen, planned.fen),
      due: {
        completedBp: rateBp(money.due?.completedFen ?? null, planned.fen),
        expectedBp: rateBp(money.due?.plannedFen ?? null, planned.fen),
      },
    },
    lights: await countLights(tx, report.regions),
    problems: await countProblems(tx, report.regions),
  };
}

async function countProjects(tx: Tx, regions: string[]): Promise<number> {
  const [row] = await tx
    .select({ n: sum(ledgerSums.inCurrentBasis).mapWith(Number) })
    .from(ledgerSums)
    .where(inArray(ledgerSums.regionCode, regions));
  return row?.n ?? 0;
}

async function countProblems(tx: Tx, regions: string[]) {
  const late = sql`${problems.dueOn} < ${tx.today}`;
  const [row] = await tx
    .select({
      open: count(),
      overdue: sql<number>`count(*) FILTER (WHERE ${late})`.mapWith(Number),
      projectsOverdue:
        sql<number>`count(DISTINCT ${problems.projectId}) FILTER (WHERE ${late})`.mapWith(Number),
    })
    .from(problems)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, problems.projectId))
    .where(
      and(
        eq(problems.state, "open"),
        inArray(ledgerEntries.regionCode, regions),
        eq(ledgerEntries.inCurrentBasis, 1),
      ),
    );
  return row ?? { open: 0, overdue: 0, projectsOverdue: 0 };
}
