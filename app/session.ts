import { io } from "next/cache";
import { cookies, headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { DatabaseBusyError, read, type Tx, transact } from "@/db/client";
import { recordDenial } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver, type PermissionName } from "@/lib/auth/permissions";
import { findSession, touchSession } from "@/lib/auth/sessions";
import { environment } from "@/lib/environment";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { sessionCookieName } from "./session-cookie";

/** Who is signed in, read anew on each request; null for nobody. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  await io();
  const token = (await cookies()).get(sessionCookieName(environment()))?.value;
  if (!token) return null;
  const session = await read((tx) => findSession(tx, token));
  if (session?.stale) after(() => noteUse(token));
  return session?.viewer ?? null;
});

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
  if (!canEver(viewer, permission)) return deny(new ForbiddenError(viewer, permission));
  return viewer;
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

/** One consistent snapshot for a page: what is out of scope answers 404, what is not permitted 403. */
export async function ask<T>(question: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await read(question);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    if (error instanceof ForbiddenError) return deny(error);
    throw error;
  }
}

/** The page a person begins on. */
export function homeOf(viewer: Viewer): "/overview" | "/projects" | "/settings" {
  if (viewer.kind === "administrator") return "/settings";
  return viewer.kind === "leader" || viewer.kind === "reviewer" ? "/overview" : "/projects";
}
