import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { organizations } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { listNotices } from "@/lib/notice/queries";
import { loadProject } from "@/lib/project/queries";
import { changeStage } from "@/lib/project/stage/commands";
import { testLedger } from "@/lib/test-ledger";
import { saveDraft, submitReturn } from "../commands";
import { correctionInput, returnEntry } from "../input";
import { listOwed } from "../owed";
import { listProjectReturns } from "../queries";
import { askCorrection, assignReportingUnit, nameReportingUnit } from "../review/commands";
import { decideCorrection, reviewInput, reviewReturns } from "../review/many";
import { listCorrections } from "./corrections";
import { getReportingUnit, listReportingChoices } from "./reporting-unit";
import { listUnreported } from "./unreported";

const ledger = testLedger();
const REGION = "500229";
const WAN = 1_000_000;
let manager: Viewer;
let reviewer: Viewer;
let projectId: number;
let keys = 0;

const on = (day: string) => setClock(() => new Date(`${day}T02:00:00.000Z`));
const entry = (month: string, values: Record<string, string> = {}) =>
  returnEntry.parse({
    projectId,
    month,
    version: "0",
    requestKey: `request-${keys++}`,
    stage: "in_progress",
    progressText: "主体施工",
    selfLight: "green",
    ...values,
  });
const unreported = (viewer = manager) => read((tx) => listUnreported(tx, viewer, projectId));

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
  on("2026-08-27");
  const calendar = { regionCode: REGION, startsMonth: "2026-08", ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
  projectId = (await read((tx) => listOwed(tx, manager))).owed[0]?.projectId ?? 0;
  const { row } = await read((tx) => loadProject(tx, manager, projectId));
  await write((tx) =>
    changeStage(tx, manager, {
      id: projectId,
      version: row.version,
      stage: "in_progress",
      stageOn: "2026-08-01",
      reason: null,
      stageNote: null,
      reasonCode: "other",
      documentNumber: null,
    }),
  );
});

test("each month that is owed and not in has a row, by the rule of what is owed", async () => {
  on("2026-11-06");
  expect(await unreported()).toMatchObject([
    { month: "2026-10", dueOn: "2026-11-05", late: true, state: null },
    { month: "2026-09", late: true },
    { month: "2026-08", late: true },
  ]);
  await write((tx) => submitReturn(tx, manager, entry("2026-08", { completedFen: "10" })));
  await write((tx) => saveDraft(tx, manager, entry("2026-10")));
  expect(await unreported(reviewer)).toMatchObject([
    { month: "2026-10", state: "draft" },
    { month: "2026-09", state: null },
  ]);
  const { owed } = await read((tx) => listOwed(tx, manager));
  const own = owed.filter((one) => one.projectId === projectId).map(({ days }) => days.month);
  expect((await unreported()).map(({ month }) => month).toReversed()).toEqual(own);
  const elsewhere: Viewer = { ...manager, unitIds: [] };
  await expect(unreported(elsewhere)).rejects.toThrow(ForbiddenError);
});

