import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { ledgerQuestionInput } from "@/lib/ledger/filter/filters";
import { dictionaryFilterInput } from "@/lib/organization/dictionary";
import { testLedger } from "@/lib/test-ledger";
import { failureOf } from "../failure";
import { eventQuery, parseMilestoneChange } from "../input";
import { patchMilestone, postMilestone } from "../milestone-change";
import {
  eventList,
  milestone,
  organizationList,
  planList,
  projectDetail,
  regionList,
  sectorList,
} from "../schemas/dictionary";
import { projectList } from "../schemas/schemas";
import {
  answerOrganizations,
  answerPlans,
  answerRegions,
  answerSectors,
} from "./dictionary-answer";
import { answerEvents } from "./event-answer";
import { answerProjects } from "./project-answer";
import { answerProject } from "./project-detail-answer";

const ledger = testLedger();
const projectsOf = (query: Record<string, string>) =>
  read((tx) => answerProjects(tx, OPERATOR, ledgerQuestionInput.parse(query)));

test("the units of 县林业局: ten projects, 34,470 万元, in both units of money", async () => {
  const answer = await projectsOf({ unit: "县林业局" });
  expect(projectList.parse(answer)).toEqual(answer);
  expect(answer.total).toBe(10);
  expect(answer.totals).toMatchObject({
    totalInvestmentFen: 34_470_000_000,
    totalInvestmentWan: "34470",
    coverage: { known: 10, of: 10 },
  });
});

test("all 48 projects fit the schema; what is unknown is null and not covered", async () => {
  const answer = await projectsOf({ pageSize: "200" });
  expect(projectList.parse(answer).items).toHaveLength(48);
  expect(answer.totals.coverage).toEqual({ known: 39, of: 48 });
  const dianjiang = await projectsOf({ region: "500231" });
  expect(dianjiang.totals).toMatchObject({ totalInvestmentFen: null, totalInvestmentWan: null });
});

test("row 14 as the issue words it: joint leads in order, owners with their kind", async () => {
  const { items } = await projectsOf({ q: "天麻种质资源创新利用" });
  expect(items[0]).toMatchObject({
    region: { code: "500229", name: "城口县" },
    sourceTable: "重点项目表",
    sourceRow: 14,
    type: "research",
    leads: [
      { name: "县林业局", role: "lead" },
      { name: "县经济信息委（县科技局）", role: "lead" },
    ],
    start: "2021",
    end: "2025",
    totalInvestmentFen: 500_000_000,
    totalInvestmentWan: "500",
    sectors: { primary: "traditional_chinese_medicine" },
    stage: "planned",
    version: 1,
  });
  expect(items[0]?.owners[0]).toMatchObject({ kind: "company", role: "owner" });
});

test("a placeholder is an owner of its own kind, a host says so", async () => {
  const { items } = await projectsOf({ pageSize: "200" });
  const owners = items.flatMap((item) => item.owners);
  expect(owners).toContainEqual({ name: "市场主体", kind: "placeholder", role: "owner" });
  expect(owners.some(({ kind }) => kind === "open_list")).toBe(true);
  expect(owners.some(({ role }) => role === "host")).toBe(true);
});

test("dictionaries, one project and events fit their schemas", async () => {
  const t = translator("en");
  await read(async (tx) => {
    const filters = dictionaryFilterInput.parse({ q: "xly" });
    const organizations = organizationList.parse(await answerOrganizations(tx, OPERATOR, filters));
    expect(organizations.items).toMatchObject([{ name: "县林业局", projects: { lead: 10 } }]);
    const sectors = sectorList.parse(await answerSectors(tx, OPERATOR));
    expect(sectors.items).toHaveLength(12);
    expect(sectors.items[0]).toMatchObject({
      totalInvestmentWan: "6200",
      projects: { primary: 10 },
    });
    const regions = regionList.parse(await answerRegions(tx, OPERATOR));
    expect(regions.items.map(({ totalInvestmentWan }) => totalInvestmentWan).sort()).toEqual([
      "347700",
      "97325",
      null,
    ]);
    expect(planList.parse(await answerPlans(tx, OPERATOR)).items).toHaveLength(3);
    for (const id of [1, 2, 14, 28, 40, 48])
      projectDetail.parse(await answerProject(tx, OPERATOR, id));
    const events = await answerEvents(tx, OPERATOR, t, eventQuery.parse({ limit: "200" }));
    eventList.parse(events);
  });
});

