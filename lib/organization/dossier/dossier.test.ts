import excel from "exceljs";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { organizations } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { sumLedger } from "@/lib/ledger/queries";
import { addMilestone } from "@/lib/milestone/commands";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { parseOrganizationUrl } from "../filters";
import { listOpenEntries, listOpenProjects } from "../open-entries";
import { findNamed, listOrganizations } from "../queries";
import type { PartSum } from "../role-sums";
import { getDossier, ledgerOf } from "./queries";
import { dossierFile } from "./workbook";

const ledger = testLedger();

const shown = ({ projects, fen }: PartSum) => `${projects} ${fen === null ? "–" : formatWan(fen)}`;

async function dossierOf(name: string, username = "leader") {
  const viewer = await ledger.viewer(username);
  return read(async (tx) => {
    const { id } = await findNamed(tx, viewer, null, name, "name");
    return getDossier(tx, viewer, id);
  });
}

async function list(search: Record<string, string>, username = "leader") {
  const viewer = await ledger.viewer(username);
  return read((tx) => listOrganizations(tx, viewer, parseOrganizationUrl(search)));
}

test("a unit's projects by how it takes part, as the documents have them", async () => {
  const { sums, projects, overdue } = await dossierOf("县林业局");
  const parts = Object.entries(sums).map(([part, sum]) => `${part} ${shown(sum)}`);
  expect(parts).toEqual([
    "lead 10 34,470",
    "first 9 28,470",
    "alone 4 16,480",
    "joint 6 17,990",
    "support 0 –",
    "owner 3 14,480",
    "host 0 –",
  ]);
  expect(projects.joint.map(({ leads }) => leads.map(({ text }) => text).join("、"))).toContain(
    "县发展改革委、县林业局",
  );
  expect(overdue).toMatchObject({ projects: 10, fen: 34_470_000_000 });
});

test.each([
  ["县经济信息委", "47,790", "47,790", "47,790"],
  ["县经济信息委（县科技局）", "6,865", "12,877.5", "19,055"],
  ["县林业局", "28,470", "25,475", "34,470"],
  ["县农业农村委", "5,200", "5,182.5", "5,365"],
  ["县发展改革委", "9,000", "6,000", "9,000"],
  ["正阳工业园区管委会", "300,000", "300,000", "300,000"],
])("%s leads %s first-named, %s in equal shares, %s in full", async (name, ...expected) => {
  const { first, split, involvement } = (await dossierOf(name)).lenses;
  expect([first, split, involvement].map(({ fen }) => fen && formatWan(fen))).toEqual(expected);
});

test("each number that links to the ledger finds exactly its projects there", async () => {
  const viewer = await ledger.viewer("leader");
  const units = await read((tx) => tx.select().from(organizations));
  for (const { id } of units) {
    const { sums } = await read((tx) => getDossier(tx, viewer, id));
    for (const role of ["lead", "support", "owner", "host"] as const) {
      const found = await read((tx) => sumLedger(tx, viewer, ledgerOf(id, { unitRole: role })));
      expect([found.total, found.totals.current.fen]).toEqual([
        sums[role].projects,
        sums[role].fen,
      ]);
    }
    const joint = await read((tx) => sumLedger(tx, viewer, ledgerOf(id, { joint: true })));
    expect([joint.total, joint.totals.current.fen]).toEqual([sums.joint.projects, sums.joint.fen]);
  }
});

test("names that may be the same body are listed apart from those that count", async () => {
  const { names } = await dossierOf("重庆天宝药业有限公司");
  expect(names).toMatchObject([
    { name: "天宝药业", ground: "alias", state: "proposed", counted: false },
  ]);
});

