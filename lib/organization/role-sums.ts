import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import type { Sum } from "@/lib/ledger/page";

/** How a unit takes part: every project it leads, those it leads first-named, alone or jointly, and the other roles. */
export const PARTS = ["lead", "first", "alone", "joint", "support", "owner", "host"] as const;
export type Part = (typeof PARTS)[number];

/** Projects and their money; `fen` is null while no amount is known. */
export type PartSum = { projects: number } & Sum;
export type PartSums = Record<Part, PartSum>;

type Row = { part: Part; projects: number; known: number; fen: number | null };

/**
 * Projects and amounts of one body, under whichever of its names, by how it takes part. 现行口径: without terminated
 * and withdrawn projects. A project that names the body twice in a role counts once.
 */
export async function sumByPart(tx: Tx, viewer: Actor, unitIds: number[]): Promise<PartSums> {
  const rows = await tx.all<Row>(sql`${taken(viewer, ofUnits(unitIds))}
    SELECT part, count(*) AS projects, count(current_fen) AS known, sum(current_fen) AS fen
    FROM taken JOIN (${LISTED}) ON ${IN_PART} GROUP BY part`);
  const found = new Map(rows.map((row) => [row.part, row]));
  return Object.fromEntries(PARTS.map((part) => [part, sumOf(found.get(part))])) as PartSums;
}

/** The projects of one part in the order of the documents, at most `limit`. Same projects as `sumByPart()` counts. */
export async function projectsOfPart(
  tx: Tx,
  viewer: Actor,
  unitIds: number[],
  part: Part,
  limit: number,
): Promise<number[]> {
  const rows = await tx.all<{ id: number }>(sql`${taken(viewer, ofUnits(unitIds))}
    SELECT project_id AS id FROM taken JOIN (SELECT ${part} AS part) ON ${IN_PART}
    ORDER BY source_order LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/**
 * The same sum of one part for every body at once, for sorting: by the id of each unit that takes part. Units that are
 * one body have the same sum; `groups` are the ids of those.
 */
export async function sumOfPartByUnit(
  tx: Tx,
  viewer: Actor,
  part: Part,
  groups: number[][],
): Promise<Map<number, Pick<PartSum, "projects" | "fen">>> {
  const bodies = groups.flatMap(([body, ...ids]) => ids.map((id) => [id, body]));
  const rows = await tx.all<{ body: number; projects: number; fen: number | null }>(
    sql`${taken(viewer, sql`1`, bodyOf(bodies))}
      SELECT body, count(*) AS projects, sum(current_fen) AS fen
      FROM taken JOIN (SELECT ${part} AS part) ON ${IN_PART} GROUP BY body`,
  );
  const sums = new Map(rows.map(({ body, ...sum }) => [body, sum]));
  for (const [id, body] of bodies) {
    const sum = sums.get(body ?? 0);
    if (sum && id !== undefined) sums.set(id, sum);
  }
  return sums;
}

/** The body of a place; linked units are given as pairs of id and body. */
function bodyOf(pairs: (number | undefined)[][]): SQL {
  const pair = sql`SELECT json_extract(value, '$[1]') FROM json_each(${JSON.stringify(pairs)})
    WHERE json_extract(value, '$[0]') = organization_id`;
  return pairs.length === 0 ? sql`organization_id` : sql`coalesce((${pair}), organization_id)`;
}

const LISTED = sql.join(
  PARTS.map((part) => sql`SELECT ${part} AS part`),
  sql` UNION ALL `,
);

const IN_PART = sql`(role = part OR (role = 'lead' AND (
  (part = 'first' AND first) OR (part = 'joint' AND joint) OR (part = 'alone' AND NOT joint))))`;

function ofUnits(ids: number[]): SQL {
  return sql`organization_id IN ${ids}`;
}

/** One row per body, project and role in which it takes part, with what is summed. */
function taken(viewer: Actor, which: SQL, body: SQL = sql`0`): SQL {
  return sql`WITH places AS MATERIALIZED (
      SELECT ${body} AS body, project_id, role, max(${IS_FIRST}) AS first FROM project_units unit
      WHERE ${which} AND organization_id IS NOT NULL AND position > 0 GROUP BY 1, project_id, role
    ), taken AS MATERIALIZED (
      SELECT body, ledger_entries.project_id, role, first, joint, current_fen, source_order
      FROM places JOIN ledger_entries ON ledger_entries.project_id = places.project_id
      WHERE ${visibleTo(viewer) ?? sql`1`} AND in_current_basis = 1
    )`;
}

/** Whether no named lead stands before this one. */
const IS_FIRST = sql`(unit.role = 'lead' AND NOT EXISTS (
  SELECT 1 FROM project_units other WHERE other.project_id = unit.project_id AND other.role = 'lead'
  AND other.entry_kind = 'named' AND other.position > 0 AND other.position < unit.position))`;

function sumOf(row: Row | undefined): PartSum {
  const projects = row?.projects ?? 0;
  return { projects, fen: row?.fen ?? null, coverage: { known: row?.known ?? 0, of: projects } };
}
