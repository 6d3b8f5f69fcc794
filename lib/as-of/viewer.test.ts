import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { setClock } from "@/db/client";
import { changeRequests, events, projects, projectUnits } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import { historyVisibleTo } from "@/lib/audit/history/history";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { changesVisibleTo } from "@/lib/change-request/rights";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { readableReturns } from "@/lib/progress/queries";
import { testLedger } from "@/lib/test-ledger";
import { readAsOf } from "./snapshots";
import { viewerOn } from "./viewer";

const ledger = testLedger();
const GIVEN_AWAY = 14;
const day = (on: string) => setClock(() => new Date(`${on}T02:00:00.000Z`));

test("who handed a project over reads nothing more of it, on no day of the past", async () => {
  const manager = await ledger.viewer("manager");
  const reviewer = await ledger.viewer("reviewer");
  day("2026-11-24");
  await write((tx) =>
    change(tx, OPERATOR, {
      action: "project.corrected",
      projectId: GIVEN_AWAY,
      regionCode: "500229",
      reason: "旧事",
      rows: [],
    }),
  );
  day("2026-11-25");
  await write(async (tx) => {
    const led = await tx
      .select()
      .from(projectUnits)
      .where(and(eq(projectUnits.projectId, GIVEN_AWAY), eq(projectUnits.role, "lead")));
    const rows = led.map((row) => changed("project_units", row, { position: 0 }));
    await change(tx, OPERATOR, {
      action: "project.corrected",
      projectId: GIVEN_AWAY,
      regionCode: "500229",
      reason: "移交",
      rows,
    });
  });
  day("2026-11-27");
  const past = "2026-11-24";
  const seen = async (viewer: typeof manager) =>
    readAsOf(past, async (tx) => {
      const { subject } = await loadReporting(tx, viewer, GIVEN_AWAY);
      const ids = await tx
        .select({ id: projects.id })
        .from(projects)
        .where(readableReturns(viewer, projects.id));
      const history = await tx
        .select({ id: events.projectId })
        .from(events)
        .where(historyVisibleTo(viewer));
      await tx.select().from(changeRequests).where(changesVisibleTo(viewer));
      return {
        rights: (["return.read", "history.read", "change.read"] as const).map((name) =>
          can(viewer, name, subject),
        ),
        returns: ids.some(({ id }) => id === GIVEN_AWAY),
        others: ids.length,
        history: history.some(({ id }) => id === GIVEN_AWAY),
      };
    });
  const then = await viewerOn(manager, past);
  // That it would be seen without the rule: the units led it then.
  expect(await seen({ ...then, ownToday: undefined })).toMatchObject({
    returns: true,
    history: true,
  });
  const found = await seen(then);
  expect(found).toMatchObject({ rights: [false, false, false], returns: false, history: false });
  expect(found.others).toBeGreaterThan(0);
  expect(await seen(await viewerOn(reviewer, past))).toMatchObject({
    rights: [true, true, true],
    history: true,
  });
});
