import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { organizationLinks, organizations } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { LENSES } from "@/lib/group/group";
import { formatWan } from "@/lib/money";
import { parseOrganizationUrl } from "@/lib/organization/filters";
import { decideLink } from "@/lib/organization/link/commands";
import { mergeUnits } from "@/lib/organization/merge/commands";
import { unmergeUnits } from "@/lib/organization/merge/undo";
import { listOrganizations } from "@/lib/organization/queries";
import { testLedger } from "@/lib/test-ledger";
import { parseRollupUrl } from "./input";
import { rollUp } from "./queries";

const ledger = testLedger();
const reason = "核对原件";
const BRACKETED = "县经济信息委（县科技局）";
const TOGETHER = "县经济信息委 13 19 19 54,655 60,667.5 66,845";

async function unit(name: string) {
  const [row] = await read((tx) =>
    tx.select().from(organizations).where(eq(organizations.name, name)),
  );
  if (!row) throw new Error(name);
  return row;
}

/** Counts and 万元 under the three lenses, by lead unit in Chengkou, and the total with each project once. */
async function byLead() {
  const leader = await ledger.viewer("leader");
  const asked = parseRollupUrl({ by: "lead", region: "500229", lens: "split" });
  const { groups, totals } = await read((tx) => rollUp(tx, leader, asked));
  const rows = groups.map(({ keys, lenses }) =>
    [
      ...keys.map(({ name, value }) => name?.name ?? value),
      ...LENSES.map((lens) => lenses[lens].projects),
      ...LENSES.map((lens) => formatWan(lenses[lens].totalInvestmentFen ?? 0)),
    ].join(" "),
  );
  return { rows, total: `${totals.projects} ${formatWan(totals.totalInvestmentFen ?? 0)}` };
}

async function names(search: Record<string, string>) {
  const leader = await ledger.viewer("leader");
  const { items } = await read((tx) =>
    listOrganizations(tx, leader, parseOrganizationUrl({ region: "500229", ...search })),
  );
  return items.map(({ name }) => name);
}

test("units are sorted by the projects and the money of a role; those without a figure come last", async () => {
  expect((await names({ sort: "first.projects" })).slice(0, 3)).toEqual([
    BRACKETED,
    "县林业局",
    "县农业农村委",
  ]);
  expect((await names({ sort: "first.amount" })).slice(0, 3)).toEqual([
    "县经济信息委",
    "县林业局",
    "县发展改革委",
  ]);
  expect((await names({ sort: "first.amount", order: "asc" })).slice(0, 2)).toEqual([
    "县农业农村委",
    BRACKETED,
  ]);
  expect((await names({ order: "desc" })).toReversed()).toEqual(await names({}));
});

test("a bracketed name that is merged into its body counts there under each lens, until that is taken back", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await byLead();
  expect(before.rows).toHaveLength(5);
  const source = await unit(BRACKETED);
  const merge = { id: source.id, version: source.version, target: "县经济信息委", reason };
  await write((tx) => mergeUnits(tx, reviewer, merge));
  const merged = await byLead();
  expect(merged.rows[0]).toBe(TOGETHER);
  expect(merged.rows).toHaveLength(4);
  expect(merged.total).toBe("27 97,325");
  expect((await names({ sort: "first.projects" }))[0]).toBe("县经济信息委");
  const { version } = await unit(BRACKETED);
  await write((tx) => unmergeUnits(tx, reviewer, { id: source.id, version, reason }));
  expect(await byLead()).toEqual(before);
});

test("a bracketed name that is linked counts the same way, and both units have its rank", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const before = await byLead();
  const { id: unitId } = await unit(BRACKETED);
  const [link] = await read((tx) =>
    tx.select().from(organizationLinks).where(eq(organizationLinks.organizationId, unitId)),
  );
  const { id, version } = link ?? { id: 0, version: 0 };
  await write((tx) => decideLink(tx, reviewer, { id, version, state: "confirmed", reason }));
  const linked = await byLead();
  expect(linked.rows[0]).toBe(TOGETHER);
  expect(linked.total).toBe("27 97,325");
  expect((await names({ sort: "first.amount" })).slice(0, 2)).toEqual(["县经济信息委", BRACKETED]);
  await write((tx) =>
    decideLink(tx, reviewer, { id, version: version + 1, state: "proposed", reason }),
  );
  expect(await byLead()).toEqual(before);
});