test("whoever reads the own region never meets another one", async () => {
  const manager = await ledger.viewer("manager");
  const filters = ledgerQuestionInput.parse({ pageSize: "200" });
  const everything = await read(async (tx) => [
    await answerProjects(tx, manager, filters),
    await answerOrganizations(tx, manager, dictionaryFilterInput.parse({ pageSize: "200" })),
    await answerSectors(tx, manager),
    await answerRegions(tx, manager),
    await answerPlans(tx, manager),
    await answerEvents(tx, manager, translator("zh-CN"), eventQuery.parse({ limit: "200" })),
  ]);
  expect(JSON.stringify(everything)).not.toMatch(/黔江|500114|垫江|正阳/);
  expect(JSON.stringify(everything)).toContain("重庆市林业科学研究院");
  await expect(read((tx) => answerProject(tx, manager, 28))).rejects.toThrow(NotFoundError);
});

test("the history of a project that the own units do not lead is refused", async () => {
  const manager = await ledger.viewer("manager");
  const asked = (project: string) =>
    read((tx) => answerEvents(tx, manager, translator("en"), eventQuery.parse({ project })));
  await expect(asked("11")).rejects.toThrow(ForbiddenError);
  await expect(asked("28")).rejects.toThrow(NotFoundError);
  expect((await asked("14")).items).toHaveLength(1);
});

test("a milestone from plan to completion, one kind of change at a time", async () => {
  const manager = await ledger.viewer("manager");
  const made = await write((tx) =>
    postMilestone(tx, manager, 14, {
      name: "建成示范基地",
      planned: "2024-06",
      forecast: null,
      note: null,
    }),
  );
  expect(milestone.parse(made)).toMatchObject({ state: "overdue", version: 1 });
  const patch = (body: object) =>
    write((tx) => patchMilestone(tx, manager, made.id, parseMilestoneChange(body)));
  expect(await patch({ version: 1, forecast: "2026-12" })).toMatchObject({
    forecast: "2026-12",
    name: "建成示范基地",
  });
  expect(await patch({ version: 2, planned: "2026-12", reason: "雨季" })).toMatchObject({
    firstPlanned: "2024-06",
    revisedPlanned: "2026-12",
  });
  await expect(patch({ version: 1, actual: "2026-11-20" })).rejects.toThrow(ConflictError);
  expect(await patch({ version: 3, actual: "2026-11-20", note: "验收" })).toMatchObject({
    state: "met",
    actualOn: "2026-11-20",
    note: "验收",
  });
  expect(await patch({ version: 4, state: "scheduled" })).toMatchObject({ actual: null });
  expect(await patch({ version: 5, state: "cancelled", reason: "并入他项" })).toMatchObject({
    state: "cancelled",
  });
});

test.each([
  [{ forecast: "2026" }, "version"],
  [{ version: 1, name: "" }, "name"],
  [{ version: 1, colour: "red" }, "colour"],
  [{ version: 1, planned: "2026" }, "reason"],
  [{ version: 1, actual: "soon" }, "actual"],
  [{ version: 1, state: "met", reason: "x" }, "state"],
  [{ version: "1", name: "x" }, "version"],
])("the body %j is refused, naming %s", (body, parameter) => {
  const failure = failedBy(() => parseMilestoneChange(body));
  expect(failure).toMatchObject({ status: 400, body: { error: { parameter } } });
});

test.each([
  [{ colour: "red" }, "colour"],
  [{ columns: "lead" }, "columns"],
  [{ pageSize: "201" }, "pageSize"],
  [{ region: "城口" }, "region"],
  [{ stage: ["planned", "nope"] }, "stage"],
  [{ q: "" }, "q"],
])("the query %j is refused, naming %s", (query, parameter) => {
  const failure = failedBy(() => ledgerQuestionInput.parse(query));
  expect(failure).toMatchObject({ status: 400, body: { error: { parameter } } });
});

function failedBy(act: () => unknown) {
  try {
    act();
  } catch (error) {
    return failureOf(translator("en"), error, {});
  }
  throw new Error("Nothing was refused.");
}
