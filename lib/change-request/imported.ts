import { and, count, eq, inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { changeRequests } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { makeBatch } from "./batch/commands";
import { BATCH_MAX } from "./batch/input";
import type { Why } from "./why";

type Document = {
  id: number;
  regionCode: string;
  fileName: string;
  documentNumber: string | null;
  publishedOn: string | null;
  basisNumber: string | null;
  basisOn: string | null;
};

/** The change requests of one import, together in a batch that is made with the first of them; a full one is followed by another. */
export class ImportRequests {
  count = 0;
  #batchId = 0;

  constructor(
    private readonly tx: WriteTx,
    private readonly actor: Actor,
    private readonly document: Document,
  ) {}

  /** What the next request carries: its kind of reason, and the document it rests on, else the plan's own. */
  async target({ reasonCode, documentNumber, documentOn }: Omit<Why, "reason">) {
    const { id, regionCode, fileName, basisNumber, basisOn } = this.document;
    if (reasonCode === null) throw new RuleError("required", {}, "reasonCode");
    if (this.count % BATCH_MAX === 0) {
      const part = this.count / BATCH_MAX + 1;
      this.#batchId = await makeBatch(
        this.tx,
        this.actor,
        {
          name: part === 1 ? fileName : `${fileName}（${part}）`,
          ...this.#documentOf(basisNumber, basisOn),
          request: [],
        },
        { regionCode, importId: id },
      );
    }
    this.count += 1;
    return {
      importId: id,
      batchId: this.#batchId,
      reasonCode,
      ...this.#documentOf(documentNumber, documentOn),
    };
  }

  #documentOf(documentNumber: string | null, documentOn: string | null) {
    if (documentNumber !== null || documentOn !== null) return { documentNumber, documentOn };
    const plan = this.document;
    return { documentNumber: plan.documentNumber, documentOn: plan.publishedOn };
  }
}

/** Takes back what a reverted import asked for and nobody has decided. */
export async function withdrawImported(tx: WriteTx, actor: Actor, importId: number): Promise<void> {
  const open = await tx
    .select()
    .from(changeRequests)
    .where(
      and(
        eq(changeRequests.importId, importId),
        inArray(changeRequests.state, ["asked", "checked"]),
      ),
    );
  for (const request of open) {
    await change(tx, actor, {
      action: "change.withdrawn",
      regionCode: request.regionCode,
      projectId: request.projectId,
      details: { change: request.kind, name: request.projectName, request: request.id },
      rows: [changed("change_requests", request, { state: "withdrawn" })],
    });
  }
}

/** How many requests an import brought, by the batch they stand in. */
export async function requestsOfImport(tx: Tx, importId: number) {
  return tx
    .select({ batchId: changeRequests.batchId, n: count() })
    .from(changeRequests)
    .where(eq(changeRequests.importId, importId))
    .groupBy(changeRequests.batchId);
}
