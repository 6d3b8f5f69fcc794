import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, readCopy } from "@/db/client";
import { projects } from "@/db/schema";
import { guardNames } from "@/db/sql/guards";
import { OPERATOR } from "@/lib/auth/actor";
import { copyDatabase } from "@/lib/backup/backup";
import { testLedger } from "@/lib/test-ledger";
import { change, changed } from "../change";
import { chainHash, seal } from "../event";
import { eventKey } from "../key";
import { verifyHistory } from "../verify/verify";
import { write } from "../write";
import type { Checkpoint } from "./checkpoint";
import { addCheckpoint } from "./commands";
import { signingKey } from "./key";

/** 200 of each kind in `npm run reliability`; a few in the usual run. */
const RUNS = Number(process.env.RELIABILITY_RUNS ?? 4);

const ledger = testLedger();
let copies = 0;
let checkpoint: Checkpoint;
/** Events 1 to `early` are in the older copy of the file, to `last` in the ledger. */
let early = 0;
let last = 0;

beforeAll(async () => {
  await oneMore(20);
  early = await oneMore(1);
  copyDatabase(join(ledger.directory(), "ledger.db"), join(ledger.directory(), "early.db"));
  last = await oneMore(20);
  const made = await write((tx) => addCheckpoint(tx));
  if (!made) throw new Error("no checkpoint");
  checkpoint = made;
  copyDatabase(join(ledger.directory(), "ledger.db"), join(ledger.directory(), "whole.db"));
  closeDatabase();
});

const anywhere = fc.integer({ min: 2, max: 30 });
const seqs = (from: number) => fc.integer({ min: from, max: last - 1 });

type Kind = {
  how: (file: Database.Database, seq: number) => void;
  /** Whether the database alone shows it, or only a checkpoint kept elsewhere. */
  alone: boolean;
  names?: (seq: number) => number;
  /** Only events of the ledger's work, not of its making. */
  late?: true;
};

const KINDS: Record<string, Kind> = {
  "an edit": {
    how: (file, seq) =>
      file.prepare("UPDATE events SET payload = payload || ' ' WHERE seq = ?").run(seq),
    alone: true,
    names: (seq) => seq,
  },
  "a deletion": {
    how: (file, seq) => file.prepare("DELETE FROM events WHERE seq = ?").run(seq),
    alone: true,
    names: (seq) => seq + 1,
  },
  "an insertion": {
    how: (file, seq) => {
      file.prepare("UPDATE events SET seq = -seq WHERE seq >= ?").run(seq);
      file.prepare("UPDATE events SET seq = 1 - seq WHERE seq < 0").run();
      file.exec(
        `INSERT INTO events SELECT ${seq}, recorded_at, action, actor_id, actor_name, region_code, project_id, payload, previous_hash, hash, mac, key_id FROM events WHERE seq = ${seq - 1}`,
      );
    },
    alone: true,
    names: (seq) => seq,
  },
  "a swap": {
    how: (file, seq) =>
      file.exec(
        `UPDATE events SET seq = -1 WHERE seq = ${seq}; UPDATE events SET seq = ${seq} WHERE seq = ${seq + 1}; UPDATE events SET seq = ${seq + 1} WHERE seq = -1`,
      ),
    alone: true,
    names: (seq) => seq,
  },
  "a cut tail": {
    how: cutAfter,
    alone: false,
    late: true,
    names: (seq) => seq + 1,
  },
  "a history written anew with the event key": {
    how: (file, seq) => rewrite(file, seq),
    alone: false,
  },
};

for (const [name, kind] of Object.entries(KINDS)) {
  test(`${name} anywhere is found`, async () => {
    await fc.assert(
      fc.asyncProperty(seqs(kind.late ? early : 2), async (seq) => {
        const path = tampered("whole.db", (file) => kind.how(file, seq));
        const inside = await verified(path, []);
        expect(inside.broken !== null, "found without a checkpoint").toBe(kind.alone);
        const { broken } = await verified(path, [checkpoint]);
        expect(broken).not.toBeNull();
        if (kind.names) expect(broken?.seq).toBe(kind.names(seq));
        else expect(["rewritten", "ledger"]).toContain(broken?.reason);
      }),
      { numRuns: RUNS },
    );
  }, 900_000);
}

