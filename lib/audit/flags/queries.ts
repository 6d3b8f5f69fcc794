import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projects } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { beijingDay, columns, daysBetween } from "./columns";
import { FLAGGED_LISTED, FLAGS, type Flag, type FlagRow } from "./flags";
import { ownApproval } from "./own-approval";

/** How many projects each question finds. */
export async function countFlags(tx: Tx, viewer: Actor): Promise<Record<Flag, number>> {
  assertCan(viewer, "audit.use", { regionCode: viewer.regionCode });
  const counts = {} as Record<Flag, number>;
  for (const flag of FLAGS) {
    const [row] = await tx.all<{ n: number }>(
      sql`SELECT count(DISTINCT project_id) AS n FROM (${QUESTIONS[flag](tx.today)}) f ${inSight(viewer)}`,
    );
    counts[flag] = row?.n ?? 0;
  }
  return counts;
}

/** What one question finds, a row per project and place; at most 200. */
export async function listFlagged(tx: Tx, viewer: Actor, flag: Flag): Promise<FlagRow[]> {
  assertCan(viewer, "audit.use", { regionCode: viewer.regionCode });
  return tx.all<FlagRow>(sql`
    SELECT projects.id AS "projectId", projects.name AS "projectName", regions.name AS "regionName",
      f.since, f.until, f.one AS "oneFen", f.other AS "otherFen", f.times, f.text
    FROM (${QUESTIONS[flag](tx.today)}) f ${inSight(viewer)}
    ORDER BY projects.id, f.since LIMIT ${FLAGGED_LISTED}`);
}

function inSight(viewer: Actor): SQL {
  return sql`JOIN projects ON projects.id = f.project_id
    JOIN regions ON regions.code = projects.region_code
    WHERE projects.parent_id IS NULL AND ${visibleTo(viewer, projects.regionCode) ?? sql`1`}`;
}

/** Returns that were handed in: what a unit says for good. */
const REPORTED = sql`state IN ('submitted', 'approved', 'locked', 'corrected')`;
const CLOSED = sql`('completed', 'accepted', 'in_operation', 'terminated', 'withdrawn')`;
const BEGUN = sql`('in_progress', 'suspended', 'completed', 'accepted', 'in_operation')`;
/** What a unit may enter after the fact without being asked why: the month's return is due within it. */
const LATE_DAYS = sql`31`;
const RED_DAYS = sql`90`;
const UNCHANGED_DAYS = sql`183`;
/** 10 万元, in 分. */
const ROUND_FEN = sql`10000000`;
const ROUND_TIMES = sql`3`;

/** By year: what was planned (the sum of months or of sources where no line stands for all) and completed. */
const PLANNED = sql`SELECT project_id, year,
    coalesce(sum(CASE WHEN month IS NULL AND source IS NULL THEN amount_fen END),
      sum(CASE WHEN month IS NULL AND source IS NOT NULL THEN amount_fen END),
      sum(CASE WHEN month IS NOT NULL AND source IS NULL THEN amount_fen END)) AS fen
  FROM money_plans GROUP BY project_id, year`;
const DONE = sql`SELECT project_id, substr(month, 1, 4) AS year, sum(completed_fen) AS fen
  FROM monthly_returns WHERE ${REPORTED} GROUP BY project_id, substr(month, 1, 4)`;

