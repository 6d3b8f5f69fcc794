import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { closeDatabase } from "@/db/client";
import { applyPragmas } from "@/db/handle";
import { record } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { openLedger } from "@/lib/open-ledger";
import { addCounties } from "./ledger/counties";
import { fillHistory } from "./ledger/file";
import { addProjects } from "./ledger/projects";

const BUSINESS_TABLES = [
  "regions",
  "plans",
  "plan_entries",
  "organizations",
  "projects",
  "project_units",
  "project_sectors",
  "project_sources",
  "milestones",
];

/**
 * The data folder of a synthetic ledger with this many projects, the data set's 48 among them: 40 counties with 60
 * departments each, 10 % joint leads, 8 milestones a project, history included. Made on first use (about half a minute
 * for 100,000) and kept under `tmp/`; a change of the schema makes a new one.
 */
export async function syntheticLedger(projects: number): Promise<string> {
  const folder = join("tmp", `ledger-${projects}-${schemaVersion()}`);
  if (existsSync(folder)) return folder;
  console.log(`Making a ledger of ${projects} projects in ${folder} …`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const environment = parseEnvironment({ DATA_DIR: unfinished });
  await openLedger(environment);
  const seq = await write((tx) =>
    record(tx, OPERATOR, { action: "data_set.loaded", details: { projects, synthetic: true } }),
  );
  closeDatabase();
  fill(environment.databasePath, projects, seq);
  await openLedger(environment);
  await write((tx) => rebuildLedgerEntries(tx));
  closeDatabase();
  renameSync(unfinished, folder);
  return folder;
}

function fill(path: string, projects: number, seq: number): void {
  const file = new Database(path);
  applyPragmas(file);
  file.transaction(() => {
    addProjects(file, addCounties(file), projects);
    fillHistory(file, BUSINESS_TABLES, seq);
  })();
  file.close();
}

/** Changes whenever the tables, what is derived from them, or this generator does. */
function schemaVersion(): string {
  const files = ["db/migrations", "bench/ledger"].flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(folder, name))
      .sort(),
  );
  const hash = createHash("sha256");
  for (const file of [...files, "lib/ledger/derived/derived.ts", "db/sql/search.ts"])
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 8);
}
