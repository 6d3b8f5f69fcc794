import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ProjectFact, UnitFact } from "@/db/seed/facts";
import { ORGANIZATIONS } from "@/db/seed/organizations";
import { PLANS } from "@/db/seed/plans";
import type { Paragraph, ProjectReading, TableReading, UnitReading } from "@/lib/document/document";
import { understand } from "./understand";
import { plain } from "./values/plain";

/** The planning documents lie beside the repository, not in it. */
const folder = fileURLToPath(new URL("../../../../shared/documents/", import.meta.url));
const absent = !existsSync(folder);
const knowledge = {
  organizations: ORGANIZATIONS.map(({ name, kind }) => ({ name, aliases: [], kind })),
};

function readingOf(key: string) {
  const lines = readFileSync(`${folder}${key}.txt`, "utf8").split("\n");
  const blocks = lines.map(
    (text, at): Paragraph => ({
      kind: "paragraph",
      location: { sheet: null, page: null, line: at + 1 },
      text,
    }),
  );
  return understand({ format: "txt", blocks }, knowledge);
}

function tablesOf(key: string, kind: TableReading["kind"]): TableReading[] {
  return readingOf(key).tables.filter((table) => table.kind === kind);
}

describe.each(PLANS)("$key", ({ key, projects }) => {
  test.skipIf(absent)("is read as the embedded data has it, field by field", () => {
    const read = tablesOf(key, "projects").flatMap((table) => table.projects);
    expect(read.map(valuesRead)).toEqual(projects.map(valuesOf));
  });

  test.skipIf(absent)("keeps every quantity of the content", () => {
    const read = tablesOf(key, "projects").flatMap((table) => table.projects);
    projects.forEach(({ content, name }, at) => {
      expect(quantities(read[at]?.content ?? ""), name).toEqual(quantities(content));
    });
  });

  test.skipIf(absent)("asks nothing that the document does not leave open", () => {
    const marks = readingOf(key).tables.flatMap(({ issues, projects, indicators }) =>
      [issues, ...[...projects, ...indicators].map((row) => row.issues)].flat(),
    );
    const asked = marks.filter(({ weight }) => weight !== "notice").map(({ code }) => code);
    const expected = {
      chengkou: ["seq_gap"],
      qianjiang: ["unit_assumed"],
      dianjiang: ["host_cut"],
    };
    expect(asked).toEqual(expected[key]);
  });
});

test.skipIf(absent)("the project tables add up to what the plans publish", () => {
  expect(tablesOf("chengkou", "projects").map(({ totalWan }) => totalWan)).toEqual([97_325]);
  expect(tablesOf("qianjiang", "projects").map(({ totalWan }) => totalWan)).toEqual([347_700]);
  const boxes = tablesOf("dianjiang", "projects");
  expect(boxes.map(({ candidate, projects }) => [candidate, projects.length])).toEqual([
    [true, 4],
    [true, 5],
  ]);
});

test.skipIf(absent)(
  "every value of Qianjiang's row 12 knows its cell, and the assumed unit is said",
  () => {
    const [table] = tablesOf("qianjiang", "projects");
    const project = table?.projects[11];
    expect(project?.totalInvestmentWan).toBe(2000);
    expect(project?.sources.totalInvestmentWan).toEqual({
      row: 12,
      column: 6,
      header: "投资规模",
      raw: "2000万",
      rule: "amount.wan",
    });
    expect(project?.issues).toContainEqual({
      code: "unit_assumed",
      weight: "doubt",
      field: "totalInvestmentWan",
      row: 12,
      column: 6,
      parameters: { unit: "万元" },
    });
  },
);

test.skipIf(absent)("indicator tables are read with their signs", () => {
  const count = (key: string) =>
    tablesOf(key, "indicators").map(({ indicators }) => indicators.length);
  expect([count("chengkou"), count("qianjiang"), count("dianjiang")]).toEqual([
    [9, 10],
    [10, 10],
    [13],
  ]);
  const [actual] = tablesOf("chengkou", "indicators");
  expect(actual?.indicators[0]).toMatchObject({ seq: null, name: "R&D", unit: "%" });
  const [estimated, added] = tablesOf("qianjiang", "indicators");
  expect(estimated?.indicators[0]?.values[1]).toMatchObject({ value: 0.5, meaning: "指标预估值" });
  expect(added?.indicators[9]?.values[0]?.meaning).toContain("新增累计值");
  const [stock] = tablesOf("dianjiang", "indicators");
  const valuesOfRow = (row: number) => stock?.indicators[row]?.values.map(({ value }) => value);
  expect(valuesOfRow(0)).toEqual([null, null, 15]);
  expect(stock?.indicators[4]?.values[0]).toMatchObject({
    raw: "30*",
    value: 30,
    meaning: "预计数",
  });
  expect(stock?.indicators[6]?.values[0]).toMatchObject({ value: 216, meaning: "累计数" });
});

test.skipIf(absent)("nothing is invented where there is no table", () => {
  expect(readingOf("wusheng").tables).toEqual([]);
  expect(readingOf("chongqing").tables).toEqual([]);
});

function valuesRead(project: ProjectReading) {
  const units = (list: UnitReading[], role: UnitReading["role"]) =>
    list
      .filter((unit) => unit.role === role)
      .map(({ name, entryKind, openCount }) => ({ name, entryKind, openCount }));
  const { seq, name, start, end, durationYears, totalInvestmentWan, field } = project;
  const owners = units(project.owners, "owner");
  const hosts = units(project.owners, "host");
  return {
    seq,
    name,
    start,
    end,
    durationYears,
    totalInvestmentWan,
    field,
    owners,
    hosts,
    leads: units(project.leads, "lead"),
  };
}

function valuesOf(fact: ProjectFact): ReturnType<typeof valuesRead> {
  const units = (list: UnitFact[]) =>
    list.map((unit) => ({
      name: unit.text,
      entryKind: unit.kind,
      openCount: unit.kind === "open_list" ? unit.count : null,
    }));
  const { name, start, end, durationYears, totalInvestmentWan, field } = fact;
  const [owners, hosts, leads] = [units(fact.owners), units(fact.hosts), units(fact.leads)];
  return {
    seq: fact.sourceRow,
    name,
    start,
    end,
    durationYears,
    totalInvestmentWan,
    field,
    owners,
    hosts,
    leads,
  };
}

/** Each number with its range and unit. */
function quantities(text: string): string[] {
  const words = plain(text).replace(/(?<=\d)[~～〜—-](?=\d)/g, "~");
  return (words.match(/\d+(?:\.\d+)?(?:~\d+)?[万P]?\p{L}/gu) ?? []).sort();
}
