import { io } from "next/cache";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { sessionCookieName } from "@/app/login/session-cookie";
import { DatabaseBusyError, read, type Tx, transact } from "@/db/client";
import type { Snapshot } from "@/db/snapshot/handle";
import { findSnapshot } from "@/lib/as-of/snapshots";
import { viewerOn } from "@/lib/as-of/viewer";
import { recordDenial } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver, type PermissionName } from "@/lib/auth/permissions";
import { findSession, touchSession } from "@/lib/auth/sessions";
import { environment } from "@/lib/environment";
import { ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { isSample } from "@/lib/sample/queries";

/** Who is signed in, read anew on each request; null for nobody. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  await io();
  const token = (await cookies()).get(sessionCookieName(environment()))?.value;
  if (!token) return null;
  const session = await read((tx) => findSession(tx, token));
  if (session?.stale) after(() => noteUse(token));
  if (!session?.viewer) return null;
  const asOf = await asOfDay();
  return asOf === null ? session.viewer : viewerOn(session.viewer, asOf);
});

/** The day of the past that this request is about, as its address says it; null for today. */
export const asOfDay = cache(async (): Promise<string | null> => {
  const day = (await headers()).get("x-as-of");
  if (!day) return null;
  const today = await read(async (tx) => tx.today);
  return day === today ? null : decodeURIComponent(day);
});

/** Whether this ledger holds 演示数据, asked once per request. */
export const sampleLedger = cache(async (): Promise<boolean> => read((tx) => isSample(tx)));

/** After the answer was sent: reading must not wait for a lock that another program holds. */
async function noteUse(token: string): Promise<void> {
  try {
    await transact((tx) => touchSession(tx, token));
  } catch (error) {
    if (!(error instanceof DatabaseBusyError)) throw error;
  }
}

/**
 * First line of every page: who asks, and may that role come here at all. Sends strangers to the sign-in page, people
 * with a one-time password to their account, and answers 403, recorded, to the wrong role.
 */
export async function requireViewer(permission: PermissionName): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) {
    const path = (await headers()).get("x-path") ?? "/";
    redirect(path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`);
  }
  if (viewer.mustChangePassword && permission !== "account.use") redirect("/account");
  if (canEver(viewer, permission)) return viewer;
  const { asOf, ...present } = viewer;
  if (asOf !== undefined && canEver(present, permission)) return explainPast(asOf, "writing");
  return deny(new ForbiddenError(viewer, permission));
}

const deniedHere = cache(() => new Set<string>());

/** Answers 403. One event per request, although a page and its title ask the same. */
async function deny(error: ForbiddenError): Promise<never> {
  const refused = `${error.permission} ${error.projectId}`;
  if (!deniedHere().has(refused)) {
    deniedHere().add(refused);
    await recordDenial(error);
  }
  forbidden();
}

/**
 * One consistent snapshot for a page, of the day that its address names: what is out of scope answers 404, what is not
 * permitted 403.
 */
export async function ask<T>(question: (tx: Tx) => Promise<T>): Promise<T> {
  const asOf = await snapshotHere();
  try {
    return await read(question, { asOf });
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    if (error instanceof ForbiddenError) return deny(error);
    throw error;
  }
}

/** How long a page waits for a state of the past before it shows that it is being made. */
const MAKING_PATIENCE_MS = 1_500;

/** The state that this request reads; null for the present. Days without one, and those still in the making, are said. */
const snapshotHere = cache(async (): Promise<Snapshot | null> => {
  const day = await asOfDay();
  if (day === null) return null;
  const found = await findSnapshot(day).catch((error) => {
    if (error instanceof RuleError) return explainPast(day, error.key);
    throw error;
  });
  if (found === null || !("making" in found)) return found;
  const waited = new Promise((resolve) => setTimeout(resolve, MAKING_PATIENCE_MS, "waiting"));
  if ((await Promise.race([found.making.made, waited])) === "waiting")
    return explainPast(day, "making");
  const made = await findSnapshot(day);
  return made && "making" in made ? explainPast(day, "making") : made;
});

/** Sees that the state of a day is there for what follows, or shows how far its making is. Throws RuleError. */
export async function prepareDay(day: string): Promise<void> {
  const found = await findSnapshot(day);
  if (!found || !("making" in found)) return;
  const waited = new Promise((resolve) => setTimeout(resolve, MAKING_PATIENCE_MS, "waiting"));
  if ((await Promise.race([found.making.made, waited])) !== "waiting") return;
  const next = (await headers()).get("x-path") ?? "/projects";
  redirect(`/as-of?${new URLSearchParams({ date: day, why: "making", days: "in_address", next })}`);
}

/** Leads to the page that says why this one cannot be shown as of that day, or not yet. */
async function explainPast(day: string, why: string): Promise<never> {
  const next = (await headers()).get("x-path") ?? "/projects";
  redirect(`/as-of?${new URLSearchParams({ date: day, why, next })}`);
}

/** The page a person begins on. */
export function homeOf(viewer: Viewer): "/overview" | "/projects" | "/settings" {
  if (viewer.kind === "administrator") return "/settings";
  return viewer.kind === "leader" || viewer.kind === "reviewer" ? "/overview" : "/projects";
}
