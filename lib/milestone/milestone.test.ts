import { expect, test } from "vitest";
import { metOn, milestoneState, revisedPlan } from "./milestone";
import { templateSteps } from "./templates";

const TODAY = "2026-11-23";
const open = { state: "scheduled", firstPlannedOn: "2025-12-31", actualOn: null } as const;

test.each([
  [open, TODAY, { state: "overdue", days: 327 }],
  [open, "2025-12-31", { state: "scheduled" }],
  [open, "2026-01-01", { state: "overdue", days: 1 }],
  [
    { ...open, state: "met", actualOn: "2026-01-31" } as const,
    TODAY,
    { state: "met", lateDays: 31 },
  ],
  [
    { ...open, state: "met", actualOn: "2025-06-30" } as const,
    TODAY,
    { state: "met", lateDays: 0 },
  ],
  [{ ...open, state: "cancelled" } as const, TODAY, { state: "cancelled" }],
])("%o on %s is %o", (milestone, today, expected) => {
  expect(milestoneState(milestone, today)).toEqual(expected);
});

test("a milestone is met at most today; the month under way counts", () => {
  expect(metOn("2026-11", TODAY).actualOn).toBe("2026-11-30");
  expect(() => metOn("2026-12", TODAY)).toThrow("dateInFuture");
  expect(() => metOn("2026-11-24", TODAY)).toThrow("dateInFuture");
});

test("going back to the first planned date takes the revision away, not the date", () => {
  const revised = { firstPlanned: "2025-12", revisedPlanned: "2026-06" };
  expect(revisedPlan(revised, "2025-12")).toBeNull();
  expect(revisedPlan(revised, "2027")).toBe("2027");
  expect(() => revisedPlan(revised, "2026-06")).toThrow("planUnchanged");
});

test("a template spreads over the period and ends with it", () => {
  const steps = templateSteps("research", "2021", "2025");
  expect(steps[0]).toEqual({ name: "立项批复", planned: "2021-07" });
  expect(steps.at(-1)?.planned).toBe("2025-12");
  expect(steps.map(({ planned }) => planned)).toEqual(steps.map(({ planned }) => planned).sort());
});
