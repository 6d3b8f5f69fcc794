import { asc, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { baselines, type ControlledTexts } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import { added, type RowChange } from "@/lib/audit/change";
import type { BaselineRow } from "../change-request";

type Standing = { facts: ControlledTexts; stage: Stage };

/** The versions of a project's current baseline, the first one first; none while nothing was ever changed. */
export async function listBaselines(tx: Tx, projectId: number): Promise<BaselineRow[]> {
  return tx
    .select()
    .from(baselines)
    .where(eq(baselines.projectId, projectId))
    .orderBy(asc(baselines.number));
}

/** The next version of a project's current baseline; with the first change also what stood before it. */
export async function baselineRows(
  tx: WriteTx,
  projectId: number,
  { before, after, requestId }: { before: Standing | null; after: Standing; requestId: number },
  /** How many baselines stand before these in the same change. */
  offset = 0,
): Promise<RowChange[]> {
  const known = await listBaselines(tx, projectId);
  const first =
    known.length === 0 && before
      ? [
          await added(
            tx,
            "baselines",
            { projectId, number: 1, requestId: null, ...before, inForceOn: null },
            offset,
          ),
        ]
      : [];
  const number = (known.at(-1)?.number ?? first.length) + 1;
  const next = { projectId, number, requestId, ...after, inForceOn: tx.today };
  return [...first, await added(tx, "baselines", next, offset + first.length)];
}
