import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase, read, setClock } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";

export const SAMPLE_DAY = "2026-11-26";

/** A ledger of 演示数据 for the tests of one file, as it is on a fixed day. */
export function testSample(): { viewer: (username: string) => Promise<Viewer> } {
  let directory = "";
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "ledger-test-"));
    setClock(() => new Date(`${SAMPLE_DAY}T02:00:00.000Z`));
    await openLedger(parseEnvironment({ DATA_DIR: directory, SAMPLE_RETURNS: "1" }));
  });
  afterAll(() => {
    closeDatabase();
    setClock();
    rmSync(directory, { recursive: true, force: true });
  });
  return { viewer: (username) => read((tx) => readyViewer(tx, username)) };
}
