import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { memberships, organizations, users, usersHistory } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import { added, changed, type RowChange } from "@/lib/audit/change";
import { RuleError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import type { Rights } from "./input";

/**
 * Managers and reviewers belong to one region; managers, and they alone, report for units, of their region or of none.
 * Throws RuleError.
 */
export async function assertSoundRights(tx: Tx, rights: Rights): Promise<void> {
  const { role, scope, regionCode, unitIds } = rights;
  const bound = role === "manager" || role === "reviewer";
  if (bound && scope === "all") throw new RuleError("scopeAllForReaders", {}, "scope");
  if (role !== "administrator" && scope === "region" && regionCode === null) {
    throw new RuleError("regionRequired", {}, "regionCode");
  }
  if (regionCode !== null && !(await findRegion(tx, regionCode))) {
    throw new RuleError("regionUnknown", { code: regionCode }, "regionCode");
  }
  if ((role === "manager") !== unitIds.length > 0)
    throw new RuleError("unitsForManagers", {}, "units");
  await assertUnitsOf(tx, regionCode, unitIds);
}

/** Roles that approve or audit what others enter. */
const APPROVING: readonly Role[] = ["reviewer", "leader", "auditor"];

/** Whether a role approves or audits, which those who grant rights never do. */
export function approves(role: Role): boolean {
  return APPROVING.includes(role);
}

/**
 * Who grants rights neither approves nor audits: an account that ever was an administrator's never gets such a role, and
 * nobody has an administrator's account beside one that approves or audits. Throws RuleError.
 */
export async function assertSeparation(
  tx: Tx,
  person: { id: number | null; name: string; role: Role },
): Promise<void> {
  if (person.id !== null && approves(person.role)) {
    const [granted] = await tx
      .select({ id: usersHistory.id })
      .from(usersHistory)
      .where(and(eq(usersHistory.id, person.id), eq(usersHistory.role, "administrator")))
      .limit(1);
    if (granted) throw new RuleError("granterNeverApproves", {}, "role");
  }
  const opposite: readonly Role[] = approves(person.role)
    ? ["administrator"]
    : person.role === "administrator"
      ? APPROVING
      : [];
  const namesakes = await tx
    .select({ id: users.id })
    .from(users)
    .where(
      and(eq(users.name, person.name), eq(users.disabled, false), inArray(users.role, opposite)),
    );
  if (namesakes.some(({ id }) => id !== person.id))
    throw new RuleError("granterNamesake", { name: person.name }, "role");
}

async function assertUnitsOf(tx: Tx, regionCode: string | null, unitIds: number[]): Promise<void> {
  const found = await tx
    .select({ regionCode: organizations.regionCode })
    .from(organizations)
    .where(inArray(organizations.id, unitIds));
  const fitting = found.filter(
    (unit) => unit.regionCode === null || unit.regionCode === regionCode,
  );
  if (fitting.length !== new Set(unitIds).size) throw new RuleError("unitElsewhere", {}, "units");
}

/** What has to change so that the person reports for exactly these units. */
export async function membershipRows(
  tx: WriteTx,
  userId: number,
  unitIds: number[],
): Promise<RowChange[]> {
  const known = await tx.select().from(memberships).where(eq(memberships.userId, userId));
  const rows: RowChange[] = known
    .filter((row) => row.active !== unitIds.includes(row.organizationId))
    .map((row) => changed("memberships", row, { active: !row.active }));
  const missing = new Set(unitIds.filter((id) => !known.some((row) => row.organizationId === id)));
  for (const [at, organizationId] of [...missing].entries()) {
    rows.push(await added(tx, "memberships", { userId, organizationId, active: true }, at));
  }
  return rows;
}

/** The dictionary's ids of these names, in the region or without one. Throws RuleError for the first unknown name. */
export async function unitIdsOf(
  tx: Tx,
  regionCode: string | null,
  names: string[],
): Promise<number[]> {
  const inRegion = isNull(organizations.regionCode);
  const found = await tx
    .select({
      id: organizations.id,
      name: organizations.name,
      regionCode: organizations.regionCode,
    })
    .from(organizations)
    .where(
      and(
        inArray(organizations.name, names),
        regionCode === null ? inRegion : or(inRegion, eq(organizations.regionCode, regionCode)),
      ),
    );
  return names.map((name) => {
    const namesakes = found.filter((unit) => unit.name === name);
    const unit = namesakes.find((one) => one.regionCode !== null) ?? namesakes[0];
    if (!unit) throw new RuleError("unitUnknown", { name }, "units");
    return unit.id;
  });
}
