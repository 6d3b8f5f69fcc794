import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { openedMonths, USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { findCalendar } from "@/lib/calendar/queries";
import { addEvidence } from "@/lib/evidence/commands";
import { submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { listOwed } from "@/lib/monthly-return/owed";
import { findReturn } from "@/lib/monthly-return/queries";
import { raiseProblem } from "@/lib/problem/commands";
import { type NewProblem, newProblem } from "@/lib/problem/input";
import { sessionOf } from "./test";

/** The region goes live, unless it has. Returns the newest month that opened. */
export async function goLive(): Promise<string> {
  const calendar = await read((tx) => findCalendar(tx, "500229"));
  const today = await read(async (tx) => tx.today);
  const startsMonth = `${Number(today.slice(0, 4)) - 1}-12`;
  const rules = calendar ?? { regionCode: "500229", startsMonth, ...USUAL_CALENDAR };
  if (!calendar)
    await write((tx) =>
      setCalendar(tx, OPERATOR, { regionCode: "500229", startsMonth, ...USUAL_CALENDAR }),
    );
  return openedMonths(rules, today).at(-1) ?? startsMonth;
}

/** A return of one of 县林业局's projects, handed in through `lib`; project 14 where none is named. Returns its id. */
export async function sampleReturn(
  projectId = 14,
  values: Record<string, string> = {},
): Promise<number> {
  const month = await goLive();
  const { viewer } = await sessionOf("manager");
  const before = await read((tx) => findReturn(tx, projectId, month));
  if (before && before.state !== "draft" && before.state !== "returned") return before.id;
  const entry = returnEntry.parse({
    projectId,
    month,
    version: String(before?.version ?? 0),
    requestKey: `sample-${projectId}-${month}-${before?.version ?? 0}`,
    stage: "planned",
    progressText: "前期手续办理中",
    completedFen: "12.5",
    selfLight: "green",
    ...values,
  });
  return (await write((tx) => submitReturn(tx, viewer, entry))).id;
}

/** The smallest picture there is: one point. */
export const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A photo on the return of project 14 in the newest month. Returns its id. */
export async function sampleEvidence(): Promise<number> {
  const month = await goLive();
  const { viewer } = await sessionOf("manager");
  const place = { projectId: 14, month };
  return write((tx) => addEvidence(tx, viewer, { place, fileName: "现场.png", content: PICTURE }));
}

/** A problem of project 14, raised by its unit. Returns its id. */
export async function sampleProblem(values: Partial<NewProblem> = {}): Promise<number> {
  const { viewer } = await sessionOf("manager");
  const input = newProblem.parse({ projectId: 14, text: "用地指标未落实", level: "county" });
  return write((tx) => raiseProblem(tx, viewer, { ...input, ...values }));
}

/** The projects for which 县林业局 owes something, in order. */
export async function owedProjects(): Promise<{ id: number; name: string }[]> {
  await goLive();
  const { viewer } = await sessionOf("manager");
  const { owed } = await read((tx) => listOwed(tx, viewer));
  return owed.map(({ projectId, projectName }) => ({ id: projectId, name: projectName }));
}
