import { and, count, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { savedViews } from "@/db/schema";
import { added, change, changed } from "@/lib/audit/change";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { filterQuery, parseFilterUrl, queryOf, withFilters } from "@/lib/ledger/filter/filter-url";
import type { NewView, ViewRemoval } from "./input";

export const VIEWS_MAX = 100;

/**
 * Keeps filters, order and columns under a name; the same name again replaces what it stood for. What the query says
 * that the ledger does not know is dropped. Throws RuleError at the hundred-and-first view.
 */
export async function saveView(tx: WriteTx, viewer: Viewer, input: NewView): Promise<void> {
  assertCan(viewer, "view.save", { regionCode: viewer.regionCode, userId: viewer.id });
  const values = { ...input, query: soundQuery(input.query) };
  const mine = and(eq(savedViews.userId, viewer.id), eq(savedViews.removed, false));
  const [known] = await tx
    .select()
    .from(savedViews)
    .where(and(mine, eq(savedViews.name, input.name)));
  const [views] = await tx.select({ n: count() }).from(savedViews).where(mine);
  if (!known && (views?.n ?? 0) >= VIEWS_MAX)
    throw new RuleError("tooManyViews", { max: VIEWS_MAX }, "name");
  const row = known
    ? changed("saved_views", known, values)
    : await added(tx, "saved_views", { ...values, userId: viewer.id, removed: false });
  await change(tx, viewer, {
    action: "view.saved",
    regionCode: viewer.regionCode,
    details: { name: input.name },
    rows: [row],
  });
}

/** Takes an own view off the list, for everybody it was shared with. */
export async function removeView(tx: WriteTx, viewer: Viewer, input: ViewRemoval): Promise<void> {
  const [view] = await tx
    .select()
    .from(savedViews)
    .where(
      and(
        eq(savedViews.id, input.id),
        eq(savedViews.userId, viewer.id),
        eq(savedViews.removed, false),
      ),
    );
  if (!view) throw new NotFoundError();
  assertCan(viewer, "view.save", { regionCode: viewer.regionCode, userId: view.userId });
  if (view.version !== input.version) throw new ConflictError(view);
  await change(tx, viewer, {
    action: "view.removed",
    regionCode: viewer.regionCode,
    details: { name: view.name },
    rows: [changed("saved_views", view, { removed: true })],
  });
}

function soundQuery(query: string): string {
  const filters = parseFilterUrl(queryOf(new URLSearchParams(query)));
  return filterQuery(withFilters(filters, { page: 1, order: filters.order }));
}