test("a correction changes the figures from then on; what stood and who decided stays to be read", async () => {
  const [august] = await read((tx) => listProjectReturns(tx, manager, projectId));
  const { id = 0, version = 0 } = august?.row ?? {};
  const review = { return: `${id}:${version}`, decision: "approve", reason: "" };
  await write((tx) => reviewReturns(tx, reviewer, reviewInput.parse(review)));
  const ask = (values: Record<string, string>, at: number) =>
    write((tx) =>
      askCorrection(
        tx,
        manager,
        correctionInput.parse({
          id,
          version: String(at),
          stage: "in_progress",
          progressText: "主体施工",
          selfLight: "green",
          completedFen: "10",
          reason: "漏报一笔",
          ...values,
        }),
      ),
    );
  const decide = (at: number, decision: "accept" | "refuse", reason: string | null) =>
    write((tx) => decideCorrection(tx, reviewer, { id, version: at, decision, reason }));
  await expect(ask({}, version + 1)).rejects.toMatchObject({ key: "correctionSame" });
  await expect(ask({ progressText: "" }, version + 1)).rejects.toMatchObject({
    field: "progressText",
  });
  await ask({ completedFen: "99" }, version + 1);
  await decide(version + 2, "refuse", "没有凭证");
  await ask({ completedFen: "12.5", inPlace_central: "8" }, version + 3);
  const before = await read((tx) => listProjectReturns(tx, manager, projectId));
  expect(before[0]?.amounts.completed.yearFen).toBe(10 * WAN);
  await decide(version + 4, "accept", null);
  const after = await read((tx) => listProjectReturns(tx, manager, projectId));
  expect(after[0]?.amounts).toMatchObject({
    completed: { yearFen: 12.5 * WAN },
    inPlace: { yearFen: 8 * WAN },
  });

  const found = await read((tx) => listCorrections(tx, manager, id));
  expect(found).toMatchObject([
    { approved: false, refusal: "没有凭证", asked: { reason: "漏报一笔" }, before: {}, after: {} },
    {
      approved: true,
      refusal: null,
      asked: { askedByName: manager.name, askedOn: "2026-11-06" },
      decidedByName: reviewer.name,
      before: { completedFen: 10 * WAN, inPlaceFen: {} },
      after: { completedFen: 12.5 * WAN, inPlaceFen: { central: 8 * WAN } },
    },
  ]);
  const elsewhere: Viewer = { ...manager, unitIds: [] };
  await expect(read((tx) => listCorrections(tx, elsewhere, id))).rejects.toThrow(ForbiddenError);
  const told = await read((tx) => listNotices(tx, manager));
  expect(told.map(({ notice }) => [notice.kind, notice.note])).toEqual([
    ["correction_approved", null],
    ["correction_refused", "没有凭证"],
  ]);
  const t = translator("zh-CN");
  const { events } = await read((tx) => listEvents(tx, reviewer, { projectId, limit: 1 }));
  const lines = events.flatMap((event) => eventChanges(t, event));
  expect(lines).toContainEqual({ label: "本月到位资金", before: "（空）", after: "中央 8 万元" });
});

test("a reviewer names who reports, with the reason; twice the same writes once; strangers are refused", async () => {
  const { leads, others } = await read((tx) => listReportingChoices(tx, reviewer, projectId));
  expect(leads.map(({ id }) => id)).toContain(manager.unitIds[0]);
  await expect(read((tx) => listReportingChoices(tx, manager, projectId))).rejects.toThrow(
    ForbiddenError,
  );
  const [other] = others;
  const naming = { projectId, organizationId: other?.id ?? 0, reason: "实际由其推进" };
  await write((tx) => assignReportingUnit(tx, reviewer, naming));
  await write((tx) => assignReportingUnit(tx, reviewer, naming));
  expect(await read((tx) => getReportingUnit(tx, manager, projectId))).toEqual({
    unit: other,
    named: true,
    mayAssign: false,
  });
  const { events } = await read((tx) => listEvents(tx, reviewer, { projectId, limit: 2 }));
  const t = translator("zh-CN");
  expect(events.map((event) => eventSentence(t, event))).toEqual([
    `指定填报责任单位“${other?.name}”`,
    "批准更正 2026-08 月报",
  ]);
  expect(events[0]?.reason).toBe("实际由其推进");
  expect(events.flatMap((event) => eventChanges(t, event))[0]).toEqual({
    label: "填报责任单位",
    before: leads[0]?.name,
    after: other?.name,
  });

  const all = await read((tx) => tx.select().from(organizations));
  const foreign = all.find(({ regionCode }) => regionCode !== null && regionCode !== REGION);
  await expect(
    write((tx) =>
      assignReportingUnit(tx, reviewer, { ...naming, organizationId: foreign?.id ?? 0 }),
    ),
  ).rejects.toMatchObject({ key: "reporterUnknown" });
  const byName = (viewer: Viewer, unit: string) =>
    write((tx) => nameReportingUnit(tx, viewer, { projectId, unit, reason: "试" }));
  for (const name of [foreign?.name ?? "", "没有这个局"])
    await expect(byName(reviewer, name)).rejects.toMatchObject({
      key: "reporterUnknown",
      field: "unit",
    });
  await expect(byName(manager, other?.name ?? "")).rejects.toThrow(ForbiddenError);
  await byName(reviewer, leads[0]?.name ?? "");
  expect(await read((tx) => getReportingUnit(tx, reviewer, projectId))).toMatchObject({
    unit: leads[0],
    named: true,
  });
  await write((tx) => assignReportingUnit(tx, reviewer, { ...naming, organizationId: null }));
  expect(await read((tx) => getReportingUnit(tx, reviewer, projectId))).toEqual({
    unit: leads[0],
    named: false,
    mayAssign: true,
  });
});
