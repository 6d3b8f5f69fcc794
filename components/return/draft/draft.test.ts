import { expect, test } from "vitest";
import { CONTENT_FIELDS, type TypedContent } from "@/lib/monthly-return/typed";
import type { RowAnswer } from "./answer";
import {
  answered,
  chosen,
  type DraftStart,
  draftOf,
  isSendable,
  isUnsaved,
  keptOf,
  restored,
  withAttempt,
  withTyped,
} from "./draft";

const EMPTY = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, ""])) as TypedContent;
const texts = (some: Partial<TypedContent>): TypedContent => ({ ...EMPTY, ...some });
const START: DraftStart = { projectId: 1, month: "2026-10", version: 3, values: EMPTY };
const answer = (part: Partial<RowAnswer>): RowAnswer => ({
  projectId: 1,
  status: "done",
  version: 4,
  errors: {},
  message: null,
  current: null,
  ...part,
});

test("what is typed while a request is on its way is sent after it, on its version", () => {
  const sent = withAttempt(withTyped(draftOf(START), { issues: "甲" }), "key-1");
  const typedOn = withTyped(sent, { nextPlan: "乙" });
  // The answer was lost: the same request goes again, not the newer text.
  expect(withAttempt(typedOn, "key-2").attempt).toMatchObject({
    requestKey: "key-1",
    values: { issues: "甲", nextPlan: "" },
  });
  const saved = answered(typedOn, answer({}));
  expect(saved).toMatchObject({ version: 4, attempt: null, base: { issues: "甲" } });
  expect(isSendable(saved)).toBe(true);
  expect(isUnsaved(answered(withAttempt(saved, "key-3"), answer({ version: 5 })))).toBe(false);
});

test("what somebody else saved is merged; only what both changed differently waits", () => {
  const mine = withTyped(draftOf(START), { issues: "我", completedFen: "1,200" });
  const current = texts({ issues: "他", nextPlan: "他的计划", completedFen: "1200" });
  const met = answered(withAttempt(mine, "key"), answer({ status: "conflict", current }));
  expect(met).toMatchObject({
    theirs: { issues: "他" },
    values: { issues: "我", nextPlan: "他的计划" },
  });
  expect(Object.keys(met.theirs)).toEqual(["issues"]);
  expect(isSendable(met)).toBe(false);
  expect(isSendable(chosen(met, "issues", "mine"))).toBe(true);
  expect(isUnsaved(chosen(met, "issues", "theirs"))).toBe(false);
});

test("what the server refused is not sent again before something else is typed", () => {
  const bad = withAttempt(withTyped(draftOf(START), { paidFen: "十" }), "key");
  const refused = answered(bad, answer({ status: "invalid", errors: { paidFen: "金额" } }));
  expect(isSendable(refused)).toBe(false);
  const better = withTyped(refused, { paidFen: "10" });
  expect(better.errors).toEqual({});
  expect(isSendable(better)).toBe(true);
});

test("a refusal of what has been corrected meanwhile leaves no fault", () => {
  const bad = withAttempt(withTyped(draftOf(START), { paidFen: "十" }), "key");
  const corrected = withTyped(bad, { paidFen: "10" });
  const refused = answered(corrected, answer({ status: "invalid", errors: { paidFen: "金额" } }));
  expect(refused.errors).toEqual({});
  const saved = answered(withAttempt(refused, "key-2"), answer({}));
  expect(saved).toMatchObject({ errors: {}, message: null, base: { paidFen: "10" } });
});

test("what the device kept comes back on top of what the server has now", () => {
  const kept = keptOf(withTyped(draftOf(START), { issues: "我" }));
  expect(restored(START, kept).values.issues).toBe("我");
  const since = { ...START, version: 4, values: texts({ issues: "他" }) };
  expect(restored(since, kept)).toMatchObject({ version: 4, theirs: { issues: "他" } });
  // A choice that was open when the tab closed is still open.
  expect(restored(since, keptOf(restored(since, kept))).theirs).toEqual({ issues: "他" });
});

test("a request whose answer was lost is no conflict with oneself", () => {
  const sent = withAttempt(withTyped(draftOf(START), { issues: "一" }), "key");
  const kept = keptOf(withTyped(sent, { issues: "一二" }));
  const arrived = restored({ ...START, version: 4, values: texts({ issues: "一" }) }, kept);
  expect(arrived).toMatchObject({ theirs: {}, values: { issues: "一二" }, version: 4 });
});
