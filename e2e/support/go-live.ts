import { and, eq, gt, ne } from "drizzle-orm";
import { read, transact } from "@/db/client";
import { projects, projectUnits } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { findViewer, startSession } from "@/lib/auth/sessions";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { listOwed } from "@/lib/monthly-return/owed";
import { findReturn } from "@/lib/monthly-return/queries";
import { assignReportingUnit } from "@/lib/monthly-return/review/commands";
import { createUser } from "@/lib/user/commands";
import { expect, type RoleName, sessionOf } from "./test";

const HOME = "500229";

/** Lets the county of the ready accounts report from the month that opened before the newest one. */
export async function goLive(): Promise<void> {
  const year = await read(async (tx) => Number(tx.today.slice(0, 4)));
  await write((tx) =>
    setCalendar(tx, OPERATOR, {
      regionCode: HOME,
      startsMonth: `${year - 1}-12`,
      ...USUAL_CALENDAR,
    }),
  );
}

/** What somebody owes now. */
export async function owedBy(viewer: Viewer) {
  return (await read((tx) => listOwed(tx, viewer))).owed;
}

/** The stored return of a project and month; waits until it is as expected. */
export async function expectReturn(
  { projectId, month }: { projectId: number; month: string },
  expected: Record<string, unknown>,
): Promise<void> {
  await expect
    .poll(async () => read((tx) => findReturn(tx, projectId, month)))
    .toMatchObject(expected);
}

/** A project that the viewer's unit leads jointly, behind the first-named lead. */
export async function jointProject(viewer: Viewer): Promise<{ id: number; name: string }> {
  const [unitId = 0] = viewer.unitIds;
  const [found] = await read((tx) =>
    tx
      .select({ id: projects.id, name: projects.name })
      .from(projectUnits)
      .innerJoin(projects, eq(projects.id, projectUnits.projectId))
      .where(
        and(
          eq(projectUnits.organizationId, unitId),
          eq(projectUnits.role, "lead"),
          gt(projectUnits.position, 1),
          ne(projects.stage, "withdrawn"),
        ),
      ),
  );
  if (!found) throw new Error("There is no joint project.");
  return found;
}

/** The reviewer names the viewer's unit to report for a project. */
export async function nameReporter(projectId: number, viewer: Viewer): Promise<void> {
  const reviewer = await sessionOf("reviewer");
  const [organizationId = 0] = viewer.unitIds;
  await write((tx) =>
    assignReportingUnit(tx, reviewer.viewer, { projectId, organizationId, reason: "由其填报" }),
  );
}

/** A second person of the same unit, with a session. */
export async function colleagueOf(viewer: Viewer): Promise<{ viewer: Viewer; token: string }> {
  const rights = {
    role: "manager" as const satisfies RoleName,
    scope: "region" as const,
    regionCode: viewer.regionCode,
    unitIds: [...viewer.unitIds],
  };
  const id = await write((tx) =>
    createUser(
      tx,
      OPERATOR,
      { username: "colleague", name: "同事", ...rights, locale: "zh-CN" },
      { passwordHash: null, mustChange: false, evaluation: true },
    ),
  );
  const token = await transact((tx) => startSession(tx, id));
  const found = await read((tx) => findViewer(tx, id));
  if (!found) throw new Error("The colleague is not there.");
  return { viewer: found, token };
}
