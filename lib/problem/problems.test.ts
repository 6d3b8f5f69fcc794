import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { problems, projects } from "@/db/schema";
import { answerProblems } from "@/lib/api/answers/return-answer";
import { write } from "@/lib/audit/write";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { testLedger } from "@/lib/test-ledger";
import { raiseProblem } from "./commands";
import { countProblems } from "./counts";
import { parseProblemUrl, problemQuery, problemQuestion } from "./filters";
import { newProblem } from "./input";
import { listProblemsFor, listUnitProblems } from "./list";
import { getProblem, listOverdueProblems } from "./queries";

const ledger = testLedger();
let people: Record<"manager" | "reviewer" | "leader" | "auditor" | "administrator", Viewer>;

const raise = (actor: Actor, projectId: number, values: Record<string, string> = {}) =>
  write((tx) =>
    raiseProblem(
      tx,
      actor,
      newProblem.parse({ projectId, text: "用地指标未落实", level: "county", ...values }),
    ),
  );
const list = (viewer: Actor, query: Record<string, string> = {}) =>
  read((tx) => listProblemsFor(tx, viewer, parseProblemUrl(query)));
const counted = (viewer: Actor, query: Record<string, string> = {}) =>
  read((tx) => countProblems(tx, viewer, parseProblemUrl(query)));

beforeAll(async () => {
  people = {
    manager: await ledger.viewer("manager"),
    reviewer: await ledger.viewer("reviewer"),
    leader: await ledger.viewer("leader"),
    auditor: await ledger.viewer("auditor"),
    administrator: await ledger.viewer("administrator"),
  };
  const all = await read((tx) => tx.select().from(projects));
  const home = all.filter(({ regionCode, parentId }) => regionCode === "500229" && !parentId);
  for (const { id } of home) await raise(people.reviewer, id, { dueOn: "2026-12-01" });
  const elsewhere = all.find(({ regionCode }) => regionCode === "500231");
  await raise({ ...people.reviewer, regionCode: "500231" }, elsewhere?.id ?? 0);
});

test("each role lists exactly the problems that it may read one by one", async () => {
  const rows = await read((tx) => tx.select().from(problems));
  for (const [name, viewer] of Object.entries(people)) {
    if (name === "administrator") continue;
    const expected: number[] = [];
    for (const { id, projectId } of rows) {
      const found = await read((tx) => loadReporting(tx, viewer, projectId)).catch(() => null);
      if (found && can(viewer, "return.read", found.subject)) expected.push(id);
    }
    const { items, total } = await list(viewer);
    expect(
      items.map(({ id }) => id).sort((a, b) => a - b),
      name,
    ).toEqual(expected);
    expect(total, name).toBe(expected.length);
    expect((await counted(viewer)).states.open, name).toBe(total);
  }
  await expect(list(people.administrator)).rejects.toThrow(ForbiddenError);
});

test("overdue ones are for those who oversee, in their own region", async () => {
  setClock(() => new Date("2026-12-10T02:00:00.000Z"));
  const late = (viewer: Viewer) => read((tx) => listOverdueProblems(tx, viewer));
  expect(await late(people.reviewer)).toHaveLength(27);
  expect(await late(people.leader)).toHaveLength(27);
  expect(await late({ ...people.reviewer, regionCode: "500231" })).toHaveLength(0);
  for (const viewer of [people.manager, people.administrator])
    await expect(late(viewer)).rejects.toThrow(ForbiddenError);
  const { items } = await list(people.manager, { overdue: "1" });
  expect(items[0]).toMatchObject({ overdueDays: 9, unitName: expect.any(String) });
  expect((await counted(people.leader, { region: "500231" })).states).toEqual({
    open: 1,
    overdue: 0,
    closed: 0,
    all: 1,
  });
});

test("a problem is its named unit's, else the first lead's; a manager opens only the own ones", async () => {
  const [unitId = 0] = people.manager.unitIds;
  const own = await read((tx) => listUnitProblems(tx, people.leader, [unitId]));
  expect(own).toHaveLength(9);
  expect((await list(people.reviewer, { unit: String(unitId) })).total).toBe(9);
  const [mine] = own;
  const others = (await list(people.reviewer)).items.find((one) => one.unitId !== unitId);
  await raise(people.manager, mine?.projectId ?? 0, {
    text: "资金未到位",
    organizationId: String(others?.unitId),
  });
  expect(await read((tx) => listUnitProblems(tx, people.leader, [unitId]))).toHaveLength(9);
  expect(await read((tx) => getProblem(tx, people.manager, mine?.id ?? 0))).toMatchObject({
    mayEnter: true,
  });
  const hidden = (await list(people.reviewer)).items.find(
    ({ unitName }) => unitName === "县农业农村委",
  );
  await expect(read((tx) => getProblem(tx, people.manager, hidden?.id ?? 0))).rejects.toThrow(
    ForbiddenError,
  );
  await expect(read((tx) => getProblem(tx, people.reviewer, 9_999))).rejects.toThrow(NotFoundError);
});

test("the same words twice on one day are one problem; addresses keep what was asked", async () => {
  const [mine] = (await list(people.manager)).items;
  const projectId = mine?.projectId ?? 0;
  const once = await raise(people.manager, projectId, { text: "供电线路未迁改" });
  expect(await raise(people.manager, projectId, { text: "供电线路未迁改" })).toBe(once);
  const filters = parseProblemUrl({ state: "all", level: "county", overdue: "1", unit: "x" });
  expect(filters).toMatchObject({ state: null, level: "county", overdue: true, unit: null });
  expect(problemQuery(filters)).toEqual({ state: "all", level: "county", overdue: "1" });
  expect(problemQuery(parseProblemUrl({}))).toEqual({});
});

test("each count is what choosing it finds, under every other filter", async () => {
  const [some] = (await list(people.leader, { region: "500229" })).items;
  await raise(people.reviewer, some?.projectId ?? 0, { text: "请省级协调", level: "above" });
  const [unitId = 0] = people.manager.unitIds;
  const queries: Record<string, string>[] = [
    {},
    { level: "above" },
    { region: "500229", overdue: "1" },
    { unit: String(unitId), state: "all" },
    { unit: String(unitId), level: "above", state: "closed" },
  ];
  for (const viewer of [people.leader, people.manager]) {
    for (const query of queries) {
      const { states, levels, units, regions } = await counted(viewer, query);
      const choices: [number, Record<string, string>][] = [
        [states.open, { state: "open", overdue: "" }],
        [states.overdue, { state: "open", overdue: "1" }],
        [states.closed, { state: "closed", overdue: "" }],
        [states.all, { state: "all", overdue: "" }],
        ...[...levels].map(([level, n]) => [n, { level }] as [number, Record<string, string>]),
        ...[...regions].map(([region, n]) => [n, { region }] as [number, Record<string, string>]),
        ...units.map(
          ({ id, count }) => [count, { unit: String(id) }] as [number, Record<string, string>],
        ),
      ];
      for (const [n, choice] of choices)
        expect((await list(viewer, { ...query, ...choice })).total, JSON.stringify(choice)).toBe(n);
      if (query.unit) expect(units.map(({ id }) => String(id))).toContain(query.unit);
    }
  }
});

test("API and command line ask for the same, and say how many there are of each state", async () => {
  const asked = problemQuestion.parse({ level: "above", region: "500229" });
  const { total, counts } = await read((tx) => answerProblems(tx, people.leader, asked));
  expect([total, counts]).toEqual([1, { open: 1, overdue: 0, closed: 0, all: 1 }]);
});
