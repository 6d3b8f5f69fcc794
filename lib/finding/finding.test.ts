import { expect, test } from "vitest";
import { read } from "@/db/client";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import {
  answerFinding,
  closeFinding,
  raiseFinding,
  rectifyFinding,
  returnFinding,
  takeFindingFile,
} from "./commands";
import { overdueDays } from "./finding";
import { newFinding } from "./input";
import { getFinding, listFindings, listFindingsOf } from "./queries";

const ledger = testLedger();
const raised = (more: Record<string, string> = {}) =>
  newFinding.parse({
    title: "完成投资与凭证不符",
    text: "抽查发现两处不一致。",
    unit: "县林业局",
    dueOn: "2026-12-31",
    projects: "14",
    events: "1、2",
    ...more,
  });
const pdf = { name: "凭证.pdf", content: new TextEncoder().encode("%PDF-1.7 …") };

test("a finding goes from the auditor to the unit and back until it is closed", async () => {
  const auditor = await ledger.viewer("auditor");
  const manager = await ledger.viewer("manager");
  const id = await write((tx) => raiseFinding(tx, auditor, raised()));
  const one = async () => (await read((tx) => getFinding(tx, manager, id))).row;
  const versionOf = async () => (await one()).version;
  const answer = { id, version: await versionOf(), answer: "情况属实。" };
  await write((tx) => answerFinding(tx, manager, answer));
  await expect(write((tx) => answerFinding(tx, manager, answer))).rejects.toThrow(ConflictError);
  const back = { id, version: await versionOf(), reason: "请说明原因。" };
  await write((tx) => returnFinding(tx, auditor, back));
  expect(await one()).toMatchObject({ state: "raised", returnReason: "请说明原因。" });
  await write(async (tx) =>
    answerFinding(tx, manager, { id, version: back.version + 1, answer: "系录入错误。" }),
  );
  const done = { id, version: await versionOf(), rectification: "已更正。", file: "" };
  const notEvidence = { name: "a.pdf", content: new TextEncoder().encode("<html>") };
  await expect(write((tx) => rectifyFinding(tx, manager, done, notEvidence))).rejects.toThrow(
    RuleError,
  );
  await write((tx) => rectifyFinding(tx, manager, done, pdf));
  const taken = await write((tx) => takeFindingFile(tx, auditor, id));
  expect(new Uint8Array(taken.content)).toEqual(pdf.content);
  const closing = { id, version: await versionOf(), closingNote: "整改到位。" };
  await expect(write((tx) => closeFinding(tx, manager, closing))).rejects.toThrow(ForbiddenError);
  await write((tx) => closeFinding(tx, auditor, closing));
  expect(await one()).toMatchObject({ state: "closed", closedOn: "2026-11-23" });
  expect(overdueDays(await one(), "2027-05-01")).toBe(0);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});

test("those who answer raise nothing, and other units and counties see nothing", async () => {
  const auditor = await ledger.viewer("auditor");
  const manager = await ledger.viewer("manager");
  const reviewer = await ledger.viewer("reviewer");
  for (const person of [manager, reviewer])
    await expect(write((tx) => raiseFinding(tx, person, raised()))).rejects.toThrow(ForbiddenError);
  const id = await write((tx) => raiseFinding(tx, auditor, raised({ unit: "县农业农村委" })));
  await expect(read((tx) => getFinding(tx, manager, id))).rejects.toThrow(NotFoundError);
  const elsewhere = { ...reviewer, regionCode: "500114" };
  await expect(read((tx) => getFinding(tx, elsewhere, id))).rejects.toThrow(NotFoundError);
  const seen = async (viewer: typeof manager) =>
    (await read((tx) => listFindings(tx, viewer, "all"))).items.map(({ finding }) => finding.id);
  expect(await seen(auditor)).toContain(id);
  expect(await seen(reviewer)).toContain(id);
  expect(await seen(manager)).not.toContain(id);
  expect(await seen(elsewhere)).toEqual([]);
  const onProject = await read((tx) => listFindingsOf(tx, manager, 14));
  expect(onProject.map((finding) => finding.id)).not.toContain(id);
});

test("a finding names units, projects and events that are there, and a day to come", async () => {
  for (const [wrong, key] of [
    [{ unit: "没有这个单位" }, "unitNotFound"],
    [{ dueOn: "2026-11-01" }, "findingDuePast"],
    [{ events: "999999" }, "findingEvent"],
    [{ projects: "14 30" }, "findingRegions"],
  ] as const) {
    const attempt = write((tx) => raiseFinding(tx, OPERATOR, raised(wrong)));
    await expect(attempt).rejects.toMatchObject({ key });
  }
});
