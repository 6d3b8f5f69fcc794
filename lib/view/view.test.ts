import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { events } from "@/db/schema";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { testLedger } from "@/lib/test-ledger";
import { removeView, saveView } from "./commands";
import { listViews } from "./queries";

const ledger = testLedger();
const QUERY = "q=%E6%A0%B8%E6%A1%83&sort=amount";

async function names(viewer: Viewer) {
  return (await read((tx) => listViews(tx, viewer))).map(
    ({ name, by }) => `${name} ${by ?? "own"}`,
  );
}

test("a view is kept with its event, and the same name again replaces it", async () => {
  const viewer = await ledger.viewer("reviewer");
  const save = (query: string, shared: boolean) =>
    write((tx) => saveView(tx, viewer, { name: "核桃", query, shared }));
  await save(`${QUERY}&page=3&nonsense=1`, false);
  expect(await read((tx) => listViews(tx, viewer))).toMatchObject([
    { query: QUERY, shared: false },
  ]);
  await save("q=%E9%B8%A1", true);
  expect(await read((tx) => listViews(tx, viewer))).toMatchObject([
    { query: "q=%E9%B8%A1", shared: true, version: 2 },
  ]);
  const [event] = await read((tx) => tx.select().from(events).orderBy(desc(events.seq)).limit(1));
  expect(event).toMatchObject({ action: "view.saved", regionCode: "500229", actorId: viewer.id });
});

test("a shared view is seen in its region, an own one by nobody else; only its maker removes it", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const manager = await ledger.viewer("manager");
  const elsewhere = { ...manager, regionCode: "500114" };
  await write((tx) => saveView(tx, reviewer, { name: "自用", query: "", shared: false }));
  expect(await names(manager)).toEqual(["核桃 城口县 审核员"]);
  expect(await names(elsewhere)).toEqual([]);
  expect(await names(reviewer)).toEqual(["核桃 own", "自用 own"]);
  const [view] = await read((tx) => listViews(tx, reviewer));
  if (!view) throw new Error("There is a view.");
  const removal = { id: view.id, version: view.version };
  await expect(write((tx) => removeView(tx, manager, removal))).rejects.toThrow(NotFoundError);
  await expect(write((tx) => removeView(tx, reviewer, { ...removal, version: 1 }))).rejects.toThrow(
    ConflictError,
  );
  await write((tx) => removeView(tx, reviewer, removal));
  expect(await names(manager)).toEqual([]);
});

test("an administrator has no ledger and saves no view of it", async () => {
  const viewer = await ledger.viewer("administrator");
  await expect(
    write((tx) => saveView(tx, viewer, { name: "x", query: "", shared: false })),
  ).rejects.toThrow(ForbiddenError);
});
