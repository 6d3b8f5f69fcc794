import { and, eq, inArray, max } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notices, projects } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import type { ReportDays } from "@/lib/calendar/calendar";
import type { Translator } from "@/lib/language/translator";
import { listReporters } from "@/lib/notice/notices";
import { reviewMonth } from "./month";
import { isHandedIn, type Standing } from "./standing";

/** A unit with returns that are not in: whom to call, and what is missing. */
export type MissingUnit = {
  unitId: number | null;
  name: string | null;
  /** Contact and office telephone as the projects have them, each once. */
  contacts: string[];
  /** Those who report for it and can sign in. */
  reporters: string[];
  missing: { projectId: number; projectName: string; standing: Standing }[];
  dueOn: string;
  /** The last day it was reminded of this month; null for never. */
  remindedOn: string | null;
};

export type MissingReturns = { month: string; days: ReportDays; units: MissingUnit[] };

/** Who has not reported, the unit with the most missing first. Throws ForbiddenError; null while not live. */
export async function listMissing(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
  month: string,
): Promise<MissingReturns | null> {
  const reviewed = await reviewMonth(tx, viewer, regionCode, month);
  if (reviewed === null) return null;
  const missing = reviewed.projects.filter((project) => !isHandedIn(project));
  const contacts = await contactsOf(
    tx,
    missing.map(({ projectId }) => projectId),
  );
  const units = reviewed.units.filter((unit) => unit.missing > 0);
  const unitIds = units.flatMap(({ unitId }) => unitId ?? []);
  const reporters = await listReporters(tx, unitIds);
  const reminded = await lastReminders(tx, unitIds, month);
  return {
    month,
    days: reviewed.days,
    units: units.map(({ unitId, name }) => {
      const own = missing.filter((project) => project.unitId === unitId);
      return {
        unitId,
        name,
        contacts: [...new Set(own.flatMap(({ projectId }) => contacts.get(projectId) ?? []))],
        reporters: reporters.filter((one) => one.unitId === unitId).map((one) => one.name),
        missing: own.map(({ projectId, projectName, standing }) => ({
          projectId,
          projectName,
          standing,
        })),
        dueOn: own[0]?.dueOn ?? reviewed.days.dueOn,
        remindedOn: (unitId !== null && reminded.get(unitId)) || null,
      };
    }),
  };
}

/** 催报名单 as plain text, for the office's messenger: unit, contact with telephone, what is missing. */
export function missingText(
  t: Translator,
  { month, days, units }: MissingReturns,
  { region, today }: { region: string; today: string },
): string {
  const count = units.reduce((sum, { missing }) => sum + missing.length, 0);
  const lines = units.flatMap(({ name, contacts, missing }, at) => [
    t("reminder.textUnit", {
      at: at + 1,
      unit: name ?? t("review.noUnit"),
      count: missing.length,
    }),
    t("reminder.textContact", {
      contact: contacts.length === 0 ? t("reminder.noContact") : contacts.join("、"),
    }),
    t("reminder.textMissing", {
      projects: missing
        .map(({ projectName, standing }) =>
          standing === "missing"
            ? projectName
            : t("reminder.textProject", {
                project: projectName,
                standing: t(`review.standing.${standing}`),
              }),
        )
        .join("；"),
    }),
  ]);
  return [t("reminder.textHead", { region, month, due: days.dueOn, today, count }), ...lines].join(
    "\n",
  );
}

async function contactsOf(tx: Tx, projectIds: number[]): Promise<Map<number, string>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: projects.id, contact: projects.contact, phone: projects.contactPhone })
    .from(projects)
    .where(inArray(projects.id, projectIds));
  return new Map(
    rows.flatMap(({ id, contact, phone }) => {
      const words = [contact, phone].filter((word) => word !== null).join(" ");
      return words === "" ? [] : [[id, words] as const];
    }),
  );
}

async function lastReminders(tx: Tx, unitIds: number[], month: string) {
  if (unitIds.length === 0) return new Map<number, string>();
  const rows = await tx
    .select({ unitId: notices.organizationId, on: max(notices.sentOn) })
    .from(notices)
    .where(
      and(
        eq(notices.kind, "reminder"),
        eq(notices.month, month),
        inArray(notices.organizationId, unitIds),
      ),
    )
    .groupBy(notices.organizationId);
  return new Map(
    rows.flatMap(({ unitId, on }) => (unitId === null || on === null ? [] : [[unitId, on]])),
  );
}
