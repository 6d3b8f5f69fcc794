import { beforeAll, expect, test } from "vitest";
import { read } from "@/db/client";
import { events } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { recordExport } from "@/lib/export/commands";
import { tableCsv } from "@/lib/export/table-file";
import { describeImport, storeImport } from "@/lib/import/commands";
import { publishImport } from "@/lib/import/publish/commands";
import { revertImport } from "@/lib/import/publish/revert";
import { listPlansOf, loadImport } from "@/lib/import/queries";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { indicatorQuery, parseIndicatorPlace, parseIndicatorUrl } from "./filters";
import { attainmentBp, attributeOf, columnOf, meaningOf } from "./indicator";
import { listIndicators, readIndicatorSource } from "./queries";
import { indicatorSheet } from "./sheet";

const ledger = testLedger();
const UNSAID = { reasonCode: null, basisNumber: null, basisOn: null };
let people: Record<"manager" | "reviewer" | "leader" | "auditor" | "administrator", Viewer>;

const FIRST = [
  "表1 预期指标与实际完成对比\t\t",
  "指标内容\t2020年预期指标\t2020年实际完成指标",
  "研发投入占比（%）\t1\t0.19",
  "高新技术企业（家）\t≥1\t2",
].join("\n");
const SECOND = [
  "专栏1 科技发展主要指标表\t\t\t\t",
  "序号\t指标\t基期值\t2030年目标值\t指标属性",
  "1\t科技型企业（家）\t【216】\t350\t预期性",
  "2\t单位能耗（吨）\t\t1,200\t约束性",
  "注：【】为累计数。\t\t\t\t",
].join("\n");

async function upload(text: string, fileName: string): Promise<number> {
  const { reviewer } = people;
  const content = Buffer.from(text);
  const document = await readDocument({ name: fileName, bytes: content });
  const knowledge = await read((tx) => knowledgeFor(tx, reviewer, "500229"));
  const reading = packReading(understand(document, knowledge));
  const stored = await write((tx) =>
    storeImport(tx, reviewer, { regionCode: "500229", fileName, content, reading }),
  );
  return stored.id;
}

async function publish(text: string, fileName: string, planName = "科技规划"): Promise<number> {
  const { reviewer } = people;
  const importId = await upload(text, fileName);
  const { version } = await read((tx) => loadImport(tx, reviewer, importId));
  const known = await read((tx) => listPlansOf(tx, "500229"));
  const planId = known.find(({ name }) => name === planName)?.id ?? null;
  const plan = {
    planId,
    planName,
    documentNumber: null,
    publishedOn: null,
    reason: null,
    ...UNSAID,
  };
  const years = { startYear: 2026, endYear: 2030 };
  await write((tx) => describeImport(tx, reviewer, { importId, version, ...plan, ...years }));
  const described = await read((tx) => loadImport(tx, reviewer, importId));
  await write((tx) => publishImport(tx, reviewer, { importId, version: described.version }));
  return importId;
}

const list = (viewer: Viewer, query: Record<string, string> = {}) =>
  read((tx) => listIndicators(tx, viewer, parseIndicatorUrl(query)));
const names = async (query: Record<string, string> = {}) =>
  (await list(people.leader, query)).flatMap(({ indicators }) =>
    indicators.map(({ name }) => name),
  );

beforeAll(async () => {
  people = {
    manager: await ledger.viewer("manager"),
    reviewer: await ledger.viewer("reviewer"),
    leader: await ledger.viewer("leader"),
    auditor: await ledger.viewer("auditor"),
    administrator: await ledger.viewer("administrator"),
  };
});

test.each([
  ["2020年实际完成指标", "actual", 2020],
  ["2020年完成情况", "actual", 2020],
  ["2020年预期指标", "target", 2020],
  ["2025 年\n目标值", "target", 2025],
  ["基期实际值", "base", null],
  ["2020年指标值", null, 2020],
  ["2015—2020年目标完成情况", null, null],
  ["年均增长", null, null],
] as const)("the header %s says %s", (header, kind, year) => {
  expect(columnOf(header)).toMatchObject({ kind, year });
});

test("attributes and signs by their words; what they do not say stays open", () => {
  expect(["约束性", "预期性", "预期性指标", "其他", null].map(attributeOf)).toEqual([
    "binding",
    "anticipated",
    "anticipated",
    null,
    null,
  ]);
  expect(["累计数", "“十四五”期间新增累计值", "指标预估值", "同比", null].map(meaningOf)).toEqual([
    "stock",
    "cumulative_new",
    "estimate",
    null,
    null,
  ]);
});

test("nothing before anybody publishes: an import under review shows nothing", async () => {
  await upload(FIRST.replace("0.19", "0.2"), "尚未确认.txt");
  expect(await list(people.leader)).toEqual([]);
});

