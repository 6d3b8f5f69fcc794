import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { parseFilterUrl } from "./filter/filter-url";
import { SORTS } from "./filter/filters";
import { listLedger, listLedgerIds } from "./queries";

const ledger = testLedger();

async function list(query: Record<string, string | string[]>, username = "leader") {
  const viewer = await ledger.viewer(username);
  return read((tx) => listLedger(tx, viewer, parseFilterUrl(query)));
}

/** `10 34,470`: projects found, and their amount in 万元 by the current basis. */
async function found(query: Record<string, string | string[]>, username = "leader") {
  const { total, totals } = await list(query, username);
  return `${total} ${totals.current.fen === null ? "–" : formatWan(totals.current.fen)}`;
}

test.each<[string, Record<string, string | string[]>, string]>([
  ["everything", {}, "48 445,025"],
  ["Chengkou", { region: "500229" }, "27 97,325"],
  ["Qianjiang", { region: "500114" }, "12 347,700"],
  ["Dianjiang has no amounts", { region: "500231" }, "9 –"],
  ["two regions", { region: ["500229", "500114"] }, "39 445,025"],
  ["a lead", { region: "500229", unit: "县林业局" }, "10 34,470"],
  ["a lead by exact name", { unit: "县经济信息委" }, "2 47,790"],
  ["with its bracketed name", { unit: "县经济信息委", bracketed: "1" }, "19 66,845"],
  ["the bracketed name alone", { unit: "县经济信息委（县科技局）" }, "17 19,055"],
  ["half-width brackets", { unit: "县经济信息委(县科技局)" }, "17 19,055"],
  ["an owner", { unit: "县林业局", unitRole: "owner" }, "3 14,480"],
  ["a host", { unit: "垫江县中医院", unitRole: "host" }, "2 –"],
  ["a host is not a lead", { unit: "垫江县中医院" }, "0 –"],
  ["any role", { unit: "县林业局", unitRole: "any" }, "10 34,470"],
  ["unknown unit", { unit: "县不存在局" }, "0 –"],
  ["years", { yearFrom: "2024", yearTo: "2024", region: "500229" }, "26 93,325"],
  ["amount range", { amountFrom: "6,000", amountTo: "7000" }, "4 25,470"],
  ["overdue", { overdue: "1" }, "39 445,025"],
  ["owner only a placeholder", { owner: "placeholder" }, "16 362,700"],
  ["lead not stated", { lead: "unstated" }, "9 –"],
  ["joint", { joint: "1" }, "11 18,355"],
  ["no stage beyond planned", { stage: ["in_progress", "completed"] }, "0 –"],
  ["nobody is sponsor yet", { mine: "1" }, "0 –"],
  ["a word in names and contents", { q: "核桃" }, "3 13,990"],
  ["a word of one character", { q: "鸡" }, "4 12,055"],
  ["two words, both of them", { q: "天麻 研究" }, "1 500"],
  ["a word that stands nowhere", { q: "没有的词" }, "0 –"],
  ["only signs", { q: "%" }, "0 –"],
  ["no amount given", { amount: "unknown" }, "9 –"],
  ["no sector yet", { sector: "none" }, "0 –"],
  ["stated region out of scope", { region: "500114" }, "12 347,700"],
])("%s", async (_name, query, expected) => {
  expect(await found(query)).toBe(expected);
});

test.each<[Sector, string]>([
  ["traditional_chinese_medicine", "10 6,200"],
  ["biomedicine_health", "3 4,000"],
  ["new_materials", "1 2,000"],
  ["smart_city", "2 47,790"],
  ["digital_economy", "3 330,000"],
  ["culture_tourism", "2 2,000"],
  ["specialty_agriculture_forestry", "10 22,390"],
  ["food_processing", "9 8,165"],
  ["ecology", "2 8,480"],
  ["specialty_light_industry", "2 9,000"],
  ["modern_services", "2 –"],
  ["technology_services", "2 5,000"],
])("the projects of primary sector %s: %s", async (sector, expected) => {
  expect(await found({ sector })).toBe(expected);
});

test("totals name both bases, coverage and what is jointly led", async () => {
  const { totals } = await list({ region: "500229", unit: "县林业局" });
  expect(totals).toEqual({
    current: { fen: 34_470_000_000, coverage: { known: 10, of: 10 } },
    plan: { fen: 34_470_000_000, coverage: { known: 10, of: 10 } },
    joint: { projects: 6, fen: 17_990_000_000 },
  });
  expect((await list({})).totals.current.coverage).toEqual({ known: 39, of: 48 });
});

test("who sees one region finds nothing of another, whatever the address asks", async () => {
  expect(await found({ region: "500114" }, "reviewer")).toBe("0 –");
  expect(await found({}, "reviewer")).toBe("27 97,325");
  expect(await found({ q: "数据湖" }, "manager")).toBe("0 –");
  expect(await found({}, "administrator")).toBe("0 –");
});

test.each(SORTS)(
  "sorted by %s, the pages in either order are one list and its reverse",
  async (sort) => {
    const ids = async (order: string) => {
      const pages = [1, 2].map((page) => list({ sort, order, page: String(page), pageSize: "25" }));
      return (await Promise.all(pages)).flatMap(({ items }) => items.map(({ id }) => id));
    };
    const [up, down] = [await ids("asc"), await ids("desc")];
    expect(new Set(up).size).toBe(48);
    const viewer = await ledger.viewer("leader");
    const all = await read((tx) =>
      listLedgerIds(tx, viewer, parseFilterUrl({ sort, order: "asc" })),
    );
    expect(up).toEqual(all);
    expect([...down].sort()).toEqual([...up].sort());
  },
);

test("the unknown stands last in either order", async () => {
  for (const order of ["asc", "desc"]) {
    const { items } = await list({ sort: "amount", order, pageSize: "50" });
    expect(items.slice(39).every((item) => item.totalInvestmentFen === null)).toBe(true);
    expect(items.slice(0, 39).every((item) => item.totalInvestmentFen !== null)).toBe(true);
  }
});

test("a withdrawn project is still found, and is out of the current basis only", async () => {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, 1)));
  if (!row) throw new Error("There is a first project.");
  await write((tx) =>
    change(tx, OPERATOR, {
      action: "project.stage_changed",
      regionCode: row.regionCode,
      projectId: row.id,
      rows: [changed("projects", row, { stage: "withdrawn" })],
    }),
  );
  const queries: Record<string, string>[] = [{}, { yearFrom: "2000" }];
  for (const further of queries) {
    const { total, totals } = await list({ region: "500229", ...further });
    expect(total).toBe(27);
    expect(totals.current).toEqual({ fen: 92_225_000_000, coverage: { known: 26, of: 26 } });
    expect(totals.plan).toEqual({ fen: 97_325_000_000, coverage: { known: 27, of: 27 } });
  }
});
