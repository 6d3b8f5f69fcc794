import { expect, test } from "vitest";
import { read, type WriteTx } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { refreshLedgerEntry } from "@/lib/ledger/derived/refresh";
import { parseRollupUrl } from "@/lib/rollup/input";
import { rollUp } from "@/lib/rollup/queries";
import { testLedger } from "@/lib/test-ledger";
import { noteChange } from "../derived/changes";
import { parseFilterUrl } from "../filter/filter-url";
import { sumLedger } from "../queries";
import { readBlock } from "./block";
import { bringFactsToHand } from "./keep";
import { factsAtHand, factsOf } from "./kept";

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

test("projects that are read anew, come or go leave what reading everything gives", async () => {
  const changes: ((tx: WriteTx) => Promise<unknown>)[] = [
    async (tx) => tx.run("UPDATE projects SET type = 'research', start_on = NULL WHERE id = 3"),
    async (tx) => tx.run("UPDATE projects SET parent_id = 5 WHERE id = 4"),
    async (tx) => tx.run("UPDATE projects SET parent_id = iif(id = 6, 5, NULL) WHERE id IN (4, 6)"),
  ];
  for (const act of changes) {
    await write(async (tx) => {
      await act(tx);
      for (const id of [3, 4, 6]) await refreshLedgerEntry(tx, id);
    });
    await read(async (tx) => {
      const facts = await factsAtHand(tx);
      if (!facts) throw new Error("So little is read at once.");
      expect(facts.blocks.get(0)).toEqual(await readBlock(tx, 0, facts.words));
    });
  }
});

test("many changes are read in the background; until then the database is asked", async () => {
  const ask = () => read((tx) => sumLedger(tx, OPERATOR, parseFilterUrl({ type: "research" })));
  const isAtHand = () => read(async (tx) => (await factsAtHand(tx)) !== null);
  expect(await isAtHand()).toBe(true);
  const before = await ask();
  await write(async (tx) => {
    await tx.run("UPDATE projects SET total_investment_fen = 3 WHERE id = 3");
    await refreshLedgerEntry(tx, 3);
    for (let id = 10_000; id < 10_100; id += 1) await noteChange(tx, id);
  });
  expect(await isAtHand()).toBe(false);
  const after = await ask();
  expect(after).not.toEqual(before);
  await bringFactsToHand();
  expect(await isAtHand()).toBe(true);
  expect(await ask()).toEqual(after);
});

test("what a write sees before it is done is kept for nobody", async () => {
  const before = await blocks();
  const given = write(async (tx) => {
    await tx.run("UPDATE projects SET total_investment_fen = 9 WHERE id = 3");
    await refreshLedgerEntry(tx, 3);
    await sumLedger(tx, OPERATOR, parseFilterUrl({ type: "research" }));
    throw new Error("given up");
  });
  await expect(given).rejects.toThrow("given up");
  expect(await blocks()).toBe(before);
});
