"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { write } from "@/lib/audit/write";
import { endSession } from "@/lib/auth/sessions";
import { comesFromOurPages } from "../guard";
import { currentViewer, sessionCookieName } from "../session";

export async function signOut(): Promise<void> {
  if (!comesFromOurPages(await headers())) return;
  const viewer = await currentViewer();
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  if (viewer && token) await write((tx) => endSession(tx, viewer, token));
  jar.delete(sessionCookieName());
  redirect("/login");
}
