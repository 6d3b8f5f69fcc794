import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { ConflictError, ForbiddenError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { setOpeningBalance, setYearPlan } from "./commands";
import { openingInput, yearPlanInput } from "./input";
import { getProjectMoney } from "./queries";
import { yearTyped, yearVersion } from "./typed";

const ledger = testLedger();
/** 县林业局's. */
const PROJECT = 14;
const form = (values: Record<string, string>) =>
  yearPlanInput.parse({ projectId: String(PROJECT), year: "2026", version: "0", ...values });

test("a year's form writes what is known and leaves the rest unknown", async () => {
  const manager = await ledger.viewer("manager");
  await write((tx) =>
    setYearPlan(tx, manager, form({ whole: "100", source_central: "60", month_3: "1,000.5" })),
  );
  const { rows, lines, warnings } = await read((tx) => getProjectMoney(tx, manager, PROJECT));
  expect(lines).toHaveLength(3);
  expect(yearTyped(rows)).toMatchObject({ whole: "100", month_3: "1000.5", source_county: "" });
  expect(warnings.map(({ key }) => key)).toEqual([
    "yearsVersusTotal",
    "sourcesVersusYear",
    "monthsVersusYear",
  ]);
});

test("who changed the year meanwhile is shown in the form's own words; emptied is unknown again", async () => {
  const manager = await ledger.viewer("manager");
  const stale = await write((tx) => setYearPlan(tx, manager, form({ whole: "90" }))).catch(
    (error) => error,
  );
  expect(stale).toBeInstanceOf(ConflictError);
  expect(stale.current).toMatchObject({ whole: "100", source_central: "60" });
  const { version } = stale.current;
  await write((tx) => setYearPlan(tx, manager, { ...form({ whole: "90" }), version }));
  const { rows, lines } = await read((tx) => getProjectMoney(tx, manager, PROJECT));
  expect(lines).toEqual([{ year: 2026, month: null, source: null, amountFen: 90_000_000 }]);
  expect(yearVersion(rows)).toBeGreaterThan(version);
});

test("the opening balance conflicts in 万元 as well, and readers write nothing", async () => {
  const manager = await ledger.viewer("manager");
  const opening = { projectId: String(PROJECT), throughYear: "2025", version: "0" };
  const first = openingInput.parse({ ...opening, completedFen: "12.5", startedOn: "2021-03-01" });
  await write((tx) => setOpeningBalance(tx, manager, first));
  const stale = await write((tx) => setOpeningBalance(tx, manager, first)).catch((error) => error);
  expect(stale.current).toMatchObject({ completedFen: "12.5", paidFen: "", version: 1 });
  for (const name of ["reviewer", "leader", "auditor", "administrator"]) {
    const viewer = await ledger.viewer(name);
    await expect(write((tx) => setYearPlan(tx, viewer, form({ whole: "1" })))).rejects.toThrow();
    await expect(write((tx) => setOpeningBalance(tx, viewer, first))).rejects.toThrow();
  }
  const reviewer = await ledger.viewer("reviewer");
  await expect(write((tx) => setYearPlan(tx, reviewer, form({})))).rejects.toThrow(ForbiddenError);
});
