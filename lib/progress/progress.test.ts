import { expect, test } from "vitest";
import { read } from "@/db/client";
import { ledgerEntries, problems, progressChanges, progressEntries } from "@/db/schema";
import { answerProjects } from "@/lib/api/answers/project-answer";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { csvFile } from "@/lib/export/csv";
import { collectExport } from "@/lib/export/queries";
import { ledgerSheet } from "@/lib/export/sheet";
import { translator } from "@/lib/language/translator";
import { noteChange } from "@/lib/ledger/derived/changes";
import { strayEntry } from "@/lib/ledger/derived/derived";
import { listFacet } from "@/lib/ledger/facet/facets";
import { filterChips } from "@/lib/ledger/filter/chips";
import { filterSentence } from "@/lib/ledger/filter/filter-sentence";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedger, sumLedger } from "@/lib/ledger/queries";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { raiseProblem } from "@/lib/problem/commands";
import { newProblem } from "@/lib/problem/input";
import { SAMPLE_DAY, testSample } from "@/lib/sample/test-sample";
import { completionBp, formatRate, rateBp } from "./progress";
import { loadProgress, readableReturns } from "./queries";

const sample = testSample();
type Query = Record<string, string | string[]>;

async function found(query: Query, username = "leader") {
  const viewer = await sample.viewer(username);
  const filters = parseFilterUrl({ pageSize: "200", columns: "light", ...query });
  return read((tx) => listLedger(tx, viewer, filters));
}

const entries = () => read((tx) => tx.select().from(progressEntries));
const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b);

test("rates are whole hundredths of a per cent, unknown without a plan", () => {
  expect(completionBp({ annualPlanFen: 1_000, yearCompletedFen: 517 })).toBe(5_170);
  expect(formatRate(5_170)).toBe("51.7%");
  expect(rateBp(1, 0)).toBeNull();
  expect(rateBp(null, 5)).toBeNull();
  expect(rateBp(-517, 1_000)).toBe(-5_170);
});

test("the ledger finds by light exactly the projects whose last return has it; none is its complement", async () => {
  const all = await entries();
  for (const light of ["green", "yellow", "red", "grey", "overdue"] as const) {
    const wanted = all.filter((row) => row.systemLight === light).map((row) => row.projectId);
    const { items, progress } = await found({ light });
    expect(idsOf(items), light).toEqual(wanted.sort((a, b) => a - b));
    expect(items.every(({ id }) => progress.get(id)?.light === light)).toBe(true);
  }
  const reported = all.filter((row) => row.lastMonth !== null).length;
  expect((await found({ light: "none" })).total).toBe(48 - reported);
  expect((await found({ light: ["none", "red"] })).total).toBe(
    48 - reported + all.filter((row) => row.systemLight === "red").length,
  );
});

test("by last return, completion rate and overdue problems", async () => {
  const all = await entries();
  const rate = (row: (typeof all)[number]) => completionBp(row);
  const { total } = await found({ completionFrom: "0", completionTo: "50" });
  expect(total).toBe(all.filter((row) => (rate(row) ?? 9_999) <= 5_000).length);
  expect(total).toBeGreaterThan(0);
  const stale = await found({ lastReturnTo: "2026-06" });
  expect(stale.total).toBe(all.filter(({ lastMonth }) => (lastMonth ?? "9") <= "2026-06").length);
  const open = await read((tx) => tx.select().from(problems));
  const unsolved = open.filter(({ state }) => state === "open");
  expect((await found({ openProblems: "1" })).total).toBe(
    new Set(unsolved.map(({ projectId }) => projectId)).size,
  );
  const late = open.filter(({ state, dueOn }) => state === "open" && (dueOn ?? "9") < SAMPLE_DAY);
  expect((await found({ overdueProblems: "1" })).total).toBe(
    new Set(late.map(({ projectId }) => projectId)).size,
  );
});

test.each([
  ["light", ["overdue", "red", "yellow", "green"]],
  ["lastReturn", null],
  ["completion", null],
  ["problems", null],
] as const)("sorted by %s in either order, what is unknown stands last", async (sort, bad) => {
  const value = (row: (typeof rows)[number]["progress"]): string | number | null => {
    if (sort === "problems") return row?.openProblems ?? 0;
    if (!row?.lastMonth) return null;
    if (sort === "lastReturn") return row.lastMonth;
    if (sort === "completion") return completionBp(row);
    return row.light === "grey" || row.light === null ? null : -(bad?.indexOf(row.light) ?? 0);
  };
  const listed = async (order: string, username?: string) => {
    const { items, progress } = await found({ sort, order }, username);
    return items.map((item) => ({ id: item.id, progress: progress.get(item.id) }));
  };
  const rows = await listed("asc");
  expect(rows).toHaveLength(48);
  for (const username of ["leader", "manager"])
    for (const [order, sign] of [
      ["asc", 1],
      ["desc", -1],
    ] as const) {
      const all = (await listed(order, username)).filter(
        ({ progress }) => username === "leader" || sort !== "problems" || progress,
      );
      const values = all.map(({ progress }) => value(progress));
      const known = values.filter((one) => one !== null);
      expect(known.length, username).toBeGreaterThan(0);
      expect(values.slice(0, known.length), `${username} ${order}`).toEqual(known);
      const ordered = [...known].sort((a, b) => (a < b ? -sign : a > b ? sign : 0));
      expect(known, `${username} ${order}`).toEqual(ordered);
    }
});

