import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import { ROLES, SCOPES } from "@/db/vocabulary";
import { testLedger } from "@/lib/test-ledger";
import type { Actor } from "./actor";
import { can } from "./permissions";
import { visibleTo } from "./scope";

testLedger();

test("the scope of lists in SQL is exactly what the table of rights lets each person read", async () => {
  const rows = await read((tx) => tx.select().from(ledgerEntries));
  expect(new Set(rows.map(({ regionCode }) => regionCode)).size).toBe(3);
  const anyActor: fc.Arbitrary<Actor> = fc.record({
    kind: fc.constantFrom(...ROLES, "operator" as const, "stranger" as const),
    id: fc.constantFrom(1, null),
    name: fc.constant("somebody"),
    scope: fc.constantFrom(...SCOPES),
    regionCode: fc.constantFrom("500229", "500114", "500231", "511622", null),
    unitIds: fc.constant([]),
  });
  await fc.assert(
    fc.asyncProperty(anyActor, async (actor) => {
      const listed = await read((tx) =>
        tx.select({ id: ledgerEntries.projectId }).from(ledgerEntries).where(visibleTo(actor)),
      );
      const allowed = rows.filter(({ regionCode }) => can(actor, "project.read", { regionCode }));
      expect(listed.map(({ id }) => id).sort()).toEqual(
        allowed.map(({ projectId }) => projectId).sort(),
      );
    }),
    { numRuns: 200 },
  );
});
