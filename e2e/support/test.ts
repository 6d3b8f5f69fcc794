import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { desc } from "drizzle-orm";
import { closeDatabase, read, transact } from "@/db/client";
import { events } from "@/db/schema";
import type { Viewer } from "@/lib/auth/actor";
import { startSession } from "@/lib/auth/sessions";
import { parseEnvironment } from "@/lib/environment";
import { openLedger } from "@/lib/open-ledger";
import { readyViewer } from "@/lib/user/evaluation";
import { startServer } from "./server";

export { expect };

export type Server = { url: string; dataDir: string };
export type RoleName = "manager" | "reviewer" | "leader" | "auditor" | "administrator";

type TestFixtures = {
  /** Signs the page in as a ready account, by inserting a session; returns who that is. */
  signIn: (username: RoleName) => Promise<Viewer>;
  /** What the browser complained about; a test that ends with complaints fails. */
  complaints: string[];
};

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
async function serveOwnLedger({}, use: (server: Server) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "ledger-e2e-"));
  const { url, child } = await startServer(dataDir);
  await openLedger(
    parseEnvironment({ DATA_DIR: dataDir, CHECKPOINT_DIR: join(dataDir, "checkpoints") }),
  );
  await use({ url, dataDir });
  closeDatabase();
  child.kill();
  rmSync(dataDir, { recursive: true, force: true });
}

/**
 * The production build on a port of its own, with a ledger of its own, one per worker. Tests arrange through `lib` in
 * this process (`write()`, `read()`), and act through the browser.
 */
export const test = base.extend<TestFixtures, { server: Server }>({
  server: [serveOwnLedger, { scope: "worker", timeout: 60_000 }],
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error" && !/status of (4\d\d)/.test(message.text()))
          complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints, "the browser's console, CSP violations included").toEqual([]);
    },
    { auto: true },
  ],
  signIn: async ({ page, server }, use) => {
    await use(async (username) => {
      const { viewer, token } = await sessionOf(username);
      await page
        .context()
        .addCookies([
          { name: "sid", value: token, url: server.url, httpOnly: true, sameSite: "Lax" },
        ]);
      return viewer;
    });
  },
});

/** The same in a ledger of its own: for specs after which the 48 projects are not what they were. */
export const testApart = test.extend<object, { server: Server }>({
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  server: [async ({}, use) => serveOwnLedger({}, use), { scope: "worker", timeout: 60_000 }],
});

/** Another ledger for one spec file alone: a fixture of its own, so that no other file shares its worker. */
export function testAlone() {
  return test.extend<object, { server: Server }>({
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    server: [async ({}, use) => serveOwnLedger({}, use), { scope: "worker", timeout: 60_000 }],
  });
}

/** A session of a ready account, without a browser. */
export async function sessionOf(username: RoleName): Promise<{ viewer: Viewer; token: string }> {
  const viewer = await read((tx) => readyViewer(tx, username));
  return { viewer, token: await transact((tx) => startSession(tx, viewer.id)) };
}

/** The newest events, newest first: `await lastEvents(1)`. */
export async function lastEvents(limit: number) {
  return read((tx) => tx.select().from(events).orderBy(desc(events.seq)).limit(limit));
}

/** Waits until client code has taken the page over. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.body.firstElementChild ?? {}).some((key) => key.startsWith("__react")),
  );
}
