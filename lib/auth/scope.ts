import { eq, type SQL, sql } from "drizzle-orm";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries } from "@/db/schema";
import type { Actor } from "./actor";
import { canEver } from "./permissions";

/** `project.read` in SQL: where every list, total, facet, search and export starts. */
export function visibleTo(
  actor: Actor,
  regionCode: AnyColumn = ledgerEntries.regionCode,
): SQL | undefined {
  if (!canEver(actor, "project.read")) return sql`0`;
  if (actor.kind === "operator") return undefined;
  const seesAll = actor.scope === "all" && (actor.kind === "leader" || actor.kind === "auditor");
  if (seesAll) return undefined;
  return actor.regionCode === null ? sql`0` : eq(regionCode, actor.regionCode);
}
