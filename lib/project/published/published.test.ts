import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { OPERATOR } from "@/lib/auth/actor";
import { testLedger } from "@/lib/test-ledger";
import { evenSplit, yearsOf } from "../annual-plan";
import { getProject } from "../queries";
import { publishedOtherwise } from "./published";

testLedger();

test("on the first day every project says what its plan's row says", async () => {
  const rows = await read((tx) => tx.select().from(projects).orderBy(asc(projects.id)));
  for (const { id, name } of rows) {
    const project = await read((tx) => getProject(tx, OPERATOR, id));
    const [source] = project.sources;
    if (!source) throw new Error(name);
    expect(publishedOtherwise(project, source), name).toEqual({});
  }
});

test("what was corrected shows the published value beside it", async () => {
  const project = await read((tx) => getProject(tx, OPERATOR, 14));
  const [source] = project.sources;
  if (!source) throw new Error("no source");
  const row = { ...project.row, totalInvestmentFen: null, end: "2026" };
  const units = { ...project.units, lead: project.units.lead.slice(1) };
  expect(publishedOtherwise({ row, units }, source)).toEqual({
    totalInvestment: "500",
    period: "2021–2025",
    leads: "县林业局、县经济信息委（县科技局）",
  });
});

test("an even split adds up, the odd 分 in the first year", () => {
  const years = yearsOf("2021-06-01", "2023-12-31");
  expect(evenSplit(100, years)).toEqual([
    { year: 2021, fen: 34 },
    { year: 2022, fen: 33 },
    { year: 2023, fen: 33 },
  ]);
  expect(yearsOf(null, "2025-12-31")).toEqual([]);
});
