import { eq, type SQL, sql } from "drizzle-orm";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries } from "@/db/schema";
import type { Actor } from "./actor";
import { canEver } from "./permissions";

/** What `can()` asks of a manager on a day of the past, in SQL: still of the own units today. Undefined for everybody else. */
export function stillOwn({ ownToday }: Actor, projectId: AnyColumn): SQL | undefined {
  if (ownToday === undefined) return undefined;
  return sql`${projectId} IN (SELECT value FROM json_each(${JSON.stringify(ownToday)}))`;
}

/** `project.read` in SQL: where every list, total, facet, search and export starts. */
export function visibleTo(
  actor: Actor,
  regionCode: AnyColumn = ledgerEntries.regionCode,
): SQL | undefined {
  const region = visibleRegion(actor);
  if (region === "all") return undefined;
  return region === "none" ? sql`0` : eq(regionCode, region);
}

/** The same as a word, by which queries that are built once are told apart: `all`, `none` or the code of a region. */
export function visibleRegion(actor: Actor): "all" | "none" | string {
  if (!canEver(actor, "project.read")) return "none";
  if (actor.kind === "operator") return "all";
  const seesAll = actor.scope === "all" && (actor.kind === "leader" || actor.kind === "auditor");
  return seesAll ? "all" : (actor.regionCode ?? "none");
}
