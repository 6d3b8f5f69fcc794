import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { failed } from "@/app/mutation/form-action";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { updateProjectDetails } from "@/lib/project/details/commands";
import { projectDetails } from "@/lib/project/details/input";
import { testLedger } from "@/lib/test-ledger";

vi.mock("next/cache", () => ({ refresh: () => {} }));

/** 200 in `npm run reliability` and in the usual run alike: it takes a second. */
const SAVES = 200;
const PROJECT = 14;

testLedger();

test("of 200 concurrent saves of one version one wins, and 199 see both values", async () => {
  const typed = Array.from({ length: SAVES }, (_, at) => ({
    id: String(PROJECT),
    version: "1",
    contact: `联系人${at}`,
  }));
  const answers = await Promise.all(
    typed.map(async (values) => {
      try {
        await write((tx) => updateProjectDetails(tx, OPERATOR, projectDetails.parse(values)));
        return null;
      } catch (error) {
        return failed(translator("zh-CN"), values, error);
      }
    }),
  );
  const won = answers.flatMap((answer, at) => (answer === null ? [at] : []));
  expect(won).toHaveLength(1);
  const winner = typed[won[0] ?? -1]?.contact;
  const [stored] = await read((tx) => tx.select().from(projects).where(eq(projects.id, PROJECT)));
  expect(stored).toMatchObject({ contact: winner, version: 2 });
  for (const [at, answer] of answers.entries()) {
    if (answer === null) continue;
    expect(answer.status).toBe("conflict");
    expect(answer.values.contact).toBe(typed[at]?.contact);
    expect(answer.current.contact).toBe(winner);
  }
});
