import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { packReading } from "@/lib/document/packed";
import { knowledgeFor } from "@/lib/document/queries";
import { readDocument } from "@/lib/document/read/read";
import { understand } from "@/lib/document/understand/understand";
import { storeImport } from "@/lib/import/commands";
import { sessionOf } from "./test";

export const SAMPLE_CSV = [
  "序号,项目名称,建设单位,建设年限,总投资（万元）,牵头单位",
  "1,红豆杉容器育苗示范,县林业局,2026-2028,1200,县林业局",
  "2,中蜂标准化养殖示范场,企业,2026-2027,约800,县农业农村委",
].join("\n");

/** An import under review in the reviewer's region, made through `lib`. Returns its id. */
export async function sampleImport(fileName = "样例.csv", text = SAMPLE_CSV): Promise<number> {
  const { viewer } = await sessionOf("reviewer");
  const content = Buffer.from(text);
  const document = await readDocument({ name: fileName, bytes: content });
  const knowledge = await read((tx) => knowledgeFor(tx, viewer, "500229"));
  const reading = packReading(understand(document, knowledge));
  const upload = { regionCode: "500229", fileName, content, reading };
  return (await write((tx) => storeImport(tx, viewer, upload))).id;
}
