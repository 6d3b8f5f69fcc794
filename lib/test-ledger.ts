import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, read, setClock } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";

export const TODAY = "2026-11-23";

/** A real ledger in a temporary folder for the tests of one file: the data set, a ready account per role, and a fixed day. */
export function testLedger(): {
  directory: () => string;
  viewer: (username: string) => Promise<Viewer>;
} {
  let directory = "";
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "ledger-test-"));
    setClock(() => new Date(`${TODAY}T02:00:00.000Z`));
    await openLedger(
      parseEnvironment({ DATA_DIR: directory, CHECKPOINT_DIR: join(directory, "checkpoints") }),
    );
  });
  afterAll(() => {
    closeDatabase();
    setClock();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    directory: () => directory,
    viewer: (username) => read((tx) => readyViewer(tx, username)),
  };
}
