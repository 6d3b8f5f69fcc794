import { count, eq, sum } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { baselines, changeRequests, ledgerEntries, projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { updateProjectDetails } from "../details/commands";
import { projectDetails } from "../details/input";
import { getProject } from "../queries";
import { enterProject, enterSubProject } from "./commands";
import { newProject, newSubProject } from "./input";

const ledger = testLedger();

const FACTS = {
  name: "城口山地鸡良种繁育中心",
  type: "construction",
  start: "2026",
  end: "2027-06",
  totalInvestment: "1,200",
  owners: "企业",
  leads: "县农业农村委、县林业局",
  primarySector: "specialty_agriculture_forestry",
  documentNumber: "城发改〔2026〕30号",
};

const totals = () =>
  read(async (tx) => {
    const [row] = await tx
      .select({
        projects: count(),
        known: count(ledgerEntries.totalInvestmentFen),
        fen: sum(ledgerEntries.totalInvestmentFen),
      })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.regionCode, "500229"));
    return row;
  });

test("a project entered by hand counts in its region, with and without an amount", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const id = await write((tx) => enterProject(tx, reviewer, newProject.parse(FACTS)));
  expect(await totals()).toEqual({ projects: 28, known: 28, fen: "98525000000" });
  const project = await read((tx) => getProject(tx, reviewer, id));
  expect(project.row).toMatchObject({ stage: "planned", typeConfirmed: true, end: "2027-06" });
  expect(project.units.owner[0]).toMatchObject({ entryKind: "placeholder", organizationId: null });
  expect(project.units.lead.map(({ name }) => name)).toEqual(["县农业农村委", "县林业局"]);
  expect(project.sources).toEqual([]);
  const unknown = newProject.parse({ ...FACTS, name: "中蜂养殖示范", totalInvestment: "" });
  await write((tx) => enterProject(tx, reviewer, unknown));
  expect(await totals()).toEqual({ projects: 29, known: 28, fen: "98525000000" });
});

test("it is an addition recorded from a document: with its request and its first baseline, and not without", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const without = newProject.parse({ ...FACTS, name: "红心猕猴桃基地", documentNumber: "" });
  await expect(write((tx) => enterProject(tx, reviewer, without))).rejects.toMatchObject({
    key: "additionDocument",
  });
  const before = await totals();
  const input = newProject.parse({ ...FACTS, name: "红心猕猴桃基地" });
  const id = await write((tx) => enterProject(tx, reviewer, input));
  const [request] = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.projectId, id)),
  );
  expect(request).toMatchObject({ kind: "addition", way: "recorded", counts: false });
  expect(request?.effect?.[0]?.before.fen).toBe(Number(before?.fen));
  expect(request?.effect?.[0]?.after.fen).toBe(Number((await totals())?.fen));
  const versions = await read((tx) =>
    tx.select().from(baselines).where(eq(baselines.projectId, id)),
  );
  expect(versions).toMatchObject([{ number: 1, requestId: request?.id }]);
});

test("a nearly equal name is asked about once", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const similar = { ...FACTS, name: "大巴山资源植物种质资源库建设" };
  const first = write((tx) => enterProject(tx, reviewer, newProject.parse(similar)));
  await expect(first).rejects.toMatchObject({ key: "similarName", field: "confirmSimilar" });
  const confirmed = newProject.parse({ ...similar, confirmSimilar: "on" });
  await expect(write((tx) => enterProject(tx, reviewer, confirmed))).resolves.toBeGreaterThan(0);
});

test("sub-projects never enter counts or totals", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const [parent] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.name, "城口县智慧城市运行管理中心")),
  );
  const before = await totals();
  const input = newSubProject.parse({
    parentId: String(parent?.id),
    name: "运行管理中心机房",
    totalInvestment: "300",
    confirmSimilar: "on",
  });
  const id = await write((tx) => enterSubProject(tx, reviewer, input));
  expect(await totals()).toEqual(before);
  const project = await read((tx) => getProject(tx, reviewer, parent?.id ?? 0));
  expect(project.subProjects).toMatchObject([{ id, totalInvestmentFen: 300_000_000 }]);
  const deeper = write((tx) =>
    enterSubProject(tx, reviewer, { ...input, parentId: id, name: "更小的部分" }),
  );
  await expect(deeper).rejects.toMatchObject({ key: "subProjectOfSubProject" });
});

test("nobody but the reviewer adds a project, and only in the own region", async () => {
  for (const role of ["manager", "leader", "auditor", "administrator"] as const) {
    const viewer = await ledger.viewer(role);
    const attempt = write((tx) => enterProject(tx, viewer, newProject.parse(FACTS)));
    await expect(attempt).rejects.toThrow(ForbiddenError);
  }
  const reviewer = await ledger.viewer("reviewer");
  const [elsewhere] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.regionCode, "500114")),
  );
  const input = newSubProject.parse({ parentId: String(elsewhere?.id), name: "x" });
  await expect(write((tx) => enterSubProject(tx, reviewer, input))).rejects.toThrow(NotFoundError);
  await expect(read((tx) => getProject(tx, reviewer, elsewhere?.id ?? 0))).rejects.toThrow(
    NotFoundError,
  );
});

test("people and numbers: by a leading unit's manager, the sponsor linked to the leader's account", async () => {
  const manager = await ledger.viewer("manager");
  const leader = await ledger.viewer("leader");
  const [row] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.name, "天麻种质资源创新利用与产品开发研究")),
  );
  if (!row) throw new Error("no project");
  const typed = { id: String(row.id), version: String(row.version), sponsor: leader.name };
  const input = projectDetails.parse({ ...typed, contact: "张三", contactPhone: "023-59221234" });
  await write((tx) => updateProjectDetails(tx, manager, input));
  const [after] = await read((tx) => tx.select().from(projects).where(eq(projects.id, row.id)));
  expect(after).toMatchObject({ sponsor: leader.name, sponsorId: leader.id, contact: "张三" });
  await expect(write((tx) => updateProjectDetails(tx, leader, input))).rejects.toThrow(
    ForbiddenError,
  );
  expect(projectDetails.safeParse({ ...typed, contactPhone: "打我电话" }).success).toBe(false);
});
