import { characterPairs } from "@/db/search";

const ALIKE = 0.75;
/** A name of fewer letters stands in many others by chance. */
const SHORTEST = 4;
/** Words that many names share and that tell no project from another. */
const COMMON = /^.{1,8}?[县区市](?=.{4})|项目$|工程$/g;

/** Whether two project names are probably one project: the same but for common words, or nearly the same letters. */
export function namesAlike(one: string, other: string): boolean {
  const [a, b] = [core(one), core(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST && long.includes(short)) return true;
  const [first, second] = [new Set(characterPairs(a)), new Set(characterPairs(b))];
  if (first.size === 0 || second.size === 0) return false;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size) >= ALIKE;
}

function core(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(COMMON, "");
}
