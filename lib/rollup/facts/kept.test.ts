import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { refreshLedgerEntry } from "@/lib/ledger/derived/refresh";
import { testLedger } from "@/lib/test-ledger";
import { parseRollupUrl } from "../input";
import { rollUp } from "../queries";
import { factsOf } from "./kept";

testLedger();
const totals = async () =>
  (await read((tx) => rollUp(tx, OPERATOR, parseRollupUrl({ by: "lead", basis: "current" }))))
    .totals;
const blocks = () => read(async (tx) => (await factsOf(tx, ["lead"])).blocks);

test("what is kept in memory is read anew after a change, and not without one", async () => {
  const before = await totals();
  const kept = await blocks();
  expect(await blocks()).toBe(kept);
  await write(async (tx) => {
    await tx.run("UPDATE projects SET total_investment_fen = 1 WHERE id = 1");
    await refreshLedgerEntry(tx, 1);
  });
  const after = await totals();
  expect(after.projects).toBe(before.projects);
  expect(after.totalInvestmentFen).toBeLessThan(before.totalInvestmentFen ?? 0);
});

test("a write that is given up leaves no trace, although the next one gets its number", async () => {
  const change = (fen: number, giveUp: boolean) =>
    write(async (tx) => {
      await tx.run(`UPDATE projects SET total_investment_fen = ${fen} WHERE id = 2`);
      await refreshLedgerEntry(tx, 2);
      await factsOf(tx, ["lead"]);
      if (giveUp) throw new Error("given up");
    });
  await expect(change(5, true)).rejects.toThrow("given up");
  await change(7, false);
  const after = await totals();
  await change(9, false);
  const last = await totals();
  expect(last.totalInvestmentFen).toBe((after.totalInvestmentFen ?? 0) + 2);
  await expect(change(5, true)).rejects.toThrow("given up");
  expect(await totals()).toEqual(last);
});