test("the order follows a return, a problem and a light at once, as verification has it", async () => {
  const kept = () => read((tx) => tx.select().from(ledgerEntries));
  const progress = new Map((await entries()).map((row) => [row.projectId, row]));
  for (const { projectId, lastMonth, completionBp: bp, openProblems } of await kept()) {
    const row = progress.get(projectId);
    expect([projectId, lastMonth, openProblems, bp]).toEqual([
      projectId,
      row?.lastMonth ?? null,
      row?.openProblems ?? 0,
      row?.lastMonth ? completionBp(row) : null,
    ]);
  }
  const { items } = await found({ sort: "problems" });
  const last = items.at(-1)?.id ?? 0;
  for (const text of ["用地", "用电", "用水", "道路", "资金"])
    await write((tx) =>
      raiseProblem(tx, OPERATOR, newProblem.parse({ projectId: last, text, level: "unit" })),
    );
  expect((await found({ sort: "problems" })).items[0]?.id).toBe(last);
  expect(await read((tx) => strayEntry(tx))).toBeNull();
});

test("a manager finds and reads the returns of the own units' projects only", async () => {
  const manager = await sample.viewer("manager");
  const readable = await read(async (tx) => {
    const rows = await tx.select({ id: ledgerEntries.projectId }).from(ledgerEntries);
    const inSql = await tx
      .select({ id: ledgerEntries.projectId })
      .from(ledgerEntries)
      .where(readableReturns(manager));
    const allowed: number[] = [];
    for (const { id } of rows) {
      const found = await loadReporting(tx, manager, id).catch(() => null);
      if (found && can(manager, "return.read", found.subject)) allowed.push(id);
    }
    const seen = await loadProgress(tx, manager, allowed);
    const all = await loadProgress(tx, manager, idsOf(rows));
    return { inSql: idsOf(inSql), allowed, seen: seen.size, all: all.size };
  });
  expect(readable.inSql).toEqual(readable.allowed);
  expect(readable.all).toBe(readable.seen);
  const { items } = await found(
    { light: ["green", "yellow", "red", "grey", "overdue"] },
    "manager",
  );
  expect(items.every(({ id }) => readable.allowed.includes(id))).toBe(true);
  expect(items.length).toBeGreaterThan(0);
  const silent = await found({ light: "none" }, "manager");
  expect(silent.items.every(({ id }) => readable.allowed.includes(id))).toBe(true);
});

/** That each count of the facet is what choosing it finds. */
async function expectCounted(query: Query): Promise<void> {
  for (const username of ["leader", "manager"]) {
    const viewer = await sample.viewer(username);
    const options = await read((tx) => listFacet(tx, viewer, parseFilterUrl(query), "returns"));
    expect(options.length).toBeGreaterThan(1);
    for (const { name, value, count } of options) {
      const filters = parseFilterUrl({ ...query, [name]: value });
      const { total } = await read((tx) => sumLedger(tx, viewer, filters));
      expect(total, `${username} ${name}=${value}`).toBe(count);
    }
  }
}

test.each([
  {},
  { region: "500229" },
  { light: "red" },
  { overdueProblems: "1" },
  { openProblems: "1" },
  { basis: "current", yearTo: "2024" },
  { q: "建设" },
] as Query[])("each count of the facet under %o is what choosing it finds", expectCounted);

test("a return without a light is counted among none of them, as none of them finds it", async () => {
  const [grey] = (await found({ light: "grey" })).items;
  const { total } = await found({ light: "grey" });
  await write(async (tx) => {
    await tx.run(`UPDATE progress_entries SET system_light = NULL WHERE project_id = ${grey?.id}`);
    await noteChange(tx, grey?.id ?? 0, progressChanges);
  });
  expect((await found({ light: "grey" })).total).toBe(total - 1);
  await expectCounted({});
});

test("file and API carry the columns; nobody who may not read returns gets them", async () => {
  const t = translator("zh-CN");
  const leader = await sample.viewer("leader");
  const filters = parseFilterUrl({ light: "yellow" });
  const data = await read((tx) => collectExport(tx, leader, filters));
  const csv = new TextDecoder().decode(await csvFile(ledgerSheet(t, data)));
  expect(csv.split("\r\n")[0]).toContain("系统亮灯,最近填报,年度计划投资（万元）");
  expect(csv.split("\r\n")[1]).toMatch(/黄灯,2026-\d\d,/);
  expect(csv).toContain("亮灯：黄灯");
  const { items } = await read((tx) => answerProjects(tx, leader, filters));
  expect(items.every(({ progress }) => progress?.light === "yellow")).toBe(true);
  const manager = await sample.viewer("manager");
  const own = await read((tx) => answerProjects(tx, manager, parseFilterUrl({})));
  expect(own.items.some(({ progress }) => progress === null)).toBe(true);
  expect(own.items.some(({ progress }) => progress !== null)).toBe(true);
});

test("the filters have words", () => {
  const t = translator("zh-CN");
  const filters = parseFilterUrl({
    light: ["red", "none"],
    lastReturnTo: "2026-06",
    completionTo: "50",
    openProblems: "1",
    overdueProblems: "1",
  });
  const names = { regions: [], plan: null, unit: null, groups: [], lens: null, without: null };
  expect(filterChips(t, filters, names).map(({ label, value }) => `${label} ${value}`)).toEqual([
    "亮灯 红灯、未填报",
    "最近填报 2026-06 及以下",
    "完成率 50% 及以下",
    "核查 有未销号问题",
    "核查 问题逾期",
  ]);
  const sentence = filterSentence(t, filters, {
    ...names,
    regions: new Map(),
    units: null,
    scope: null,
  });
  expect(sentence).toContain(
    "亮灯：红灯、未填报；最近填报月份 –2026-06；年度完成率 –50%；有未销号问题；问题逾期",
  );
});
