import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { refreshLedgerEntry } from "@/lib/ledger/derived/refresh";
import { testLedger } from "@/lib/test-ledger";
import { parseRollupUrl } from "../input";
import { rollUp } from "../queries";

testLedger();
const ask = (by: string) =>
  read((tx) => rollUp(tx, OPERATOR, parseRollupUrl({ by, basis: "current", region: "500229" })));

test("of each year the coverage of what is derived is known, with a gap where an amount is unknown", async () => {
  await write(async (tx) => {
    await tx.run("UPDATE projects SET total_investment_fen = NULL WHERE id = 1");
    await refreshLedgerEntry(tx, 1);
  });
  const { groups } = await ask("activeYear");
  const found = groups.map(({ keys, coverage, derivedCoverage }) => [
    keys[0]?.value,
    coverage.known,
    `${derivedCoverage?.known}/${derivedCoverage?.of}`,
  ]);
  expect(found).toContainEqual(["2021", 0, "26/26"]);
  expect(found).toContainEqual(["2022", 0, "26/27"]);
  expect((await ask("lead")).groups.every((group) => group.derivedCoverage === null)).toBe(true);
});
