/** A piece of text as a PDF places it, in points; `y` grows upwards. */
export type Word = { text: string; x: number; end: number; y: number; height: number };
/** Words of one line that stand together: what a person reads as one piece. */
export type Segment = { text: string; x: number; end: number };
export type Line = { y: number; height: number; segments: Segment[] };

/** Words lower than this part of their height belong to the next line. */
const SAME_LINE = 0.5;
/** Gaps wider than this part of the height separate segments. */
const GAP = 0.7;

/** The lines of a page from top to bottom, each with its segments from left to right. */
export function linesOf(words: Word[]): Line[] {
  const lines: { y: number; height: number; words: Word[] }[] = [];
  for (const word of [...words].sort((one, other) => other.y - one.y)) {
    const line = lines.at(-1);
    if (line && line.y - word.y < line.height * SAME_LINE) line.words.push(word);
    else lines.push({ y: word.y, height: word.height, words: [word] });
  }
  return lines.map((line) => ({
    y: line.y,
    height: line.height,
    segments: segmentsOf(line.words, line.height),
  }));
}

function segmentsOf(words: Word[], height: number): Segment[] {
  const segments: Segment[] = [];
  for (const word of [...words].sort((one, other) => one.x - other.x)) {
    const segment = segments.at(-1);
    if (!segment || word.x - segment.end > height * GAP) {
      segments.push({ text: word.text, x: word.x, end: word.end });
    } else {
      const space = /\w$/.test(segment.text) && /^\w/.test(word.text) && word.x > segment.end + 1;
      segment.text += (space ? " " : "") + word.text;
      segment.end = Math.max(segment.end, word.end);
    }
  }
  return segments;
}
