import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { UnitEntryKind, UnitRole } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { type LedgerItem, loadLedgerItems } from "@/lib/ledger/items";
import type { PartSum } from "./role-sums";

/** Words that stand where a unit should, and name none: a placeholder (企业) or the open end of a list (等28个部门). */
export type OpenEntry = {
  kind: Exclude<UnitEntryKind, "named">;
  role: UnitRole;
  text: string;
  sum: PartSum;
};

type Row = Omit<OpenEntry, "sum"> & { projects: number; known: number; fen: number | null };

/** Such words by kind, role and wording with the projects where they stand, the most frequent first. 现行口径. */
export async function listOpenEntries(tx: Tx, viewer: Actor): Promise<OpenEntry[]> {
  const rows = await tx.all<Row>(sql`
    SELECT entry_kind AS kind, role, text, count(*) AS projects, count(current_fen) AS known,
      sum(current_fen) AS fen
    FROM (SELECT DISTINCT entry_kind, role, text, project_id FROM ${standing}) AS place
    JOIN ledger_entries USING (project_id) WHERE ${seenBy(viewer)}
    GROUP BY entry_kind, role, text ORDER BY kind DESC, projects DESC, text LIMIT ${ENTRIES_MAX}`);
  return rows.map(({ kind, role, text, projects, known, fen }) => ({
    kind,
    role,
    text,
    sum: { projects, fen, coverage: { known, of: projects } },
  }));
}

/** The projects where exactly these words stand, in the order of the documents; at most `limit`. */
export async function listOpenProjects(
  tx: Tx,
  viewer: Actor,
  entry: Pick<OpenEntry, "kind" | "role" | "text">,
  limit: number,
): Promise<LedgerItem[]> {
  const rows = await tx.all<{ id: number }>(sql`
    SELECT DISTINCT project_id AS id, source_order FROM ${standing} JOIN ledger_entries USING (project_id)
    WHERE entry_kind = ${entry.kind} AND role = ${entry.role} AND text = ${entry.text} AND ${seenBy(viewer)}
    ORDER BY source_order LIMIT ${limit}`);
  return loadLedgerItems(
    tx,
    rows.map(({ id }) => id),
  );
}

const ENTRIES_MAX = 200;

const standing = sql`(SELECT entry_kind, role, text, project_id FROM project_units
  WHERE entry_kind <> 'named' AND position > 0)`;

function seenBy(viewer: Actor): SQL {
  return sql`${visibleTo(viewer) ?? sql`1`} AND in_current_basis = 1`;
}
