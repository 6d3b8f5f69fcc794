import { SECTORS, type Sector } from "@/db/vocabulary";
import { NO_EVIDENCE, SECTOR_WORDS } from "./words";

export type SectorProposal = { sector: Sector; evidence: string[] };

/** A strong word of the name outweighs whatever the content says; its weak words do not. */
const WEIGHTS = {
  name: { strong: 10, weak: 4 },
  field: { strong: 5, weak: 2 },
  content: { strong: 1.5, weak: 0.75 },
};
const MOST_OF_CONTENT = 9;
/** What a further sector needs: two strong words of the content, or a weak one of the name. */
const ENOUGH_FOR_FURTHER = 2.25;
const MOST_FURTHER = 2;

type Meaning = { sector: Sector; strength: "strong" | "weak" };
type Tally = {
  sector: Sector;
  name: number;
  content: number;
  lastInName: number;
  evidence: string[];
};

/**
 * The sectors a project probably belongs to, the primary one first, each with the words that speak for it; none where no
 * word does. `content` and `field` may be unknown.
 */
export function proposeSectors(
  name: string,
  content: string | null,
  field: string | null,
): SectorProposal[] {
  const tallies = new Map<Sector, Tally>();
  const count = (text: string, part: keyof typeof WEIGHTS) => {
    for (const { word, at } of wordsIn(text))
      for (const { sector, strength } of MEANINGS.get(word) ?? []) {
        const tally = tallies.get(sector) ?? emptyTally(sector);
        tallies.set(sector, tally);
        if (tally.evidence.includes(word)) continue;
        tally.evidence.push(word);
        const weight = WEIGHTS[part][strength];
        if (part === "content") tally.content = Math.min(MOST_OF_CONTENT, tally.content + weight);
        else tally.name += weight;
        if (part === "name") tally.lastInName = at;
      }
  };
  count(name, "name");
  count(field ?? "", "field");
  count(content ?? "", "content");
  const ordered = [...tallies.values()].sort(byWeight);
  return ordered
    .filter((tally, at) => at === 0 || weightOf(tally) >= ENOUGH_FOR_FURTHER)
    .slice(0, 1 + MOST_FURTHER)
    .map(({ sector, evidence }) => ({ sector, evidence: evidence.slice(0, 5) }));
}

/** Heavier first; of equals the one that is named last, because a Chinese name ends with what the thing is. */
function byWeight(one: Tally, other: Tally): number {
  return (
    weightOf(other) - weightOf(one) ||
    other.lastInName - one.lastInName ||
    SECTORS.indexOf(one.sector) - SECTORS.indexOf(other.sector)
  );
}

function weightOf({ name, content }: Tally): number {
  return name + content;
}

function emptyTally(sector: Sector): Tally {
  return { sector, name: 0, content: 0, lastInName: -1, evidence: [] };
}

const MEANINGS = new Map<string, Meaning[]>();
for (const sector of SECTORS)
  for (const strength of ["strong", "weak"] as const)
    for (const word of SECTOR_WORDS[sector][strength].trim().split(/\s+/))
      MEANINGS.set(word, [...(MEANINGS.get(word) ?? []), { sector, strength }]);

/** Words by their first character, longer ones first, so that 中医药 is not read as 医药. */
const WORDS_BY_FIRST = new Map<string, string[]>();
for (const word of [...MEANINGS.keys()].sort((one, other) => other.length - one.length)) {
  const first = word.charAt(0);
  WORDS_BY_FIRST.set(first, [...(WORDS_BY_FIRST.get(first) ?? []), word]);
}

function wordsIn(text: string): { word: string; at: number }[] {
  const plain = text.replace(/\s/g, "").replace(NO_EVIDENCE, (words) => "□".repeat(words.length));
  const found: { word: string; at: number }[] = [];
  for (let at = 0; at < plain.length; ) {
    const word = WORDS_BY_FIRST.get(plain.charAt(at))?.find((one) => plain.startsWith(one, at));
    if (word !== undefined) found.push({ word, at });
    at += word?.length ?? 1;
  }
  return found;
}
