import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, organizationsHistory, plans, regions } from "@/db/schema";
import type { Dimension, GroupReference } from "./group";

/** What a key is called where it is no closed list; `region` tells bodies of the same name apart. */
export type KeyName = { name: string; region: string | null };

/** A key of a group with what it is called; `name` is null where the words are in the messages. */
export type GroupKey = GroupReference & { name: KeyName | null };

/** The names of the keys of a dimension, of bodies those of `seen` only. Closed lists have theirs in the messages. */
export async function namesOf(
  tx: Tx,
  dimension: Dimension,
  keys: string[],
  seen: SQL | undefined = undefined,
): Promise<ReadonlyMap<string, KeyName | null>> {
  switch (dimension) {
    case "lead":
    case "responsible":
    case "owner":
      return bodyNames(tx, keys, seen);
    case "region":
      return named(await tx.select({ key: regions.code, name: regions.name }).from(regions));
    case "plan":
      return named(await tx.select({ key: plans.id, name: plans.name }).from(plans));
    default:
      return new Map();
  }
}

/** What bodies are called, as far as it was asked; null for what is none. `state` is that of the dictionary. */
type Kept = { state: number; names: Map<string, KeyName | null> };

/** By the handle that reads: it knows one ledger only. */
const kept = new WeakMap<object, Kept>();

async function bodyNames(
  tx: Tx,
  keys: string[],
  seen: SQL | undefined,
): Promise<ReadonlyMap<string, KeyName | null>> {
  const names = seen ? new Map<string, KeyName | null>() : await keptNames(tx);
  const missing = keys.filter((key) => !names.has(key));
  if (missing.length === 0) return names;
  const found = new Map(await readNames(tx, missing, seen));
  for (const key of missing) names.set(key, found.get(key) ?? null);
  return names;
}

/**
 * The names are kept until the dictionary changes, which that of a past day never does. Who writes reads them anew: a
 * write that is given up leaves no trace.
 */
async function keptNames(tx: Tx): Promise<Kept["names"]> {
  if (!tx.$client.readonly) return new Map();
  const state = tx.asOf ?? (await lastChange(tx));
  const known = kept.get(tx.$client);
  if (known?.state === state) return known.names;
  const fresh: Kept = { state, names: new Map() };
  kept.set(tx.$client, fresh);
  return fresh.names;
}

/** The last version of any body in the dictionary; 0 for none. */
async function lastChange(tx: Tx): Promise<number> {
  const [[last = null] = []]: (number | null)[][] = await tx.values(
    sql`SELECT max(${organizationsHistory.historyId}) FROM ${organizationsHistory}`,
  );
  return last ?? 0;
}

/** The rows come column by column, each as one value: thousands of rows would take longer to hand over than to find. */
async function readNames(
  tx: Tx,
  keys: string[],
  seen: SQL | undefined,
): Promise<[string, KeyName][]> {
  const ids = keys.filter((key) => /^\d{1,15}$/.test(key)).map(Number);
  if (ids.length === 0) return [];
  const places = await tx.select({ code: regions.code, name: regions.shortName }).from(regions);
  const regionOf = new Map(places.map(({ code, name }) => [code, name]));
  const [found]: string[][] = await tx.values(
    sql`SELECT json_group_array(${organizations.id}), json_group_array(${organizations.name}),
      json_group_array(${organizations.regionCode})
      FROM json_each(${JSON.stringify(ids)}) asked CROSS JOIN ${organizations}
      WHERE ${and(sql`${organizations.id} = asked.value`, seen)}`,
  );
  const columns = (found ?? []).map((column) => JSON.parse(column));
  const [known = [], names = [], codes = []] = columns as [number[], string[], string[]] | [];
  return known.map((id, at) => [
    String(id),
    { name: names[at] ?? "", region: regionOf.get(codes[at] ?? "") ?? null },
  ]);
}

function named(rows: { key: string | number; name: string }[]): Map<string, KeyName> {
  return new Map(rows.map(({ key, name }) => [String(key), { name, region: null }]));
}
