import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { packReading } from "@/lib/document/packed";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { testLedger } from "@/lib/test-ledger";
import { decide, storeImport } from "../commands";
import { WHOLE_TABLE } from "../decision";
import { publishImport } from "../publish/commands";
import { loadReview } from "./queries";

const ledger = testLedger();
const LINES = [
  "序号,项目名称,建设单位,建设年限,总投资（万元）,牵头单位",
  "1,梯田灌渠修复,县水利局,2026-2027,300,县水利局",
  ",其中：上级补助,,,200,",
  ",合计,,,500,",
];

async function upload(viewer: Viewer): Promise<number> {
  const [fileName, content] = ["梯田规划.csv", Buffer.from(LINES.join("\n"))];
  const document = await readDocument({ name: fileName, bytes: content });
  const reading = packReading(understand(document, { organizations: [] }));
  const file = { regionCode: "500229", fileName, content, reading };
  return (await write((tx) => storeImport(tx, viewer, file))).id;
}

test("a row that was not read and a total that differs wait for a person, who may confirm them", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const id = await upload(reviewer);
  const review = () => read((tx) => loadReview(tx, reviewer, id));
  const publish = async () => {
    const { version } = (await review()).row;
    return write((tx) => publishImport(tx, reviewer, { importId: id, version }));
  };
  const blocks = async () => (await review()).blocks.map(({ key }) => key);
  const confirm = (code: string, field: "totalInvestmentWan" | null) =>
    write((tx) =>
      decide(tx, reviewer, {
        importId: id,
        kind: "accept",
        table: 0,
        row: WHOLE_TABLE,
        code,
        field,
      }),
    );
  expect(await blocks()).toEqual(["rows"]);
  await expect(publish()).rejects.toMatchObject({ key: "importBlocked" });
  await confirm("row_unread", null);
  expect(await blocks()).toEqual(["rows"]);
  await confirm("total_differs", "totalInvestmentWan");
  expect(await blocks()).toEqual([]);
  expect(await publish()).toBe(1);
});