test("a file rolled back is found by the checkpoint, also when work went on in it", async () => {
  await fc.assert(
    fc.asyncProperty(anywhere, async (more) => {
      const path = tampered("early.db", null);
      openDatabase(path);
      if (more % 2 === 0) await oneMore(more, "另");
      closeDatabase();
      expect((await verified(path, [])).broken, "sound in itself").toBeNull();
      const { broken } = await verified(path, [checkpoint]);
      expect(broken?.reason).toMatch(/cut|rewritten/);
      if (broken?.reason === "cut") expect(broken.seq).toBeGreaterThan(early);
    }),
    { numRuns: RUNS },
  );
}, 900_000);

test("an untouched copy agrees with its checkpoint, without any secret", async () => {
  const path = tampered("whole.db", null);
  const found = await readCopy(path, (tx) =>
    verifyHistory(tx, {
      key: null,
      publicKey: signingKey().publicKey,
      checkpoints: [checkpoint],
    }),
  );
  expect(found).toMatchObject({ broken: null, checkpoints: { held: 2, restored: 0 } });
});

test("a checkpoint that was changed, or is of another ledger, does not pass", async () => {
  const path = tampered("whole.db", null);
  const changedOne = { ...checkpoint, seq: checkpoint.seq - 1 };
  expect((await verified(path, [changedOne])).broken?.reason).toBe("signature");
  const forged = { ...checkpoint, lost: { fromSeq: 1, toSeq: last, head: checkpoint.head } };
  expect((await verified(path, [forged])).broken?.reason).toBe("signature");
});

async function verified(path: string, checkpoints: Checkpoint[]) {
  return readCopy(path, (tx) =>
    verifyHistory(tx, { key: eventKey(), publicKey: signingKey().publicKey, checkpoints }),
  );
}

async function oneMore(times: number, word = "第"): Promise<number> {
  let seq = 0;
  for (let time = 0; time < times; time += 1) {
    seq = await write(async (tx) => {
      const [project] = await tx.select().from(projects).limit(1);
      if (!project) throw new Error("The data set has no project.");
      const contact = `${word} ${project.version} 次`;
      return change(tx, OPERATOR, {
        action: "project.details_updated",
        projectId: project.id,
        rows: [changed("projects", project, { contact })],
      });
    });
  }
  return seq;
}

/** A copy of one of the files, changed by somebody who takes the triggers off and the checkpoints out. */
function tampered(source: string, how: ((file: Database.Database) => void) | null): string {
  copies += 1;
  const path = join(ledger.directory(), `copy-${copies % 4}.db`);
  copyFileSync(join(ledger.directory(), source), path);
  const file = new Database(path);
  file.pragma("foreign_keys = OFF");
  file.pragma("synchronous = OFF");
  if (how) {
    for (const name of guardNames(file)) file.exec(`DROP TRIGGER "${name}"`);
    file.exec("DELETE FROM checkpoints");
    file.transaction(() => how(file))();
  }
  file.close();
  return path;
}

/** Everything after an event taken out, rows and versions with it: what an earlier file would look like. */
function cutAfter(file: Database.Database, seq: number): void {
  file.prepare("DELETE FROM events WHERE seq > ?").run(seq);
  const tables = file
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%\\_history' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  for (const history of tables) {
    const table = history.replace(/_history$/, "");
    const columns = (file.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => `"${name}"`)
      .join(", ");
    file.prepare(`DELETE FROM ${history} WHERE from_seq > ?`).run(seq);
    file.prepare(`UPDATE ${history} SET to_seq = NULL WHERE to_seq > ?`).run(seq);
    file.exec(
      `DELETE FROM ${table}; INSERT INTO ${table} (${columns}) SELECT ${columns} FROM ${history} WHERE to_seq IS NULL`,
    );
  }
}

/** An insider with the event key changes an event and hashes and seals everything after it anew. */
function rewrite(file: Database.Database, from: number): void {
  const rows = file
    .prepare(
      "SELECT seq, payload, previous_hash AS previous FROM events WHERE seq >= ? ORDER BY seq",
    )
    .all(from) as { seq: number; payload: string; previous: string }[];
  const update = file.prepare(
    "UPDATE events SET payload = ?, previous_hash = ?, hash = ?, mac = ? WHERE seq = ?",
  );
  let previous = rows[0]?.previous ?? "";
  for (const { seq, payload } of rows) {
    const forged =
      seq === from ? JSON.stringify({ ...JSON.parse(payload), reason: "改写" }) : payload;
    const hash = chainHash(previous, forged);
    update.run(forged, previous, hash, seal(hash, eventKey().bytes), seq);
    previous = hash;
  }
}
