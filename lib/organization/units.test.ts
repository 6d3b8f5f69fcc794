import { and, desc, eq, gt } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { events, organizationLinks, organizations, projects, projectUnits } from "@/db/schema";
import { added, change } from "@/lib/audit/change";
import { listEvents } from "@/lib/audit/history/history";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { ConflictError, ForbiddenError, NotFoundError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedger } from "@/lib/ledger/queries";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { renameOrganization, setKind } from "./edit/commands";
import { decideLink, linkUnits } from "./link/commands";
import { mergeUnits } from "./merge/commands";
import { unmergeUnits } from "./merge/undo";

const ledger = testLedger();
const reason = "核对原件";

async function unit(name: string) {
  const [row] = await read((tx) =>
    tx.select().from(organizations).where(eq(organizations.name, name)),
  );
  if (!row) throw new Error(name);
  return row;
}

async function linkOf(name: string) {
  const { id } = await unit(name);
  const [row] = await read((tx) =>
    tx.select().from(organizationLinks).where(eq(organizationLinks.organizationId, id)),
  );
  if (!row) throw new Error(name);
  return row;
}

/** `19 66,845`: projects found by a unit, and their amount in 万元. */
async function found(query: Record<string, string>, username = "reviewer") {
  const viewer = await ledger.viewer(username);
  const { total, totals } = await read((tx) => listLedger(tx, viewer, parseFilterUrl(query)));
  return `${total} ${totals.current.fen === null ? "–" : formatWan(totals.current.fen)}`;
}

async function merge(actor: Viewer, source: string, target: string) {
  const { id, version } = await unit(source);
  await write((tx) => mergeUnits(tx, actor, { id, version, target, reason }));
}

async function unmerge(actor: Viewer, source: string) {
  const { id, version } = await unit(source);
  await write((tx) => unmergeUnits(tx, actor, { id, version, reason }));
}

/** Who takes part where, as the ledger reads it. */
const places = () =>
  read((tx) =>
    tx
      .select({
        project: projectUnits.projectId,
        role: projectUnits.role,
        position: projectUnits.position,
        text: projectUnits.text,
        unit: projectUnits.organizationId,
      })
      .from(projectUnits)
      .where(gt(projectUnits.position, 0))
      .orderBy(projectUnits.id),
  );

const BRACKETED = "县经济信息委（县科技局）";

test("a confirmed alias is found by both names, a rejected one by neither", async () => {
  const reviewer = await ledger.viewer("reviewer");
  expect(await found({ unit: "天宝药业", unitRole: "owner" })).toBe("2 2,200");
  const { id, version } = await linkOf("天宝药业");
  await write((tx) => decideLink(tx, reviewer, { id, version, state: "confirmed", reason }));
  const both = await found({ unit: "天宝药业", unitRole: "owner" });
  expect(both).toBe(await found({ unit: "重庆天宝药业有限公司", unitRole: "owner" }));
  expect(both).toBe("3 2,800");
  const { events: seen } = await read((tx) => listEvents(tx, reviewer, { limit: 1 }));
  expect(seen.map((event) => eventSentence(translator("zh-CN"), event))).toEqual([
    "确认“天宝药业”与“重庆天宝药业有限公司”是同一单位",
  ]);
  expect(seen[0]?.reason).toBe(reason);
  await write((tx) =>
    decideLink(tx, reviewer, { id, version: version + 1, state: "rejected", reason }),
  );
  expect(await found({ unit: "天宝药业", unitRole: "owner" })).toBe("2 2,200");
});

test("a decision on a link that somebody else has decided meets a conflict", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await linkOf("天宝药业");
  await expect(
    write((tx) => decideLink(tx, reviewer, { id, version: 1, state: "proposed", reason })),
  ).rejects.toThrow(ConflictError);
});

test("a linked bracketed name gives the filter and the manager of one the other", async () => {
  const reviewer = await ledger.viewer("reviewer");
  expect(await found({ unit: "县经济信息委" })).toBe("2 47,790");
  const { id, version } = await linkOf(BRACKETED);
  await write((tx) => decideLink(tx, reviewer, { id, version, state: "confirmed", reason }));
  expect(await found({ unit: "县经济信息委" })).toBe("19 66,845");
  await write((tx) =>
    decideLink(tx, reviewer, { id, version: version + 1, state: "proposed", reason }),
  );
  expect(await found({ unit: "县经济信息委" })).toBe("2 47,790");
});

test("who reports for a unit may enter for its confirmed other name, and no longer after the link is taken back", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const own = await unit("县林业局");
  const other = await unit("县教委");
  const link = { id: own.id, version: own.version, other: other.name, reason };
  await write((tx) => linkUnits(tx, reviewer, { ...link, kind: "alias" }));
  expect((await ledger.viewer("manager")).unitIds).toEqual([own.id, other.id]);
  const { id, version } = await linkOf("县林业局");
  await write((tx) => decideLink(tx, reviewer, { id, version, state: "rejected", reason }));
  expect((await ledger.viewer("manager")).unitIds).toEqual([own.id]);
});

