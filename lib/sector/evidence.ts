/** A stretch of text, and whether it is one of the words that speak for a sector. */
export type Stretch = { text: string; evidence: boolean };

/** A text cut at the words that speak for its sectors, so that they can be marked. The longest word wins. */
export function markEvidence(text: string, words: string[]): Stretch[] {
  const known = [...new Set(words)].filter((word) => word !== "");
  known.sort((one, other) => other.length - one.length);
  const stretches: Stretch[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const word = known.find((candidate) => text.startsWith(candidate, at));
    if (word === undefined) {
      plain += text[at];
      at += 1;
      continue;
    }
    if (plain) stretches.push({ text: plain, evidence: false });
    stretches.push({ text: word, evidence: true });
    plain = "";
    at += word.length;
  }
  if (plain) stretches.push({ text: plain, evidence: false });
  return stretches;
}
