import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { OPERATOR } from "@/lib/auth/actor";
import { ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { listEvents } from "./history";
import { eventChanges } from "./history-changes";
import { eventSentence } from "./history-sentence";

const ledger = testLedger();

async function projectId(name: string): Promise<number> {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(name);
  return row.id;
}

const TIANMA = "天麻种质资源创新利用与产品开发研究";

test("a new project reads as a sentence with its units, amount and sectors", async () => {
  const t = translator("zh-CN");
  const viewer = await ledger.viewer("reviewer");
  const id = await projectId(TIANMA);
  const { events: found } = await read((tx) => listEvents(tx, viewer, { projectId: id }));
  expect(found.map((event) => eventSentence(t, event))).toEqual([`新增项目“${TIANMA}”`]);
  const lines = found.flatMap((event) => eventChanges(t, event));
  expect(lines).toContainEqual({ label: "总投资", before: null, after: "500 万元" });
  expect(lines).toContainEqual({
    label: "牵头单位",
    before: null,
    after: "县林业局、县经济信息委（县科技局）",
  });
  expect(lines).toContainEqual({
    label: "行业",
    before: null,
    after: "中医药、特色农林、食品加工与功能食品",
  });
});

test("every event of the data set reads as a sentence in both languages", async () => {
  const { events: all } = await read((tx) => listEvents(tx, OPERATOR, { limit: 200 }));
  expect(all.length).toBeGreaterThan(100);
  for (const locale of ["zh-CN", "en"] as const) {
    for (const event of all) {
      expect(eventSentence(translator(locale), event)).not.toBe("");
      eventChanges(translator(locale), event);
    }
  }
});

test("pages follow each other without gaps", async () => {
  const viewer = await ledger.viewer("auditor");
  const first = await read((tx) => listEvents(tx, viewer, { limit: 5 }));
  const second = await read((tx) =>
    listEvents(tx, viewer, { limit: 5, before: first.next ?? undefined }),
  );
  const seqs = [...first.events, ...second.events].map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, at) => (seqs[0] ?? 0) - at));
});

test("a manager reads only the history of projects that the own units lead", async () => {
  const manager = await ledger.viewer("manager");
  const { events: found } = await read((tx) => listEvents(tx, manager, { limit: 200 }));
  expect(found).toHaveLength(10);
  const other = await projectId("灵芝精深加工");
  const none = await read((tx) => listEvents(tx, manager, { projectId: other }));
  expect(none.events).toEqual([]);
});

test("a reviewer reads the own region, an administrator nothing", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { events: found } = await read((tx) => listEvents(tx, reviewer, { limit: 200 }));
  expect(new Set(found.map(({ regionCode }) => regionCode))).toEqual(new Set(["500229"]));
  const administrator = await ledger.viewer("administrator");
  await expect(read((tx) => listEvents(tx, administrator))).rejects.toThrow(ForbiddenError);
});