test("a milestone overdue on a led project stands in the dossier with its days", async () => {
  const manager = await ledger.viewer("manager");
  const before = await dossierOf("县林业局");
  const [project] = before.projects.alone;
  await write((tx) =>
    addMilestone(tx, manager, {
      projectId: project?.id ?? 0,
      name: "示范基地建成",
      firstPlanned: "2025-12",
      forecast: null,
      note: null,
    }),
  );
  const { milestones, events } = await dossierOf("县林业局");
  expect(milestones).toMatchObject([
    { projectId: project?.id, name: "示范基地建成", firstPlanned: "2025-12", days: 327 },
  ]);
  expect(events[0]).toMatchObject({ action: "milestone.added", projectId: project?.id });
});

test("units are found by Chinese, by initials and by another name; placeholders are none of them", async () => {
  const names = async (q: string) => (await list({ q })).items.map(({ name }) => name);
  expect(await names("林业局")).toEqual(["县林业局"]);
  expect(await names("xlyj")).toEqual(["县林业局"]);
  expect(await names("天宝药业有限")).toEqual(["重庆天宝药业有限公司", "天宝药业"]);
  expect(await names("县经济信息委(县科技局)")).toEqual(["县经济信息委（县科技局）"]);
  expect(await names("市场主体")).toEqual([]);
  expect(await names("%")).toEqual([]);
});

test("the list filters, counts and is bounded by what the viewer may see", async () => {
  const all = await list({});
  expect(all.total).toBe(30);
  expect((await list({ kind: "department" })).total).toBe(9);
  expect((await list({ region: "500231" })).items.map(({ name }) => name)).toEqual([
    "垫江县人民医院",
    "垫江县永安梅哂酒厂",
    "垫江县中医院",
  ]);
  expect((await list({ region: "none" })).total).toBe(12);
  const own = await list({}, "reviewer");
  const seen = own.items.map(({ name }) => name);
  expect(seen).toContain("重庆师范大学");
  expect(seen).not.toContain("区科技局");
  expect(seen).not.toContain("重庆侨东美实业有限公司");
  const [forestry] = (await list({ q: "xlyj" }, "reviewer")).items;
  expect(forestry && shown(forestry.sums.first)).toBe("9 28,470");
});

test("another county's unit is not there for a reviewer", async () => {
  const viewer = await ledger.viewer("reviewer");
  const other = await read((tx) => tx.select().from(organizations));
  const id = other.find(({ name }) => name === "区科技局")?.id ?? 0;
  await expect(read((tx) => getDossier(tx, viewer, id))).rejects.toThrow(NotFoundError);
});

test("words that name no unit are counted apart, with their projects", async () => {
  const viewer = await ledger.viewer("leader");
  const entries = await read((tx) => listOpenEntries(tx, viewer));
  expect(
    entries.map(({ kind, role, text, sum }) => `${kind} ${role} ${text} ${shown(sum)}`),
  ).toEqual([
    "placeholder owner 企业 12 347,700",
    "placeholder owner 市场主体 4 15,000",
    "placeholder owner 有关企业 1 45",
    "open_list owner 等单位 2 500",
    "open_list owner 等28个相关部门 1 42,690",
  ]);
  for (const entry of entries) {
    const items = await read((tx) => listOpenProjects(tx, viewer, entry, 50));
    expect(items).toHaveLength(entry.sum.projects);
    expect(items.every(({ owners }) => owners.some(({ text }) => text === entry.text))).toBe(true);
  }
});

test("the workbook of a dossier is made in both languages", async () => {
  const dossier = await dossierOf("县林业局");
  for (const locale of ["zh-CN", "en"] as const) {
    const made = {
      at: "2026-11-23T02:00:00.000Z",
      by: "审计员",
      head: { seq: 7, hash: "ab".repeat(32) },
    };
    const bytes = await dossierFile(translator(locale), dossier, made);
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ rowCount }) => rowCount > 1)).toEqual([true, true, true]);
    const texts: string[] = [];
    workbook.worksheets[0]?.eachRow((row) => texts.push(String(row.values)));
    expect(texts.at(-1)).toContain("ab".repeat(32));
  }
});
