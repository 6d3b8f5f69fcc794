import { bytes, table, text } from "../columns";

/**
 * The bytes of every file that somebody handed in (documents, evidence, attachments), once per content, by their
 * SHA-256. Written once, never changed; in the database, so that every backup has them.
 */
export const fileContents = table("file_contents", {
  sha256: text().primaryKey(),
  content: bytes().notNull(),
});
