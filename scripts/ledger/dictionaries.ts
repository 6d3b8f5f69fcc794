import { read } from "@/db/client";
import {
  answerOrganizations,
  answerPlans,
  answerRegions,
  answerSectors,
} from "@/lib/api/answers/dictionary-answer";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { formatWan } from "@/lib/money";
import { dictionaryFilterInput } from "@/lib/organization/dictionary";
import { createRegion } from "@/lib/region/commands";
import {
  AS_OF_OPTION,
  type Command,
  JSON_OPTION,
  readGiven,
  requiredText,
  text,
  texts,
} from "./tool/command";
import { json, table } from "./tool/print";

export const organizations: Command = {
  about: "Lists the dictionary of units, with in how many projects each takes part",
  options: {
    q: { type: "string", note: "part of the name, or its pinyin initials" },
    region: { type: "string", multiple: true, note: "region code; may be repeated" },
    kind: { type: "string", note: "department, institution, company, university or park" },
    page: { type: "string", note: "page, from 1" },
    "page-size": { type: "string", note: "units per page, at most 200 (50)" },
    ...AS_OF_OPTION,
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const region = texts(given, "region");
    const filters = dictionaryFilterInput.parse({
      q: text(given, "q"),
      region: region.length > 0 ? region : undefined,
      kind: text(given, "kind"),
      page: text(given, "page"),
      pageSize: text(given, "page-size"),
    });
    const answer = await readGiven(given, (tx) => answerOrganizations(tx, OPERATOR, filters));
    if (given.values.json) return json(answer);
    const lines = table(answer.items, [
      { title: "ID", value: ({ id }) => id, align: "right" },
      { title: "Name", value: ({ name }) => name },
      { title: "Kind", value: ({ kind }) => kind },
      { title: "Region", value: (unit) => unit.region?.name ?? null },
      { title: "Leads", value: ({ projects }) => projects.lead, align: "right" },
      { title: "Supports", value: ({ projects }) => projects.support, align: "right" },
      { title: "Owns", value: ({ projects }) => projects.owner, align: "right" },
      { title: "Hosts", value: ({ projects }) => projects.host, align: "right" },
      { title: "Links", value: ({ links }) => links.map(linkText).join("; ") || null },
    ]);
    return `${lines}\n\nUnits: ${answer.total}`;
  },
};

export const sectors: Command = {
  about: "Lists the twelve sectors, with counts and sums by primary sector",
  options: { ...AS_OF_OPTION, ...JSON_OPTION },
  words: [],
  run: async (given) => {
    const answer = await readGiven(given, (tx) => answerSectors(tx, OPERATOR));
    if (given.values.json) return json(answer);
    return table(answer.items, [
      { title: "Code", value: ({ code }) => code },
      { title: "行业", value: ({ names }) => names["zh-CN"] },
      { title: "Name", value: ({ names }) => names.en },
      { title: "Primary", value: ({ projects }) => projects.primary, align: "right" },
      { title: "Further", value: ({ projects }) => projects.further, align: "right" },
      { title: "万元", value: amount, align: "right" },
    ]);
  },
};

export const regions: Command = {
  about: "Lists counties and districts, with counts and sums",
  options: { ...AS_OF_OPTION, ...JSON_OPTION },
  words: [],
  run: async (given) => {
    const answer = await readGiven(given, (tx) => answerRegions(tx, OPERATOR));
    if (given.values.json) return json(answer);
    return table(answer.items, [
      { title: "Code", value: ({ code }) => code },
      { title: "Name", value: ({ name }) => name },
      { title: "Projects", value: ({ projects }) => projects, align: "right" },
      { title: "Amount known", value: ({ coverage }) => coverage.known, align: "right" },
      { title: "万元", value: amount, align: "right" },
    ]);
  },
};

export const addRegion: Command = {
  about: "Adds a county or district",
  options: {
    code: { type: "string", note: "six digits, GB/T 2260" },
    name: { type: "string", note: "such as 城口县" },
    "short-name": { type: "string", note: "such as 城口" },
  },
  words: [],
  run: async (given) => {
    const code = requiredText(given, "code");
    const name = requiredText(given, "name");
    const shortName = requiredText(given, "short-name");
    await write((tx) => createRegion(tx, OPERATOR, { code, name, shortName }));
    return `Added ${name} (${code}).`;
  },
};

export const plans: Command = {
  about: "Lists the plans, with what their annexes add up to as published",
  options: JSON_OPTION,
  words: [],
  run: async (given) => {
    const answer = await read((tx) => answerPlans(tx, OPERATOR));
    if (given.values.json) return json(answer);
    return table(answer.items, [
      { title: "ID", value: ({ id }) => id, align: "right" },
      { title: "Name", value: ({ name }) => name, max: 60 },
      { title: "Region", value: ({ region }) => region.name },
      { title: "Rows", value: ({ rows }) => rows, align: "right" },
      { title: "万元", value: amount, align: "right" },
    ]);
  },
};

function linkText({ kind, state, name }: { kind: string; state: string; name: string }): string {
  return `${state} ${kind.replace("_", " ")} ${name}`;
}

function amount({ totalInvestmentFen }: { totalInvestmentFen: number | null }): string | null {
  return totalInvestmentFen === null ? null : formatWan(totalInvestmentFen);
}
