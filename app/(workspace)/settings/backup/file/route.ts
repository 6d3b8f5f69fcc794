import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ask, requireViewer } from "@/app/session";
import { createBackup } from "@/lib/backup/backup";
import { formatInstant } from "@/lib/dates";
import { environment } from "@/lib/environment";
import { attachment } from "@/lib/export/file-name";

/** A fresh, checked backup to take away: made in the data folder, sent, and not kept here. */
export async function GET(): Promise<Response> {
  const viewer = await requireViewer("backup.run");
  const now = await ask(async (tx) => tx.now);
  const { dataDir, databasePath } = environment();
  const folder = await mkdtemp(join(dataDir, "backup-"));
  const fileName = `ledger-${formatInstant(now).replace(" ", "-").replace(":", "")}.db`;
  try {
    const made = await createBackup(viewer, databasePath, join(folder, fileName));
    const file = createReadStream(made.path);
    file.on("close", () => void rm(folder, { recursive: true, force: true }));
    return new Response(Readable.toWeb(file) as ReadableStream, {
      headers: {
        "content-type": "application/vnd.sqlite3",
        "content-length": String(made.bytes),
        "content-disposition": attachment(fileName),
      },
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
