import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { askChange } from "@/lib/change-request/commands";
import { changeQuestion } from "@/lib/change-request/filters";
import { changeAsked } from "@/lib/change-request/input";
import { ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { changeList } from "../schemas/change";
import { answerChanges } from "./change-answer";

const ledger = testLedger();

test("requests fit their schema, are found by kind, unit and project, and keep to who may see them", async () => {
  const [reviewer, manager] = [await ledger.viewer("reviewer"), await ledger.viewer("manager")];
  for (const id of [14, 11]) {
    const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, id)));
    const input = changeAsked.parse({
      projectId: id,
      version: row?.version,
      kind: "investment",
      totalInvestment: "1,234",
      reasonCode: "market",
      sentence: "询价",
    });
    await write((tx) => askChange(tx, reviewer, input));
  }
  const asked = (query: object, viewer = reviewer) =>
    read((tx) => answerChanges(tx, viewer, translator("en"), changeQuestion.parse(query)));
  const all = changeList.parse(await asked({}));
  expect(all.items.map(({ project }) => project.id)).toEqual([11, 14]);
  expect(all.items[1]?.lines).toMatchObject([{ label: "Total investment" }]);
  expect((await asked({ unit: "县林业局" })).items.map(({ project }) => project.id)).toEqual([14]);
  expect((await asked({ project: "11", kind: "extension" })).total).toBe(0);
  expect((await asked({}, manager)).items.map(({ project }) => project.id)).toEqual([14]);
  const administrator = await ledger.viewer("administrator");
  await expect(asked({}, administrator)).rejects.toThrow(ForbiddenError);
  expect(changeQuestion.safeParse({ kind: "nonsense" }).success).toBe(false);
});
