import { expect, test } from "vitest";
import { understand } from "@/lib/document/understand/understand";
import { CORPUS } from "./bench-import";
import { scoreOf } from "./score";

test.each(CORPUS.map((one) => [one.what, one] as const))(
  "reads %s without a silent error",
  async (_, one) => {
    const document = await one.document();
    const { silent, fields, right } = scoreOf(one, understand(document, { organizations: [] }));
    expect(silent).toEqual([]);
    expect(right).toBe(fields - (one.unread ?? 0));
  },
);

test("a wrong value without a mark is told from one with a mark", async () => {
  const [one] = CORPUS;
  if (!one) throw new Error("The corpus is empty");
  const document = await one.document();
  const reading = understand(document, { organizations: [] });
  const [project] = reading.tables[0]?.projects ?? [];
  if (!project) throw new Error("Nothing was read");
  project.totalInvestmentWan = 1;
  expect(scoreOf(one, reading).silent).toHaveLength(1);
  project.issues.push({
    code: "cell_unsure",
    weight: "doubt",
    field: "totalInvestmentWan",
    row: project.row,
    column: 4,
    parameters: {},
  });
  expect(scoreOf(one, reading)).toMatchObject({ silent: [], marked: 1 });
});
