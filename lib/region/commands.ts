import type { WriteTx } from "@/db/client";
import { added, change } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { findRegion, type Region } from "./queries";

/** Makes a county or district known. `code` is its GB/T 2260 code of six digits. */
export async function createRegion(tx: WriteTx, actor: Actor, region: Region): Promise<void> {
  assertCan(actor, "plan.manage", { regionCode: region.code });
  if (!/^\d{6}$/.test(region.code))
    throw new RuleError("regionCode", { code: region.code }, "code");
  if (await findRegion(tx, region.code))
    throw new RuleError("regionExists", { code: region.code }, "code");
  const row = await added(tx, "regions", region);
  await change(tx, actor, { action: "region.created", regionCode: region.code, rows: [row] });
}
