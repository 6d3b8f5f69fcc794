import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { OPERATOR } from "@/lib/auth/actor";
import { attachment } from "@/lib/export/file-name";
import { testLedger } from "@/lib/test-ledger";
import { change, changed, record } from "../change";
import { write } from "../write";
import { verifyHistory } from "./verify";

testLedger();

test.each([
  ["half of a character", "张\ud83d三", "张\ufffd三"],
  ["a character of two halves", "张😀三", "张😀三"],
  ["a zero", "张\u0000三", "张\u0000三"],
])("%s in what a person typed leaves row, event and history the same", async (_, typed, kept) => {
  await write(async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, 14));
    if (!project) throw new Error("no project");
    await change(tx, OPERATOR, {
      action: "project.details_updated",
      projectId: 14,
      reason: typed,
      rows: [changed("projects", project, { contact: typed })],
    });
    await record(tx, OPERATOR, { action: "ledger.exported", details: { name: typed } });
  });
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, 14)));
  expect(row?.contact).toBe(kept);
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});

test("a file name that was cut within a character can still be downloaded", () => {
  expect(attachment("现场\ud83d.pdf")).toContain("%EF%BF%BD.pdf");
});
