import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { attachFile } from "@/lib/change-request/attachment/commands";
import { makeBatch } from "@/lib/change-request/batch/commands";
import { askChange } from "@/lib/change-request/commands";
import { changeAsked } from "@/lib/change-request/input";
import { sessionOf } from "./test";

/** Led by 县林业局, which the ready manager reports for. */
const TIANMA = 14;

/** A request that the manager asked for and, in a batch of its own, one that the reviewer asked for. Returns their ids. */
export async function sampleChange(
  end = "2026-12",
): Promise<{ asked: number; batched: number; batch: number }> {
  const [{ viewer: manager }, { viewer: reviewer }] = [
    await sessionOf("manager"),
    await sessionOf("reviewer"),
  ];
  const ask = async (actor: typeof manager, fields: Record<string, string>) => {
    const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, TIANMA)));
    const input = changeAsked.parse({
      projectId: TIANMA,
      version: row?.version,
      reasonCode: "funding",
      sentence: "资金到位推迟",
      ...fields,
    });
    return write((tx) => askChange(tx, actor, input));
  };
  const asked = await ask(manager, { kind: "extension", end });
  const batched = await ask(reviewer, { kind: "investment", totalInvestment: "650" });
  const content = Buffer.from("%PDF-1.4\n%%EOF\n");
  await write((tx) => attachFile(tx, manager, { requestId: asked, fileName: "请示.pdf", content }));
  const document = { name: "中期调整", documentNumber: null, documentOn: null, request: [batched] };
  const batch = await write((tx) => makeBatch(tx, reviewer, document));
  return { asked, batched, batch };
}
