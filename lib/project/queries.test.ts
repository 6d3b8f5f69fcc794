import { expect, test } from "vitest";
import { read } from "@/db/client";
import { type Actor, OPERATOR } from "@/lib/auth/actor";
import { NotFoundError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { loadProject } from "./queries";

testLedger();

const reviewerOf = (regionCode: string): Actor => ({
  ...OPERATOR,
  kind: "reviewer",
  scope: "region",
  regionCode,
});

test("a project is found by those who may see it, whoever asked on the same handle before", async () => {
  await read(async (tx) => {
    const { row } = await loadProject(tx, OPERATOR, 1);
    const own = reviewerOf(row.regionCode);
    expect((await loadProject(tx, own, 1)).row).toEqual(row);
    await expect(loadProject(tx, reviewerOf("999999"), 1)).rejects.toThrow(NotFoundError);
    const administrator: Actor = { ...own, kind: "administrator" };
    await expect(loadProject(tx, administrator, 1)).rejects.toThrow(NotFoundError);
  });
});
