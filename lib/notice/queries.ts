import { and, count, desc, eq, gte, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notices, organizations, projects } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan, canEver } from "@/lib/auth/permissions";
import { loadRetention } from "@/lib/retention/queries";
import type { ListedNotice } from "./notices";

/** As many as the page lists; older ones stay in the history. */
export const NOTICES_LISTED = 200;
const MS_PER_DAY = 86_400_000;

/** How many notices a person has not read; 0 for roles without any. */
export async function countUnread(tx: Tx, viewer: Viewer): Promise<number> {
  if (!canEver(viewer, "notice.read")) return 0;
  const query = prepared(tx, "unread notices", () =>
    tx
      .select({ n: count() })
      .from(notices)
      .where(and(eq(notices.userId, sql.placeholder("userId")), isNull(notices.readAt)))
      .prepare(),
  );
  return query.get({ userId: viewer.id })?.n ?? 0;
}

/** A person's own notices, the newest first, those that were read only as long as they are kept in the list. Throws ForbiddenError for roles without any. */
export async function listNotices(tx: Tx, viewer: Viewer): Promise<ListedNotice[]> {
  assertCan(viewer, "notice.read", { regionCode: viewer.regionCode, userId: viewer.id });
  const { noticeDays } = await loadRetention(tx);
  const since = new Date(Date.parse(tx.now) - noticeDays * MS_PER_DAY).toISOString();
  return tx
    .select({ notice: notices, unitName: organizations.name, projectName: projects.name })
    .from(notices)
    .leftJoin(organizations, eq(organizations.id, notices.organizationId))
    .leftJoin(projects, eq(projects.id, notices.projectId))
    .where(
      and(eq(notices.userId, viewer.id), or(isNull(notices.readAt), gte(notices.sentAt, since))),
    )
    .orderBy(desc(notices.id))
    .limit(NOTICES_LISTED);
}
