import { count, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { failed } from "@/app/mutation/form-action";
import { read, transact } from "@/db/client";
import { events } from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { createOrganization } from "@/lib/organization/commands";
import { testLedger } from "@/lib/test-ledger";

testLedger();

/** A disk that has no page left for the database, as SQLite sees it. */
async function limitPages(limit: number): Promise<void> {
  await transact(async (tx) => void tx.all(sql.raw(`PRAGMA max_page_count = ${limit}`)));
}

const eventCount = () =>
  read(async (tx) => (await tx.select({ n: count() }).from(events))[0]?.n ?? 0);

const addLongName = (n: number) =>
  write((tx) =>
    createOrganization(tx, OPERATOR, {
      regionCode: "500229",
      name: `${"很长的单位名称".repeat(2_000)}${n}`,
      kind: "company",
    }),
  );

afterEach(() => limitPages(1_000_000));

test("a full disk says so, changes nothing, leaves reading alone, and is over when there is room", async () => {
  const before = await eventCount();
  await limitPages(1);
  const error = await addLongName(1).catch((thrown: unknown) => thrown);
  const typed = { name: "填了很久的内容" };
  const answer = failed(translator("zh-CN"), typed, error);
  expect(answer).toMatchObject({ status: "refused", values: typed });
  expect(answer.message).toContain("服务器磁盘已满");
  expect(await eventCount()).toBe(before);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
  await limitPages(1_000_000);
  await addLongName(2);
  expect(await eventCount()).toBe(before + 1);
});