test("merging moves every place and keeps what the documents say; undoing restores exactly", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await places();
  await merge(reviewer, BRACKETED, "县经济信息委");
  const target = await unit("县经济信息委");
  expect(await found({ unit: "县经济信息委" })).toBe("19 66,845");
  expect(await found({ unit: BRACKETED })).toBe("19 66,845");
  const merged = await places();
  expect(merged.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  expect(merged.filter((row) => row.unit === target.id && row.role === "lead")).toHaveLength(19);
  const [head] = await read((tx) =>
    tx
      .select()
      .from(events)
      .where(eq(events.action, "organization.merged"))
      .orderBy(desc(events.seq)),
  );
  const perProject = await read((tx) =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.action, "project.unit_merged"), gt(events.seq, head?.seq ?? 0))),
  );
  expect(perProject).toHaveLength(17);
  expect(new Set(perProject.map(({ projectId }) => projectId)).size).toBe(17);
  await unmerge(reviewer, BRACKETED);
  expect(await places()).toEqual(before);
  expect(await found({ unit: "县经济信息委" })).toBe("2 47,790");
});

test("a merge whose places went on to a third unit is undone in the right order only", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await places();
  await merge(reviewer, "县发展改革委", "县经济信息委");
  await merge(reviewer, "县经济信息委", "县教委");
  await expect(unmerge(reviewer, "县发展改革委")).rejects.toMatchObject({
    key: "unitsMovedOn",
    parameters: { name: "县经济信息委", count: 2 },
  });
  await unmerge(reviewer, "县经济信息委");
  await unmerge(reviewer, "县发展改革委");
  expect(await places()).toEqual(before);
});

test("units that a document names side by side are two, and are not merged", async () => {
  const reviewer = await ledger.viewer("reviewer");
  await expect(merge(reviewer, "县林业局", BRACKETED)).rejects.toMatchObject({
    key: "unitsTogether",
    parameters: { count: 5 },
  });
});

test("counties are kept apart, also by a body from outside that both name", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id } = await unit("区科技局");
  await expect(
    write((tx) => setKind(tx, reviewer, { id, version: 1, kind: "park", reason })),
  ).rejects.toThrow(NotFoundError);
  await expect(merge(reviewer, "县教委", "区科技局")).rejects.toMatchObject({
    key: "unitNotFound",
  });
  const operator = { ...OPERATOR } as unknown as Viewer;
  await expect(merge(operator, "县教委", "区科技局")).rejects.toMatchObject({
    key: "unitsOfTwoRegions",
  });
  const outside = await unit("重庆师范大学");
  const [other] = await read((tx) =>
    tx.select().from(projects).where(eq(projects.regionCode, "500114")).limit(1),
  );
  await write(async (tx) => {
    const row = await added(tx, "project_units", {
      projectId: other?.id ?? 0,
      role: "support",
      position: 1,
      entryKind: "named",
      text: outside.name,
      organizationId: outside.id,
      openCount: null,
    });
    await change(tx, OPERATOR, { action: "project.corrected", rows: [row] });
  });
  await expect(merge(reviewer, "重庆师范大学", "重庆市中药研究院")).rejects.toMatchObject({
    key: "unitOfOtherRegions",
    parameters: { regions: "黔江区" },
  });
});

test("a body from outside that only another county names is not there for this one", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id, version } = await unit("重庆侨东美实业有限公司");
  await expect(
    write((tx) => setKind(tx, reviewer, { id, version, kind: "park", reason })),
  ).rejects.toThrow(NotFoundError);
});

test("a corrected name is found by search and by its initials", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const { id, version } = await unit("重庆大巴山生物科技有限公司");
  await write((tx) =>
    renameOrganization(tx, reviewer, { id, version, name: "重庆大巴山生物科技集团", reason }),
  );
  expect((await unit("重庆大巴山生物科技集团")).initials).toBe("cqdbsswkjjt");
  expect(await found({ q: "生物科技集团" })).toMatch(/^[1-9]/);
  await expect(
    write((tx) => renameOrganization(tx, reviewer, { id, version, name: "甲", reason })),
  ).rejects.toThrow(ConflictError);
});

test("only the reviewer manages units", async () => {
  const { id, version } = await unit("县林业局");
  for (const username of ["manager", "leader", "auditor", "administrator"]) {
    const viewer = await ledger.viewer(username);
    const attempt = write((tx) => setKind(tx, viewer, { id, version, kind: "park", reason }));
    await expect(attempt, username).rejects.toThrow(
      username === "administrator" ? NotFoundError : ForbiddenError,
    );
  }
});

test("history holds after all of it, and what is derived is what a rebuild gives", async () => {
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
