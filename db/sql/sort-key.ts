import type Database from "better-sqlite3";
import { type SQL, sql } from "drizzle-orm";
import { pinyin } from "pinyin-pro";

const LENGTH = 24;
const soundOf = new Map<string, string>();
/** Of the last texts: those of units come again and again. */
const keyOf = new Map<string, string>();
const KEYS_KEPT = 10_000;

/**
 * By what a Chinese text sorts: its pinyin without tones, character by character, of the first two dozen characters.
 * Each character has one sound here, whatever stands beside it, so that equal beginnings stay together.
 */
export function sortKey(text: string): string {
  const known = keyOf.get(text);
  if (known !== undefined) return known;
  if (keyOf.size >= KEYS_KEPT) keyOf.clear();
  const key = soundsOf(text);
  keyOf.set(text, key);
  return key;
}

function soundsOf(text: string): string {
  const sounds: string[] = [];
  for (const character of text.slice(0, LENGTH)) sounds.push(knownSound(character));
  return sounds.join(" ");
}

function knownSound(character: string): string {
  const known = soundOf.get(character);
  if (known !== undefined) return known;
  const sound = pinyin(character, { toneType: "none", nonZh: "consecutive" }).toLowerCase();
  soundOf.set(character, sound);
  return sound;
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
