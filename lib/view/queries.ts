import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { savedViews, users } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Viewer } from "@/lib/auth/actor";
import type { SavedView } from "./view";

const LISTED_MAX = 200;

/** The viewer's own views, then those that others of the region share, each by name. */
export async function listViews(tx: Tx, viewer: Viewer): Promise<SavedView[]> {
  const reach = viewer.scope === "all" ? "all" : (viewer.regionCode ?? "none");
  const query = prepared(tx, `views shared with ${reach}`, () => viewsQuery(tx, viewer));
  const rows = query.all({ viewer: viewer.id });
  return rows.map(({ userId, by, ...view }) => ({ ...view, by: userId === viewer.id ? null : by }));
}

function viewsQuery(tx: Tx, viewer: Viewer) {
  const own = eq(savedViews.userId, sql.placeholder("viewer"));
  return tx
    .select({
      id: savedViews.id,
      version: savedViews.version,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      userId: savedViews.userId,
      by: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(
      and(
        eq(savedViews.removed, false),
        or(own, and(eq(savedViews.shared, true), reaches(viewer))),
      ),
    )
    .orderBy(asc(sql`${savedViews.userId} <> ${sql.placeholder("viewer")}`), asc(savedViews.name))
    .limit(LISTED_MAX)
    .prepare();
}

/** Shared views stay within their maker's region; who sees all regions sees all of them. */
function reaches(viewer: Viewer): SQL | undefined {
  if (viewer.scope === "all") return undefined;
  return viewer.regionCode === null
    ? isNull(users.regionCode)
    : eq(users.regionCode, viewer.regionCode);
}
