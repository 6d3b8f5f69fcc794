import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, plans, regions } from "@/db/schema";
import type { Dimension, GroupReference } from "./rollup";

/** What a key is called where it is no closed list; `region` tells bodies of the same name apart. */
export type KeyName = { name: string; region: string | null };

/** A key of a group with what it is called; `name` is null where the words are in the messages. */
export type GroupKey = GroupReference & { name: KeyName | null };

const LOOKED_UP_SINGLY = 300;

/** The names of the keys of a dimension, of bodies those of `seen` only. Closed lists have theirs in the messages. */
export async function namesOf(
  tx: Tx,
  dimension: Dimension,
  keys: string[],
  seen: SQL | undefined = undefined,
): Promise<Map<string, KeyName>> {
  switch (dimension) {
    case "lead":
    case "responsible":
    case "owner":
      return bodyNames(tx, keys.filter((key) => /^\d{1,15}$/.test(key)).map(Number), seen);
    case "region":
      return named(await tx.select({ key: regions.code, name: regions.name }).from(regions));
    case "plan":
      return named(await tx.select({ key: plans.id, name: plans.name }).from(plans));
    default:
      return new Map();
  }
}

async function bodyNames(
  tx: Tx,
  ids: number[],
  seen: SQL | undefined,
): Promise<Map<string, KeyName>> {
  const these = ids.length <= LOOKED_UP_SINGLY ? inArray(organizations.id, ids) : sql`1`;
  const rows: [number, string, string | null][] = await tx.values(
    sql`SELECT ${organizations.id}, ${organizations.name},
        (SELECT ${regions.shortName} FROM ${regions} WHERE ${regions.code} = ${organizations.regionCode})
      FROM ${organizations} WHERE ${and(these, seen)}`,
  );
  const wanted = new Set(ids);
  return new Map(
    rows
      .filter(([id]) => wanted.has(id))
      .map(([id, name, region]) => [String(id), { name, region }]),
  );
}

function named(rows: { key: string | number; name: string }[]): Map<string, KeyName> {
  return new Map(rows.map(({ key, name }) => [String(key), { name, region: null }]));
}
