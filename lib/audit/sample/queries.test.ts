import { eq } from "drizzle-orm";
import excel from "exceljs";
import { expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { events } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { drawnHref, recordSample, sampleQuery, takeSample } from "./queries";
import { sampleFile } from "./sheet";

const ledger = testLedger();
const asked = sampleQuery.parse({ way: "unit", size: "5", seed: "甲-7" });

test("each drawn project leads to the day of the sample, on the page and in the file, and the seed is there", async () => {
  setClock(() => new Date("2026-11-26T02:00:00.000Z"));
  const auditor = await ledger.viewer("auditor");
  const sample = await read((tx) => takeSample(tx, auditor, asked));
  const drawn = sample.strata.flatMap(({ items }) => items.map(({ id }) => id));
  expect(drawn).toHaveLength(5);
  expect(drawnHref(drawn[0] ?? 0, sample)).toBe(`/projects/${drawn[0]}?asOf=2026-11-26`);
  const workbook = new excel.Workbook();
  const bytes = await sampleFile(translator("zh-CN"), asked, sample);
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const texts: string[] = [];
  workbook.worksheets[0]?.eachRow((row) => texts.push(String((row.values as unknown[]).join("|"))));
  for (const id of drawn)
    expect(texts.some((text) => text.includes(`/projects/${id}?asOf=2026-11-26`))).toBe(true);
  expect(texts.join("\n")).toContain("甲-7");
  expect(texts.join("\n")).toContain(sample.head.hash);
  await write((tx) => recordSample(tx, auditor, sample));
  const [event] = await read((tx) =>
    tx.select().from(events).where(eq(events.action, "sample.exported")),
  );
  expect(JSON.parse(event?.payload ?? "{}").details).toMatchObject({
    seed: "甲-7",
    day: "2026-11-26",
    atSeq: sample.head.seq,
    drawn,
  });
});

test("nobody but those who audit draws samples", async () => {
  for (const role of ["manager", "reviewer", "leader", "administrator"]) {
    const viewer = await ledger.viewer(role);
    await expect(read((tx) => takeSample(tx, viewer, asked))).rejects.toThrow(ForbiddenError);
  }
});
