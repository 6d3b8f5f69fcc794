import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "@/db/client";
import { migrate } from "@/db/migrate";
import { projects, regions } from "@/db/schema";
import { setEventKey } from "@/lib/audit/key";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { createRegion } from "@/lib/region/commands";
import { loadDataSet } from "./data-set";

const folder = mkdtempSync(join(tmpdir(), "ledger-seed-"));

afterAll(() => {
  closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

test("the data set loads beside a county that was added by hand, which keeps its name", async () => {
  const path = join(folder, "ledger.db");
  migrate(path);
  openDatabase(path);
  setEventKey(Buffer.alloc(32, 1));
  const own = { code: "500229", name: "重庆市城口县", shortName: "城口" };
  await write((tx) => createRegion(tx, OPERATOR, own));
  expect(await write((tx) => loadDataSet(tx))).toBe(48);
  const names = await read((tx) => tx.select({ name: regions.name }).from(regions));
  expect(names.map(({ name }) => name)).toContain(own.name);
  const [row] = await read((tx) => tx.select({ n: count() }).from(projects));
  expect(row?.n).toBe(48);
});
