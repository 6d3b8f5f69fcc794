import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projectSectors, projects } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import { NO_FILTERS } from "@/lib/ledger/filter/filters";
import { sumLedger } from "@/lib/ledger/queries";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { changeSectors, confirmSectors, undoSectors } from "./commands";
import { markEvidence } from "./evidence";
import { parseSectorUrl } from "./filters";
import { sectorConfirmation } from "./input";
import { countSectors, countUnconfirmed, listSectorProjects } from "./queries";
import { listSteps } from "./steps";

const ledger = testLedger();
const t = translator("zh-CN");
const LINGZHI = "灵芝精深加工";

async function project(name: string) {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(name);
  return row;
}

/** `traditional_chinese_medicine primary?`: each sector row of a project; `?` is not confirmed. */
async function sectorsOf(name: string) {
  const { id } = await project(name);
  const rows = await read((tx) =>
    tx.select().from(projectSectors).where(eq(projectSectors.projectId, id)),
  );
  return rows.map(({ sector, rank, confirmed }) => `${sector} ${rank}${confirmed ? "" : "?"}`);
}

async function queue(username = "reviewer") {
  const viewer = await ledger.viewer(username);
  return read((tx) => listSectorProjects(tx, viewer, parseSectorUrl({})));
}

test("the twelve sectors with the amounts of the plans, each as many as the ledger finds", async () => {
  const viewer = await ledger.viewer("leader");
  const counts = await read((tx) => countSectors(tx, viewer, null));
  expect(
    counts.map(({ primary }) => (primary.fen === null ? "–" : formatWan(primary.fen))),
  ).toEqual([
    "6,200",
    "4,000",
    "2,000",
    "47,790",
    "330,000",
    "2,000",
    "22,390",
    "8,165",
    "8,480",
    "9,000",
    "–",
    "5,000",
  ]);
  for (const { sector, primary, any } of counts) {
    for (const [sectorRank, sum] of [
      ["primary", primary],
      ["any", any],
    ] as const) {
      const filters = withFilters(NO_FILTERS, { sector: [sector], sectorRank, basis: "current" });
      const found = await read((tx) => sumLedger(tx, viewer, filters));
      expect([found.total, found.totals.current]).toEqual([
        sum.projects,
        { fen: sum.fen, coverage: sum.coverage },
      ]);
    }
  }
});

test("the queue has the debatable projects with the words that were matched", async () => {
  const all = await queue("leader");
  expect(all.total).toBe(13);
  const own = await queue();
  expect(own.total).toBe(8);
  const lingzhi = own.items.find(({ name }) => name === LINGZHI);
  expect(lingzhi?.records).toMatchObject([
    { sector: "traditional_chinese_medicine", rank: "primary", confirmed: false, by: "data set" },
    { sector: "food_processing", rank: "further", confirmed: false },
  ]);
  expect(lingzhi?.records[0]?.evidence).toContain("灵芝");
});

test("confirming several leaves an event on each, and undoing one puts it back into the queue", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await sectorsOf(LINGZHI);
  const { items } = await queue();
  const chosen = items.slice(0, 3).map(({ id, version }) => `${id}:${version}`);
  const ids = items.slice(0, 3).map(({ id }) => id);
  const lingzhi = await project(LINGZHI);
  if (!ids.includes(lingzhi.id)) chosen.push(`${lingzhi.id}:${lingzhi.version}`);
  await write((tx) =>
    confirmSectors(tx, reviewer, sectorConfirmation.parse({ project: chosen, reason: "" })),
  );
  expect((await queue()).total).toBe(8 - chosen.length);
  const { events } = await read((tx) =>
    listEvents(tx, reviewer, { action: "project.sectors_confirmed" }),
  );
  expect(events).toHaveLength(chosen.length);
  const own = events.filter(({ projectId }) => projectId === lingzhi.id);
  expect(own.map((event) => eventSentence(t, event))).toEqual(["确认了行业"]);
  expect(own.flatMap((event) => eventChanges(t, event))).toContainEqual({
    label: "行业",
    before: "中医药（待确认）、食品加工与功能食品（待确认）",
    after: "中医药、食品加工与功能食品",
  });
  const steps = await read((tx) => listSteps(tx, reviewer));
  const step = steps.find(({ projectId }) => projectId === lingzhi.id);
  expect(step?.undoable).toBe(true);
  const undoing = { seq: step?.seq ?? 0, reason: "再核对" };
  await write((tx) => undoSectors(tx, reviewer, undoing));
  expect(await sectorsOf(LINGZHI)).toEqual(before);
  await expect(write((tx) => undoSectors(tx, reviewer, undoing))).rejects.toMatchObject({
    key: "sectorUndone",
  });
});

