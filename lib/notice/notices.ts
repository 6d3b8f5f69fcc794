import { and, eq, inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import type { notices } from "@/db/schema";
import { memberships, users } from "@/db/schema";
import { added, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";

export type NoticeRow = typeof notices.$inferSelect;

/** A notice with the names of what it is about. */
export type ListedNotice = {
  notice: NoticeRow;
  unitName: string | null;
  projectName: string | null;
};

type NewNotice = Pick<
  NoticeRow,
  "kind" | "organizationId" | "projectId" | "month" | "missing" | "note"
> & {
  /** People who are told beside those who report for the unit. */
  userIds: number[];
};

/** One notice for each person who reports for the unit, as rows of the change that is the occasion. */
export async function newNotices(
  tx: WriteTx,
  actor: Actor,
  { userIds, ...facts }: NewNotice,
): Promise<RowChange[]> {
  const reporters = await listReporters(
    tx,
    facts.organizationId === null ? [] : [facts.organizationId],
  );
  const told = new Set([...userIds, ...reporters.map(({ userId }) => userId)]);
  const rows: RowChange[] = [];
  for (const userId of told) {
    const values = {
      ...facts,
      userId,
      senderName: actor.name,
      sentAt: tx.now,
      sentOn: tx.today,
      readAt: null,
    };
    rows.push(await added(tx, "notices", values, rows.length));
  }
  return rows;
}

/** Who reports for these units and can sign in. */
export async function listReporters(
  tx: Tx,
  unitIds: number[],
): Promise<{ unitId: number; userId: number; name: string }[]> {
  if (unitIds.length === 0) return [];
  return tx
    .select({ unitId: memberships.organizationId, userId: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.organizationId, unitIds),
        eq(memberships.active, true),
        eq(users.role, "manager"),
        eq(users.disabled, false),
      ),
    )
    .orderBy(users.id);
}
