import { expect, test } from "vitest";
import { read } from "@/db/client";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { parseFilterUrl } from "./filter-url";
import { listLedger } from "./queries";

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
])("%s", async (_name, query, expected) => {
  expect(await found(query)).toBe(expected);
});
