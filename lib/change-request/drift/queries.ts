import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { changeRequests, ledgerEntries, ledgerShares, organizations } from "@/db/schema";
import { SHARED_DIMENSIONS } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { listBaselines } from "../apply/baseline";
import { isOpen } from "../change-request";
import { changesVisibleTo } from "../rights";
import {
  type BridgeStep,
  type DriftReport,
  driftOf,
  type ProjectChanges,
  type UnitDrift,
} from "./drift";

const LISTED_MAX = 50;

/** The changes of one project as the viewer may see them; the drift itself is a public fact. */
export async function changesOfProject(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<ProjectChanges> {
  const approved = await tx
    .select()
    .from(changeRequests)
    .where(and(eq(changeRequests.projectId, projectId), eq(changeRequests.state, "approved")));
  const requests = await tx
    .select()
    .from(changeRequests)
    .where(and(eq(changeRequests.projectId, projectId), changesVisibleTo(viewer)))
    .orderBy(desc(changeRequests.id))
    .limit(LISTED_MAX);
  return {
    drift: driftOf(approved),
    requests: requests.sort(
      (one, other) => Number(isOpen(other.state)) - Number(isOpen(one.state)),
    ),
    baselines: await listBaselines(tx, projectId),
  };
}

/** The approved drifts of each project, summed: one row per project that has any. */
const MOVED = sql`(SELECT project_id, count(*) AS times,
    sum(max(coalesce(amount_delta_fen, 0), 0)) AS up, sum(min(coalesce(amount_delta_fen, 0), 0)) AS down,
    sum(coalesce(months_delta, 0)) AS months
  FROM change_requests WHERE state = 'approved' AND counts = 1 GROUP BY project_id)`;

const SUMS = sql`count(*), count(moved.times), coalesce(sum(moved.times), 0), coalesce(sum(moved.up), 0),
  coalesce(sum(moved.down), 0), coalesce(sum(moved.months), 0), coalesce(sum(entry.planned), 0),
  sum(entry.plan_investment_fen), coalesce(sum(entry.in_current_basis), 0), sum(entry.current_fen)`;

/**
 * Drift by first-named lead, the whole, and how 规划口径 becomes 现行口径, for one region or all that the viewer may
 * see. Amounts in 分.
 */
export async function driftReport(
  tx: Tx,
  viewer: Actor,
  region: string | null,
): Promise<DriftReport> {
  assertCan(viewer, "rollup.read", { regionCode: region ?? viewer.regionCode });
  const where = inRegion(viewer, region);
  const rows = await tx.values<(string | number | null)[]>(
    sql`SELECT share.key, unit.name, ${SUMS}
      FROM ledger_entries AS entry
      LEFT JOIN ${ledgerShares} AS share ON share.project_id = entry.project_id
        AND share.dimension = ${leadDimension()} AND share.first = 1
      LEFT JOIN ${organizations} AS unit ON cast(unit.id AS text) = share.key
      LEFT JOIN ${MOVED} AS moved ON moved.project_id = entry.project_id
      WHERE ${where} GROUP BY share.key
      ORDER BY coalesce(sum(moved.times), 0) DESC, count(*) DESC, unit.name`,
  );
  const [whole = []] = await tx.values<(string | number | null)[]>(
    sql`SELECT '', '', ${SUMS} FROM ledger_entries AS entry
      LEFT JOIN ${MOVED} AS moved ON moved.project_id = entry.project_id WHERE ${where}`,
  );
  return {
    units: rows.map(unitDrift),
    total: unitDrift(whole),
    bridge: await bridge(tx, where),
  };
}

function unitDrift(row: (string | number | null)[]): UnitDrift {
  const [key, name, projects, changed, times, up, down, months, planned, planFen, current, fen] =
    row;
  const bare = String(key ?? "-");
  return {
    key: bare,
    name: String(name ?? bare.slice(1)),
    projects: Number(projects ?? 0),
    changed: Number(changed ?? 0),
    times: Number(times ?? 0),
    upFen: Number(up ?? 0),
    downFen: Number(down ?? 0),
    months: Number(months ?? 0),
    planned: Number(planned ?? 0),
    planFen: planFen === null ? null : Number(planFen),
    current: Number(current ?? 0),
    currentFen: fen === null ? null : Number(fen),
  };
}

/** What leads from the published total to today's: each project and each 分 stands in exactly one step. */
async function bridge(tx: Tx, where: SQL): Promise<BridgeStep[]> {
  const row = (step: BridgeStep["step"], when: SQL, fen: SQL) =>
    sql`SELECT ${step}, count(*), coalesce(sum(${fen}), 0) FROM ledger_entries AS entry WHERE ${where} AND ${when}`;
  const stays = sql`entry.planned = 1 AND entry.in_current_basis = 1`;
  const [plan, now] = [sql`entry.plan_investment_fen`, sql`entry.current_fen`];
  const steps = [
    row("plan", sql`entry.planned = 1`, plan),
    row("left", sql`entry.planned = 1 AND entry.in_current_basis = 0`, sql`-${plan}`),
    row("added", sql`entry.planned = 0 AND entry.in_current_basis = 1`, now),
    row("moved", sql`${stays} AND ${plan} <> ${now}`, sql`${now} - ${plan}`),
    row("first", sql`${stays} AND ${plan} IS NULL AND ${now} IS NOT NULL`, now),
    row("unknown", sql`${stays} AND ${plan} IS NOT NULL AND ${now} IS NULL`, sql`-${plan}`),
    row("current", sql`entry.in_current_basis = 1`, now),
  ];
  const rows = await tx.values<[BridgeStep["step"], number, number]>(
    sql.join(steps, sql` UNION ALL `),
  );
  return rows.map(([step, projects, fen]) => ({ step, projects, fen }));
}

function inRegion(viewer: Actor, region: string | null): SQL {
  const visible = visibleTo(viewer, ledgerEntries.regionCode);
  const scope = visible === undefined ? sql`1` : sql`entry.region_code = ${viewer.regionCode}`;
  return region === null ? scope : sql`${scope} AND entry.region_code = ${region}`;
}

/** `ledger_shares` stores dimensions by their place. */
function leadDimension(): SQL {
  return sql.raw(String(SHARED_DIMENSIONS.indexOf("lead")));
}
