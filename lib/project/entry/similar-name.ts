import { characterPairs } from "@/db/sql/search";

const ALIKE = 0.75;
/** A name of fewer letters stands in many others by chance. */
const SHORTEST = 4;
/** Words that many names share and that tell no project from another. */
const COMMON = /^.{1,8}?[县区市](?=.{4})|项目$|工程$/g;

/** Whether two project names are probably one project: the same but for common words, or nearly the same letters. */
export function namesAlike(one: string, other: string): boolean {
  return telltalesAlike(telltaleOf(one), telltaleOf(other));
}

/** What is compared of a name, made once where a name is compared with many. */
export type Telltale = { core: string; pairs: Set<string> };

export function telltaleOf(name: string): Telltale {
  const text = core(name);
  return { core: text, pairs: new Set(characterPairs(text)) };
}

export function telltalesAlike(one: Telltale, other: Telltale): boolean {
  const [short, long] = one.core.length < other.core.length ? [one, other] : [other, one];
  if (short.core.length >= SHORTEST && long.core.includes(short.core)) return true;
  const all = one.pairs.size + other.pairs.size;
  if (one.pairs.size === 0 || other.pairs.size === 0) return false;
  if ((2 * Math.min(one.pairs.size, other.pairs.size)) / all < ALIKE) return false;
  let shared = 0;
  for (const pair of short.pairs) if (long.pairs.has(pair)) shared += 1;
  return (2 * shared) / all >= ALIKE;
}

function core(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(COMMON, "");
}
