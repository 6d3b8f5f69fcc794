import { read } from "@/db/client";
import { findings } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { answerFinding, raiseFinding, rectifyFinding } from "@/lib/finding/commands";
import { sessionOf } from "./test";

/** A finding of the auditor against 县林业局, rectified with a file, in the worker's ledger. Returns its id. */
export async function sampleFinding(): Promise<number> {
  const [known] = await read((tx) => tx.select().from(findings));
  if (known) return known.id;
  const { viewer: auditor } = await sessionOf("auditor");
  const { viewer: manager } = await sessionOf("manager");
  const id = await write((tx) =>
    raiseFinding(tx, auditor, {
      title: "完成投资与支付凭证不符",
      text: "抽查发现两处金额不一致。",
      basis: null,
      unit: "县林业局",
      dueOn: "2099-12-31",
      projects: [14],
      events: [1],
    }),
  );
  await write((tx) => answerFinding(tx, manager, { id, version: 1, answer: "情况属实。" }));
  const file = { name: "凭证.pdf", content: new TextEncoder().encode("%PDF-1.4\n") };
  const done = { id, version: 2, rectification: "已更正。", file: "" };
  await write((tx) => rectifyFinding(tx, manager, done, file));
  return id;
}