test("one project that has moved on refuses all, by name", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const [first, second] = (await queue()).items;
  if (!first || !second) throw new Error("The queue is too short.");
  const input = sectorConfirmation.parse({
    project: [`${first.id}:${first.version}`, `${second.id}:${second.version + 1}`],
  });
  await expect(write((tx) => confirmSectors(tx, reviewer, input))).rejects.toMatchObject({
    key: "sectorsMoved",
    parameters: { names: `“${second.name}”` },
  });
  expect((await queue()).items[0]?.id).toBe(first.id);
  await expect(
    write((tx) => confirmSectors(tx, reviewer, sectorConfirmation.parse({}))),
  ).rejects.toMatchObject({ key: "sectorsNone" });
});

test("another primary sector changes the totals, keeps the evidence, and can be taken back", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await sectorsOf(LINGZHI);
  const { id, version } = await project(LINGZHI);
  const change = {
    id,
    version,
    primarySector: "food_processing" as const,
    furtherSectors: ["ecology" as const],
    reason: "以食品为主",
  };
  await write((tx) => changeSectors(tx, reviewer, change));
  expect(await sectorsOf(LINGZHI)).toEqual([
    "ecology further",
    "food_processing primary",
    "traditional_chinese_medicine null",
  ]);
  await expect(write((tx) => changeSectors(tx, reviewer, change))).rejects.toThrow(ConflictError);
  const [step] = await read((tx) => listSteps(tx, reviewer));
  await write((tx) => undoSectors(tx, reviewer, { seq: step?.seq ?? 0, reason: "误改" }));
  expect(await sectorsOf(LINGZHI)).toEqual(["ecology null", ...before]);
});

test("only the region's reviewer decides on sectors", async () => {
  const { id, version } = await project(LINGZHI);
  const input = sectorConfirmation.parse({ project: `${id}:${version}` });
  for (const username of ["manager", "leader", "auditor", "administrator"]) {
    const viewer = await ledger.viewer(username);
    await expect(
      write((tx) => confirmSectors(tx, viewer, input)),
      username,
    ).rejects.toThrow(username === "administrator" ? NotFoundError : ForbiddenError);
  }
  const reviewer = await ledger.viewer("reviewer");
  const elsewhere = await project("石斛牡蛎糖片的研发");
  const other = sectorConfirmation.parse({ project: `${elsewhere.id}:${elsewhere.version}` });
  await expect(write((tx) => confirmSectors(tx, reviewer, other))).rejects.toThrow(NotFoundError);
  expect(await read((tx) => countUnconfirmed(tx, reviewer, "500231"))).toBe(0);
});

test("history holds after all of it", async () => {
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});

test.each([
  ["灵芝精深加工", ["灵芝"], "[灵芝]精深加工"],
  ["中药材与中药", ["中药", "中药材"], "[中药材]与[中药]"],
  ["无关", ["中药"], "无关"],
  ["(a+)*", ["a+"], "([a+])*"],
])("%s with %j is marked as %s", (text, words, expected) => {
  const marked = markEvidence(text, words).map((one) =>
    one.evidence ? `[${one.text}]` : one.text,
  );
  expect(marked.join("")).toBe(expected);
});
