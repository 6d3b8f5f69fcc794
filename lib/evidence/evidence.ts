import type { evidenceFiles } from "@/db/schema";

export type EvidenceRow = typeof evidenceFiles.$inferSelect;

/** Where a file belongs: to a month's return, which need not have been written yet, or to a problem. */
export type EvidencePlace = { projectId: number; month: string } | { problemId: number };

export const EVIDENCE_LIMITS = {
  /** A scanned document of some dozen pages, or a photo at full size. */
  fileBytes: 20 * 1024 * 1024,
  filesPerPlace: 20,
  /** Above these a photo is not drawn in the page: it would weigh on phones, and a small file can unfold into a huge one. */
  pictureBytes: 10 * 1024 * 1024,
  picturePoints: 120_000_000,
  /** Above this it is drawn once somebody asks: a page with ten photos must not fetch ten originals. */
  pictureBytesUnasked: 500 * 1024,
  fileName: 200,
} as const;

/** What the browser offers to choose from; the server looks at the bytes all the same. */
export const EVIDENCE_ACCEPT = "image/jpeg,image/png,application/pdf";

/** A photo, as far as its row says: its page draws it. */
export function isPicture({ kind, bytes }: Pick<EvidenceRow, "kind" | "bytes">): boolean {
  return kind !== "pdf" && bytes <= EVIDENCE_LIMITS.pictureBytes;
}

/** Whether its page draws a photo without being asked. */
export function isLightPicture(file: Pick<EvidenceRow, "kind" | "bytes">): boolean {
  return isPicture(file) && file.bytes <= EVIDENCE_LIMITS.pictureBytesUnasked;
}

/** The name as data: without folders and control characters, cut to what is shown; the ending stays. */
export function cleanName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? "";
  const plain = [...last].filter((sign) => sign >= " " && sign !== "\u007f").join("");
  const ending = /\.\w{1,5}$/.exec(plain)?.[0] ?? "";
  const stem = plain.slice(0, plain.length - ending.length);
  return stem.slice(0, EVIDENCE_LIMITS.fileName - ending.length) + ending;
}

/** `1.4 MB`, `320 KB`: as much as a reader wants to know before downloading. */
export function sizeText(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