const QUESTIONS: Record<Flag, (today: string) => SQL> = {
  overPlan:
    () => sql`SELECT ${columns(sql`p.project_id`, { since: sql`p.year`, one: sql`d.fen`, other: sql`p.fen` })}
    FROM (${PLANNED}) p JOIN (${DONE}) d ON d.project_id = p.project_id AND d.year = p.year WHERE d.fen > p.fen`,
  overTotal:
    () => sql`SELECT ${columns(sql`p.id`, { one: sql`d.fen`, other: sql`p.total_investment_fen` })}
    FROM projects p JOIN (SELECT project_id, sum(fen) AS fen FROM (
      SELECT project_id, completed_fen AS fen FROM monthly_returns WHERE ${REPORTED}
      UNION ALL SELECT project_id, completed_fen FROM opening_balances) GROUP BY project_id) d ON d.project_id = p.id
    WHERE d.fen > p.total_investment_fen`,
  planOverTotal:
    () => sql`SELECT ${columns(sql`p.id`, { one: sql`a.fen`, other: sql`p.total_investment_fen` })}
    FROM projects p JOIN (SELECT project_id, sum(fen) AS fen FROM (${PLANNED}) GROUP BY project_id) a ON a.project_id = p.id
    WHERE a.fen > p.total_investment_fen`,
  completeWithoutDate: () => sql`SELECT ${columns(sql`r.project_id`, { since: sql`min(r.month)` })}
    FROM monthly_returns r JOIN projects p ON p.id = r.project_id
    LEFT JOIN opening_balances o ON o.project_id = p.id
    WHERE r.progress_percent = 100 AND ${REPORTED} AND o.completed_on IS NULL
      AND (p.stage NOT IN ${CLOSED} OR p.stage_on IS NULL)
    GROUP BY r.project_id`,
  sameText: () => sql`SELECT ${columns(sql`project_id`, {
    since: sql`min(before)`,
    until: sql`max(month)`,
    times: sql`count(*) + 1`,
    text: sql`progress_text`,
  })} FROM (SELECT project_id, month, progress_text,
      lag(month) OVER w AS before, lag(progress_text) OVER w AS same
      FROM monthly_returns WHERE ${REPORTED} WINDOW w AS (PARTITION BY project_id ORDER BY month))
    WHERE progress_text = same AND progress_text <> '' GROUP BY project_id, progress_text`,
  backDated: () => sql`SELECT ${columns(sql`h.project_id`, {
    since: sql`h.actual_on`,
    until: sql`${beijingDay(sql`e.recorded_at`)}`,
    text: sql`h.name`,
  })} FROM milestones_history h JOIN events e ON e.seq = h.from_seq
      WHERE e.action = 'milestone.met' AND ${daysBetween(sql`h.actual_on`, beijingDay(sql`e.recorded_at`))} > ${LATE_DAYS}
    UNION ALL SELECT ${columns(sql`h.id`, {
      since: sql`h.stage_on`,
      until: sql`${beijingDay(sql`e.recorded_at`)}`,
      text: sql`NULL`,
    })} FROM projects_history h JOIN events e ON e.seq = h.from_seq
      WHERE e.action = 'project.stage_changed' AND ${daysBetween(sql`h.stage_on`, beijingDay(sql`e.recorded_at`))} > ${LATE_DAYS}
    UNION ALL SELECT ${columns(sql`h.project_id`, {
      since: sql`h.month`,
      until: sql`${beijingDay(sql`e.recorded_at`)}`,
      text: sql`NULL`,
    })} FROM monthly_returns_history h JOIN events e ON e.seq = h.from_seq WHERE e.action = 'return.correction_approved'`,
  roundNumbers:
    () => sql`SELECT ${columns(sql`project_id`, { since: sql`min(month)`, until: sql`max(month)`, times: sql`count(*)` })}
    FROM monthly_returns WHERE ${REPORTED} AND completed_fen <> 0
    GROUP BY project_id HAVING count(*) >= ${ROUND_TIMES} AND sum(completed_fen % ${ROUND_FEN} <> 0) = 0`,
  stageUnchanged: (today) => sql`SELECT ${columns(sql`project_id`, { since: sql`day` })} FROM (
      SELECT p.id AS project_id, coalesce(p.stage_on, (SELECT ${beijingDay(sql`e.recorded_at`)} FROM projects_history h
        JOIN events e ON e.seq = h.from_seq WHERE h.id = p.id AND h.stage = p.stage ORDER BY h.from_seq LIMIT 1)) AS day
      FROM projects p WHERE p.stage IN ('preparation', 'in_progress', 'suspended'))
    WHERE ${daysBetween(sql`day`, sql`${today}`)} > ${UNCHANGED_DAYS}`,
  redTooLong: (
    today,
  ) => sql`SELECT ${columns(sql`project_id`, { since: sql`min(month)`, until: sql`max(month)`, times: sql`count(*)` })}
    FROM (SELECT project_id, month, coalesce(reviewer_light, system_light, self_light) AS light,
      max(CASE WHEN coalesce(reviewer_light, system_light, self_light) NOT IN ('red', 'overdue') THEN month ELSE '' END)
        OVER (PARTITION BY project_id) AS other
      FROM monthly_returns WHERE ${REPORTED})
    WHERE month > other AND light IN ('red', 'overdue') GROUP BY project_id
    HAVING ${daysBetween(sql`date(min(month) || '-01', '+1 month')`, sql`${today}`)} > ${RED_DAYS}`,
  moneyAfterEnd:
    () => sql`SELECT ${columns(sql`r.project_id`, { since: sql`r.month`, one: sql`coalesce(r.completed_fen, 0)`, other: sql`coalesce(r.paid_fen, 0)` })}
    FROM monthly_returns r JOIN projects p ON p.id = r.project_id
    WHERE p.stage IN ('terminated', 'withdrawn') AND ${REPORTED} AND r.month > substr(p.stage_on, 1, 7)
      AND (r.completed_fen > 0 OR r.paid_fen > 0)`,
  ownerUnknown: () => sql`SELECT ${columns(sql`p.id`, { since: sql`p.stage_on` })} FROM projects p
    JOIN ledger_entries l ON l.project_id = p.id WHERE l.owner_state <> 'named' AND p.stage IN ${BEGUN}
      AND NOT EXISTS (SELECT 1 FROM project_units u WHERE u.project_id = p.id AND u.role = 'host' AND u.position > 0 AND u.entry_kind = 'named')`,
  nothingReported: (
    today,
  ) => sql`SELECT ${columns(sql`p.id`, { until: sql`p.end_on` })} FROM projects p
    WHERE p.end_on < ${today} AND p.stage NOT IN ${CLOSED}
      AND NOT EXISTS (SELECT 1 FROM monthly_returns r WHERE r.project_id = p.id AND ${REPORTED})`,
  ownApproval,
};
