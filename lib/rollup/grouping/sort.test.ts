import fc from "fast-check";
import { expect, test } from "vitest";
import { UNSTATED } from "@/lib/group/group";
import type { RollupGroup } from "../queries";
import { figure } from "./groups";
import { sortGroups } from "./sort";

const group = fc
  .record({
    lead: fc.constantFrom(UNSTATED, "甲局", "乙局", "丙局", "丁局"),
    stage: fc.constantFrom("planned", "in_progress", "accepted"),
    projects: fc.integer({ min: 1, max: 4 }),
    fen: fc.option(fc.integer({ min: 0, max: 6 })),
  })
  .map(({ lead, stage, projects, fen }): RollupGroup => {
    const own = figure(projects, fen === null ? 0 : 1, fen ?? 0);
    return {
      keys: [
        { dimension: "lead", value: lead, name: null },
        { dimension: "stage", value: stage, name: null },
      ],
      ...own,
      lenses: { first: own, split: own, involvement: own },
      derivedFen: null,
      derivedCoverage: null,
    };
  });
const different = fc.uniqueArray(group, {
  maxLength: 15,
  selector: ({ keys }) => keys.map(({ value }) => value).join(" "),
});

test("numbers stand in the order asked for, unknown ones last, and equal ones by their names, what is not stated last", () => {
  fc.assert(
    fc.property(
      different,
      fc.constantFrom("amount", "projects"),
      fc.constantFrom("asc", "desc"),
      (groups, sort, order) => {
        const sorted = sortGroups(groups, { sort, order });
        expect(new Set(sorted)).toEqual(new Set(groups));
        expect(sorted).toHaveLength(groups.length);
        for (const [at, next] of sorted.slice(1).entries()) {
          const one = sorted[at];
          if (one) expect(isInOrder(one, next, sort, order)).toBe(true);
        }
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});

const NAMES = ["丙局", "丁局", "甲局", "乙局", UNSTATED];
const STAGES = ["planned", "in_progress", "accepted"];

function isInOrder(one: RollupGroup, next: RollupGroup, sort: string, order: string): boolean {
  const [mine, theirs] =
    sort === "projects"
      ? [one.projects, next.projects]
      : [one.totalInvestmentFen, next.totalInvestmentFen];
  if (mine !== theirs) {
    if (mine === null || theirs === null) return theirs === null;
    return order === "asc" ? mine < theirs : mine > theirs;
  }
  const placeOf = ({ keys: [lead, stage] }: RollupGroup) =>
    NAMES.indexOf(lead?.value ?? "") * STAGES.length + STAGES.indexOf(stage?.value ?? "");
  return placeOf(one) < placeOf(next);
}
