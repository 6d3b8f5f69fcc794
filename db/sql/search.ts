import { type SQL, sql } from "drizzle-orm";
import type { WriteTx } from "../client";
import type { AnyColumn } from "../columns";

/** Letters and digits in runs; everything else separates them. */
const RUNS = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The overlapping pairs of characters of a text: 核桃油 gives 核桃, 桃油, 油. The last character of a run stands alone,
 * so that every single character begins some token and a prefix search finds it.
 */
export function characterPairs(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    const characters = [...run];
    return characters.map((character, at) => character + (characters[at + 1] ?? ""));
  });
}

/** Full-width forms, ligatures and case do not matter for finding. */
function runsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().match(RUNS) ?? [];
}

/** Puts the text of a project into the index, in place of what was there. */
export async function indexProjectText(
  tx: WriteTx,
  projectId: number,
  text: string,
): Promise<void> {
  tx.$client.prepare("DELETE FROM project_search WHERE rowid = ?").run(projectId);
  tx.$client
    .prepare("INSERT INTO project_search (rowid, pairs) VALUES (?, ?)")
    .run(projectId, characterPairs(text).join(" "));
}

/** Empties the index, to be filled anew. */
export async function clearProjectText(tx: WriteTx): Promise<void> {
  await tx.run(sql`DELETE FROM project_search`);
}

/**
 * The ids of the projects whose text has every word of the query, as a list of `id` in brackets. A word of one character is
 * looked up as a prefix, one of several as the row of its pairs. Null when the query has no letter or digit.
 */
export function projectsMatching(query: string): SQL | null {
  const words = wordsOf(query);
  return words === null
    ? null
    : sql`(SELECT rowid AS id FROM project_search WHERE project_search MATCH ${words})`;
}

/** The same of one project: quicker where only a few are looked at. */
export function rowMatching(query: string, projectId: AnyColumn): SQL | null {
  const words = wordsOf(query);
  return words === null
    ? null
    : sql`EXISTS (SELECT 1 FROM project_search WHERE project_search MATCH ${words} AND rowid = ${projectId})`;
}

function wordsOf(query: string): string | null {
  return runsOf(query).map(ftsPhrase).join(" AND ") || null;
}

/** `runsOf` lets no quote through, so a run can stand between quotes as it is. */
function ftsPhrase(run: string): string {
  const characters = [...run];
  if (characters.length === 1) return `"${run}"*`;
  const pairs = characters.slice(0, -1).map((character, at) => character + characters[at + 1]);
  return `"${pairs.join(" ")}"`;
}
