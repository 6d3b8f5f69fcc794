import { DocumentRefusedError } from "../document";

/** What a document may be at most. Bytes of the file and of everything unpacked from it, then counts. */
export const DOCUMENT_LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  archiveEntries: 2_000,
  rows: 20_000,
  columns: 200,
  cells: 500_000,
  paragraphs: 200_000,
  /** Characters of one line, cell or paragraph; Excel itself ends at 32,767. */
  textLength: 100_000,
  /** Open elements of XML or HTML, one inside the other. */
  nesting: 200,
  mergedAreas: 50_000,
  /** Rows touched by merged areas, added up. */
  mergedRows: 200_000,
  pages: 500,
} as const;

export function refuseLongText(text: string): void {
  if (text.length > DOCUMENT_LIMITS.textLength) {
    throw new DocumentRefusedError("text_length", { limit: DOCUMENT_LIMITS.textLength });
  }
}

/** Refuses a table that is larger than any table of a plan. */
export function refuseLargeTable(size: { rows: number; columns: number; cells: number }): void {
  for (const what of ["rows", "columns", "cells"] as const) {
    if (size[what] > DOCUMENT_LIMITS[what]) {
      throw new DocumentRefusedError(what, { limit: DOCUMENT_LIMITS[what] });
    }
  }
}
