import { type SQL, sql } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { ledgerShares, organizations, projectUnits } from "@/db/schema";
import { SHARED_DIMENSIONS, type SharedDimension, type UnitRole } from "@/db/vocabulary";

/** Which roles make a dimension, in which order. The kind of the owners is made from the owners. */
const ROLES: [SharedDimension, UnitRole, number][] = [
  ["lead", "lead", 0],
  ["responsible", "lead", 0],
  ["responsible", "support", 1],
  ["owner", "owner", 0],
];

const BATCH = 5_000;
const COLUMNS = sql.raw("dimension, key, first, weight, heads, project_id");

/** Derives the shares of these projects anew, after their ledger entries. */
export async function refreshShares(tx: WriteTx, ids: number[]): Promise<void> {
  await tx.run(sql`DELETE FROM ${ledgerShares} WHERE project_id IN ${ids}`);
  await insertShares(tx, sql`IN ${ids}`);
}

/** Derives all shares anew, up to the largest project id. Lets the process breathe in between. */
export async function rebuildShares(tx: WriteTx, lastId: number): Promise<void> {
  await tx.run(sql`DELETE FROM ${ledgerShares}`);
  for (let from = 1; from <= lastId; from += BATCH) {
    await insertShares(tx, sql`BETWEEN ${from} AND ${from + BATCH - 1}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** `SELECT … UNION ALL SELECT …` of the projects whose stored shares are not what their units make of them. */
export function strayShares(): SQL {
  const stored = sql`SELECT ${COLUMNS} FROM ledger_shares`;
  const derived = shares(sql`> 0`);
  return sql`SELECT 'project ' || project_id AS place FROM (SELECT * FROM (${stored}) EXCEPT SELECT * FROM (${derived}))
    UNION ALL SELECT 'project ' || project_id FROM (SELECT * FROM (${derived}) EXCEPT SELECT * FROM (${stored}))`;
}

/** Derives the shares of projects that have none yet: `which` follows a project id in a condition. */
export async function insertShares(tx: WriteTx, which: SQL): Promise<void> {
  await tx.run(sql`INSERT INTO ledger_shares (${COLUMNS}) ${shares(which)}`);
}

/**
 * The one definition of the shares. Where a list is open or has a placeholder, that stands first and bears everything;
 * else every named body bears one share, in the order of the document; where nothing stands, `-` bears everything.
 */
function shares(which: SQL): SQL {
  return sql`
    SELECT dimension, key, first, weight, heads, placed.project AS project_id
    FROM (${placed(which)}) AS placed JOIN ledger_entries AS entry ON entry.project_id = placed.project`;
}

function placed(which: SQL): SQL {
  const u = projectUnits;
  const roles = ROLES.map(
    ([dimension, role, turn]) => sql`(${placeOf(dimension)}, ${role}, ${turn})`,
  );
  const single = [placeOf("lead"), placeOf("responsible"), placeOf("owner"), placeOf("ownerKind")];
  return sql`
    WITH roles (dimension, role, turn) AS (VALUES ${sql.join(roles, sql`, `)}),
    named AS (
      SELECT roles.dimension AS dimension, ${u.projectId} AS project, ${organizations.kind} AS kind,
        CASE ${u.entryKind} WHEN 'named' THEN cast(${u.organizationId} AS text)
          WHEN 'placeholder' THEN '?' || ${u.text} ELSE '+' || ${u.text} END AS key,
        CASE ${u.entryKind} WHEN 'open_list' THEN 0 WHEN 'placeholder' THEN 1 ELSE 2 END AS open_first,
        min(turn * 1000 + ${u.position}) AS at
      FROM ${u} JOIN roles ON roles.role = ${u.role}
        LEFT JOIN ${organizations} ON ${organizations.id} = ${u.organizationId}
      WHERE ${u.position} > 0 AND ${u.projectId} ${which}
      GROUP BY 1, 2, 4
    ),
    ordered AS (
      SELECT dimension, project, key, kind, open_first,
        row_number() OVER list = 1 AS first,
        min(open_first) OVER (PARTITION BY dimension, project) AS openness,
        count(*) OVER (PARTITION BY dimension, project) AS listed
      FROM named WINDOW list AS (PARTITION BY dimension, project ORDER BY open_first, at)
    ),
    shared AS (
      SELECT dimension, project, key, kind, first,
        CASE WHEN openness < 2 THEN first ELSE 1 END AS weight,
        CASE WHEN openness < 2 THEN 1 ELSE listed END AS heads
      FROM ordered
    )
    SELECT dimension, project, key, first, weight, heads FROM shared
    UNION ALL
    SELECT ${placeOf("ownerKind")}, project, coalesce(kind, substr(key, 1, 1)), max(first), sum(weight), heads
    FROM shared WHERE dimension = ${placeOf("owner")} GROUP BY 2, 3, heads
    UNION ALL
    SELECT missing.column1, project_id, '-', 1, 1, 1
    FROM ledger_entries JOIN (VALUES ${sql.join(
      single.map((place) => sql`(${place})`),
      sql`, `,
    )}) AS missing
    WHERE project_id ${which} AND NOT EXISTS (SELECT 1 FROM shared
      WHERE shared.project = project_id AND shared.dimension = min(missing.column1, ${placeOf("owner")}))`;
}

function placeOf(dimension: SharedDimension): SQL {
  return sql.raw(String(SHARED_DIMENSIONS.indexOf(dimension)));
}
