import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { desc } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "@/db/client";
import { events, regions } from "@/db/schema";
import { guardNames } from "@/db/sql/guards";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { ForbiddenError } from "@/lib/errors";
import { createRegion } from "@/lib/region/commands";
import { testLedger } from "@/lib/test-ledger";
import { authenticate, createToken, revokeToken } from "@/lib/token/commands";
import { createBackup } from "./backup";
import { restoreBackup } from "./restore";

const ledger = testLedger();
let count = 0;
let target = "";

const path = (name: string) => join(ledger.directory(), name);
const environment = () => parseEnvironment({ DATA_DIR: ledger.directory() });
const backup = () => createBackup(OPERATOR, path("ledger.db"), target);
const restore = () => {
  closeDatabase();
  return restoreBackup(OPERATOR, environment(), target).finally(() =>
    openDatabase(path("ledger.db")),
  );
};

beforeEach(() => {
  openDatabase(path("ledger.db"));
  count += 1;
  target = path(`backup-${count}.db`);
});

test("a backup is whole, verifies, is recorded, and holds no event key", async () => {
  const made = await backup();
  const [event] = await newest();
  expect(event).toMatchObject({ action: "backup.created", seq: made.seq + 1 });
  expect(event?.payload).toContain(made.sha256);
  const bytes = readFileSync(target);
  expect(bytes.includes(readFileSync(path("event.key")))).toBe(false);
  openDatabase(target);
  const verification = await read((tx) => verifyHistory(tx));
  expect(verification).toMatchObject({ events: made.seq, head: made.head, broken: null });
});

test("a backup overwrites nothing and leaves nothing half-made", async () => {
  writeFileSync(target, "precious");
  await expect(backup()).rejects.toMatchObject({ key: "backupExists" });
  expect(readFileSync(target, "utf8")).toBe("precious");
  target = path("no-such-folder/backup.db");
  await expect(backup()).rejects.toMatchObject({ key: "backupFolder" });
  expect(readdirSync(ledger.directory()).filter((name) => name.includes("unchecked"))).toEqual([]);
});

test("only the administrator and the command line make backups; a refusal is recorded", async () => {
  const auditor = await ledger.viewer("auditor");
  await expect(createBackup(auditor, path("ledger.db"), target)).rejects.toThrow(ForbiddenError);
  expect(existsSync(target)).toBe(false);
  expect((await newest())[0]?.action).toBe("access.denied");
});

test("a restore brings the old state back, keeps the replaced one and names what was lost", async () => {
  const made = await backup();
  await write((tx) =>
    createRegion(tx, OPERATOR, { code: "500998", name: "乙县", shortName: "乙" }),
  );
  const [last] = await newest();
  const restored = await restore();
  expect(restored.lost).toMatchObject({ fromSeq: made.seq + 1, toSeq: last?.seq });
  expect(await regionCodes()).not.toContain("500998");
  const [event] = await newest();
  expect(event).toMatchObject({ action: "backup.restored", seq: made.seq + 1 });
  expect(JSON.parse(event?.payload ?? "").details).toMatchObject({
    lostFromSeq: made.seq + 1,
    lostToSeq: last?.seq,
  });
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  openDatabase(restored.replacedAs ?? "");
  expect(await regionCodes()).toContain("500998");
});

test("restoring the older of two pasts names the lost events from where they part", async () => {
  const made = await backup();
  const first = await restore();
  expect(first.lost).toMatchObject({ fromSeq: made.seq + 1 });
  const second = await restore();
  expect(second.lost).toMatchObject({ fromSeq: made.seq + 1, toSeq: first.seq });
});

test("while a server holds the ledger nothing is restored", async () => {
  await backup();
  await write((tx) =>
    createRegion(tx, OPERATOR, { code: "500997", name: "丙县", shortName: "丙" }),
  );
  closeDatabase();
  const server = new Database(path("ledger.db"), { readonly: true });
  server.prepare("SELECT 1 FROM events").get();
  await expect(restore()).rejects.toMatchObject({ key: "ledgerInUse" });
  server.close();
  expect(await regionCodes()).toContain("500997");
});

test("a revoked token and an ended session do not come back with a backup", async () => {
  const { id, token } = await write((tx) =>
    createToken(tx, OPERATOR, { username: "leader", name: "dashboard" }),
  );
  await backup();
  await write((tx) => revokeToken(tx, OPERATOR, { tokenId: id }));
  await restore();
  expect(await authenticate(token, { evaluation: true })).toBeNull();
});

test.each<[string, (file: string) => void, string]>([
  ["a text file", (file) => writeFileSync(file, "not a database at all".repeat(100)), "Unreadable"],
  ["no file", (file) => rmSync(file), "Unreadable"],
  [
    "another program's database",
    (file) => {
      rmSync(file);
      new Database(file).exec("CREATE TABLE t (x)").close();
    },
    "Unreadable",
  ],
  [
    "a cut-off backup",
    (file) => writeFileSync(file, readFileSync(file).subarray(0, 100_000)),
    "Unreadable",
  ],
  [
    "a backup that somebody edited",
    (file) => {
      const edited = new Database(file);
      for (const name of guardNames(edited)) edited.exec(`DROP TRIGGER "${name}"`);
      edited.exec("UPDATE projects SET total_investment_fen = 1 WHERE id = 3");
      edited.close();
    },
    "Broken",
  ],
])("%s is refused and the ledger stays as it was", async (_kind, damage, key) => {
  await backup();
  damage(target);
  const before = await newest();
  await expect(restore()).rejects.toMatchObject({ key: `restore${key}` });
  expect(await newest()).toEqual(before);
  expect(readdirSync(ledger.directory()).filter((name) => name.includes("restoring"))).toEqual([]);
});

test("a damaged ledger is replaced too, and kept", async () => {
  await backup();
  closeDatabase();
  copyFileSync(path("ledger.db"), path("saved.db"));
  writeFileSync(path("ledger.db"), "damaged".repeat(1000));
  const restored = await restore();
  expect(readFileSync(restored.replacedAs ?? "", "utf8")).toContain("damaged");
  expect(restored.lost).toBeNull();
  expect(await regionCodes()).toContain("500229");
});

const newest = () => read((tx) => tx.select().from(events).orderBy(desc(events.seq)).limit(1));
const regionCodes = () =>
  read(async (tx) => (await tx.select().from(regions)).map(({ code }) => code));
