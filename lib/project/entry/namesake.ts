import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import { listNamesakes } from "../queries";

/** Throws RuleError `similarName` where a project of the region has nearly the same name. */
export async function assertNoNamesake(
  tx: Tx,
  actor: Actor,
  regionCode: string,
  name: string,
): Promise<void> {
  const found = await listNamesakes(tx, actor, regionCode, name);
  if (found.length > 0) {
    const names = found.map((project) => `“${project.name}”`).join("、");
    throw new RuleError("similarName", { names }, "confirmSimilar");
  }
}
