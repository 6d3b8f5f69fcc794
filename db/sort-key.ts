import type Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";

const LENGTH = 24;
const soundOf = new Map<string, string>();

/**
 * By what a Chinese text sorts: its pinyin without tones, character by character, of the first two dozen characters.
 * Each character has one sound here, whatever stands beside it, so that equal beginnings stay together.
 */
export function sortKey(text: string): string {
  return Array.from(text.slice(0, LENGTH), (character) => {
    let sound = soundOf.get(character);
    if (sound === undefined) {
      sound = pinyin(character, { toneType: "none", nonZh: "consecutive" }).toLowerCase();
      soundOf.set(character, sound);
    }
    return sound;
  }).join(" ");
}

/** Makes `sort_key(text)` known to a connection. */
export function installSortKey(file: Database.Database): void {
  file.function("sort_key", { deterministic: true }, (text) =>
    typeof text === "string" ? sortKey(text) : null,
  );
}

/** `sortKey()` of a text inside a statement; null of null. */
export function sortKeyOf(text: SQL): SQL<string> {
  return sql`sort_key(${text})`;
}