test("a published table is listed as its document words it, with its cells; a document of indicators alone is enough", async () => {
  const id = await publish(SECOND, "指标.txt");
  const [table, ...others] = await list(people.leader);
  expect(others).toEqual([]);
  expect(table).toMatchObject({
    importId: id,
    fileName: "指标.txt",
    plan: { name: "科技规划" },
    region: { code: "500229" },
  });
  expect(table?.columns.map(({ header, kind }) => [header, kind])).toEqual([
    ["基期值", "base"],
    ["2030年目标值", "target"],
  ]);
  const [enterprises, energy] = table?.indicators ?? [];
  expect(enterprises).toMatchObject({ seq: 1, name: "科技型企业", unit: "家" });
  expect(enterprises?.values).toEqual([
    { column: 2, raw: "【216】", value: 216, note: "累计数" },
    { column: 3, raw: "350", value: 350, note: null },
  ]);
  expect(energy?.values[0]).toEqual({ column: 2, raw: "", value: null, note: null });
  const place = parseIndicatorPlace({ source: `${id}.${table?.table}.${enterprises?.row}` });
  if (!place) throw new Error("The address names a place.");
  const source = await read((tx) => readIndicatorSource(tx, people.auditor, place));
  expect(source.cells.map(({ text }) => text)).toEqual([
    "1",
    "科技型企业（家）",
    "【216】",
    "350",
    "预期性",
  ]);
  for (const other of [
    { ...place, row: 0 },
    { ...place, importId: 999 },
    { ...place, table: 9 },
  ])
    await expect(read((tx) => readIndicatorSource(tx, people.leader, other))).rejects.toThrow(
      NotFoundError,
    );
});

test("the actual value is held against a target of the same year alone, without a verdict", async () => {
  await publish(FIRST, "对比.txt");
  const table = (await list(people.leader)).find(({ fileName }) => fileName === "对比.txt");
  const parts = table?.indicators.map((one) => attainmentBp(table.columns, one));
  expect(parts).toEqual([1_900, null]);
  const years = [columnOf("2025年目标值"), columnOf("2020年完成情况")];
  const values = [1, 2].map((value, column) => ({ column, raw: String(value), value, note: null }));
  expect(attainmentBp(years, { values })).toBeNull();
});

test("filters by words, attribute, plan and region; each role sees its own regions", async () => {
  expect(await names({ attribute: "binding" })).toEqual(["单位能耗"]);
  expect(await names({ q: "企业" })).toEqual(["科技型企业", "高新技术企业"]);
  expect(await names({ region: "500114" })).toEqual([]);
  expect(await names({ plan: "999" })).toEqual([]);
  const all = (await list(people.leader)).length;
  for (const viewer of [people.manager, people.reviewer, people.auditor])
    expect(await list(viewer)).toHaveLength(all);
  const elsewhere = { ...people.manager, regionCode: "500114" };
  expect(await list(elsewhere)).toEqual([]);
  await expect(list(people.administrator)).rejects.toThrow(ForbiddenError);
  const filters = parseIndicatorUrl({ attribute: "x", q: "企业", plan: "-1", region: "1" });
  expect(filters).toEqual({ attribute: null, q: "企业", plan: null, region: null });
  expect(indicatorQuery(filters)).toEqual({ q: "企业" });
});

test("the file has every value a line, and leaves its event", async () => {
  const t = translator("zh-CN");
  const tables = await list(people.leader);
  const sheet = indicatorSheet(t, tables, { at: "2026-11-26T02:00:00.000Z", by: "领导" });
  const csv = new TextDecoder().decode(tableCsv(sheet, ["链首", "1"]));
  expect(csv).toContain("科技型企业,家,预期性,基期值,基期值,,【216】,216,存量（表注：累计数）");
  expect(csv).toContain("2020年实际完成指标,实际值,2020,0.19,0.19,,19.0%,对比.txt");
  const exported = { of: "indicators", query: "q=企业", format: "csv", rows: 2 } as const;
  await write((tx) => recordExport(tx, people.manager, exported));
  const [last] = (await read((tx) => tx.select().from(events))).slice(-1);
  expect(JSON.parse(last?.payload ?? "{}")).toMatchObject({
    action: "ledger.exported",
    details: { format: "csv", indicators: "q=企业", rows: 2 },
  });
  await expect(write((tx) => recordExport(tx, people.administrator, exported))).rejects.toThrow(
    ForbiddenError,
  );
});

test("a corrected document takes the place of the earlier one; taken back, the earlier one stands again", async () => {
  const later = await publish(SECOND.replace("350", "400"), "指标更正.txt");
  const target = async () =>
    (await list(people.leader, { q: "科技型企业" })).map(
      ({ fileName, indicators }) => `${fileName} ${indicators[0]?.values[1]?.raw}`,
    );
  expect(await target()).toEqual(["指标更正.txt 400"]);
  const { version } = await read((tx) => loadImport(tx, people.reviewer, later));
  await write((tx) =>
    revertImport(tx, people.reviewer, { importId: later, version, reason: "文本有误" }),
  );
  expect(await target()).toEqual(["指标.txt 350"]);
});
