import { resolve } from "node:path";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { createBackup } from "@/lib/backup/backup";
import { restoreBackup } from "@/lib/backup/restore";
import { environment } from "@/lib/environment";
import { loadDataSet } from "@/lib/plan/data-set";
import { type Command, JSON_OPTION } from "../tool/command";
import { json } from "../tool/print";

export const seed: Command = {
  about: "Loads the embedded data set of the three plans, once",
  options: {},
  words: [],
  run: async () => {
    const count = await write((tx) => loadDataSet(tx));
    return count === 0 ? "The data set is loaded already." : `Loaded ${count} projects.`;
  },
};

export const backup: Command = {
  about: "Writes a checked copy of the database to a new file, while the server runs",
  options: JSON_OPTION,
  words: ["FILE"],
  run: async (given) => {
    const target = fileOf(given.words[0]);
    const made = await createBackup(OPERATOR, environment().databasePath, target);
    if (given.values.json) return json(made);
    return `${made.path}: ${made.bytes} bytes, ${made.seq} events, SHA-256 ${made.sha256}\nThe event key is not in it: keep ${environment().eventKeyFile} apart from it, and safe.`;
  },
};

export const restore: Command = {
  about: "Puts a backup in the place of the database, with the server stopped",
  options: JSON_OPTION,
  words: ["FILE"],
  alone: true,
  run: async (given) => {
    const done = await restoreBackup(OPERATOR, environment(), fileOf(given.words[0]));
    if (given.values.json) return json(done);
    const lost = done.lost
      ? `Events ${done.lost.fromSeq} to ${done.lost.toSeq} of the replaced database are not in it; event ${done.seq} says so.`
      : "No event was lost.";
    const kept = done.replacedAs ? ` The replaced database is kept as ${done.replacedAs}.` : "";
    return `Restored. ${lost}${kept}`;
  },
};

/** Files are meant from the folder in which the command was typed. */
export function fileOf(word: string | undefined): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), word ?? "");
}
