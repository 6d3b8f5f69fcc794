import type { Grid } from "@/lib/document/document";
import type { Block } from "../blocks";
import { isMoneyLine, type MoneyUnit, moneyUnitIn } from "../values/amount";
import { oneLine, plain } from "../values/plain";
import { type Header, headerAt } from "./header";
import { rowsOf, type Sheet, sheetOf } from "./sheet";

/** A table with what stands around it: its title above, its unit of money, its notes below. */
export type FoundTable = {
  sheet: Sheet;
  header: Header | null;
  title: string | null;
  unit: MoneyUnit | null;
  notes: string[];
  /** Whether nothing but short lines (续表, a page number) stands between the table before and this one. */
  follows: boolean;
};

const NOTE = /^[※*]?(?:备注|注|说明)[:：]/;
const LONGEST_TITLE = 60;
/** How far below its table a note, above it a title may stand. */
const REACH = 4;
/** How many rows of titles may stand above a header. */
const ROWS_ABOVE = 30;

/** The tables of a document in order; stacked tables of one sheet are taken apart where a new header begins. */
export function tablesOf(blocks: Block[]): FoundTable[] {
  return blocks.flatMap((block, at) => {
    if (block.kind !== "grid") return [];
    const around = {
      title: titleAbove(blocks, at),
      unit: unitAbove(blocks, at),
      notes: notesBelow(blocks, at),
    };
    return partsOf(block).map((part, index): FoundTable => {
      const inside = insideOf(part);
      return {
        ...part,
        title: inside.title ?? (index === 0 ? around.title : null),
        unit: inside.unit ?? around.unit,
        notes: [...inside.notes, ...around.notes],
        follows: index === 0 && followsGrid(blocks, at),
      };
    });
  });
}

type Part = { sheet: Sheet; header: Header | null };

function partsOf(grid: Grid): Part[] {
  const whole = sheetOf(grid);
  const headers: Header[] = [];
  for (let row = 0; row < grid.rows; row += 1) {
    if (headers.length === 0 && row > ROWS_ABOVE) break;
    const header = headerAt(whole, row);
    if (!header) continue;
    const before = headers.at(-1);
    if (!before || before.texts.join() !== header.texts.join()) headers.push(header);
    row = header.next - 1;
  }
  if (headers.length <= 1) return [{ sheet: whole, header: headers[0] ?? null }];
  const starts = headers.map((header, at) => (at === 0 ? 0 : startOf(whole, header.row)));
  return starts.map((from, at) => {
    const sheet = sheetOf(rowsOf(grid, from, starts[at + 1] ?? grid.rows));
    const header = headerAt(sheet, (headers[at]?.row ?? from) - from);
    return { sheet, header };
  });
}

/** Title and unit rows right above a header belong to it. */
function startOf(sheet: Sheet, headerRow: number): number {
  let row = headerRow;
  while (row > 0 && sheet.filled(row - 1).length === 1) row -= 1;
  return row;
}

/** Title, unit and notes that stand in rows of the grid itself. */
function insideOf({ sheet, header }: Part): Pick<FoundTable, "title" | "unit" | "notes"> {
  const above: string[] = [];
  const notes: string[] = [];
  for (let row = 0; row < (header?.row ?? 0); row += 1)
    above.push(
      ...sheet
        .filled(row)
        .filter((cell) => cell.row === row)
        .map(({ text }) => oneLine(text)),
    );
  for (let row = header?.next ?? 0; row < sheet.grid.rows; row += 1) {
    const [first] = sheet.filled(row);
    if (first && NOTE.test(first.text.trim())) notes.push(oneLine(first.text));
  }
  const money = above.find(isMoneyLine);
  return {
    title: above.find((text) => isTitle(text)) ?? null,
    unit: money === undefined ? null : moneyUnitIn(money),
    notes,
  };
}

function isTitle(text: string): boolean {
  const words = plain(text);
  return (
    words.length >= 3 &&
    words.length <= LONGEST_TITLE &&
    !isMoneyLine(words) &&
    !/^附[件表]?\d*[:：]?$|^(?:单位|填报|制表|日期|截至)|[。；]$|^第?\d+页?$|^续表/.test(words)
  );
}

function titleAbove(blocks: Block[], at: number): string | null {
  for (let above = at - 1; above >= Math.max(0, at - REACH); above -= 1) {
    const block = blocks[above];
    if (block?.kind !== "paragraph") return null;
    if (isTitle(block.text)) return oneLine(block.text);
    if (plain(block.text).length > LONGEST_TITLE) return null;
  }
  return null;
}

function unitAbove(blocks: Block[], at: number): MoneyUnit | null {
  for (let above = at - 1; above >= Math.max(0, at - REACH); above -= 1) {
    const block = blocks[above];
    if (block?.kind !== "paragraph") return null;
    const words = plain(block.text);
    if (
      words.length <= LONGEST_TITLE &&
      (isMoneyLine(words) || /[(][^\d()]{0,4}元[)]$/.test(words))
    )
      return moneyUnitIn(words);
  }
  return null;
}

function notesBelow(blocks: Block[], at: number): string[] {
  const notes: string[] = [];
  for (const block of blocks.slice(at + 1, at + 1 + REACH)) {
    if (block.kind !== "paragraph") break;
    if (NOTE.test(block.text.trim())) notes.push(block.text.trim());
  }
  return notes;
}

function followsGrid(blocks: Block[], at: number): boolean {
  for (let above = at - 1; above >= Math.max(0, at - REACH); above -= 1) {
    const block = blocks[above];
    if (block?.kind === "grid") return block.location.sheet === null;
    if (!block || plain(block.text).length > 20) return false;
  }
  return false;
}
