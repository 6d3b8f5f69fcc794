import { and, asc, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { users } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { findViewer } from "@/lib/auth/sessions";
import { findOrganization } from "@/lib/organization/commands";
import { createUser } from "./commands";

const HOME = "500229";
const UNIT = "县林业局";

/** One ready account per role: names that say what they are, no passwords. */
const ACCOUNTS = [
  {
    username: "manager",
    name: "县林业局 填报员",
    role: "manager",
    scope: "region",
    regionCode: HOME,
  },
  {
    username: "reviewer",
    name: "城口县 审核员",
    role: "reviewer",
    scope: "region",
    regionCode: HOME,
  },
  { username: "leader", name: "县领导", role: "leader", scope: "all", regionCode: null },
  { username: "auditor", name: "审计员", role: "auditor", scope: "all", regionCode: HOME },
  {
    username: "administrator",
    name: "系统管理员",
    role: "administrator",
    scope: "region",
    regionCode: null,
  },
] as const;

/** Makes the ready accounts of an evaluation where they are missing. They hold on the data set's regions. */
export async function createEvaluationAccounts(tx: WriteTx): Promise<void> {
  const [any] = await tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.evaluation, true))
    .limit(1);
  if (any) return;
  const unit = await findOrganization(tx, { regionCode: HOME, name: UNIT });
  if (!unit) throw new Error(`The data set has no ${UNIT}.`);
  for (const account of ACCOUNTS) {
    const unitIds = account.role === "manager" ? [unit.id] : [];
    await createUser(
      tx,
      OPERATOR,
      { ...account, unitIds, locale: "zh-CN" },
      { passwordHash: null, mustChange: false, evaluation: true },
    );
  }
}

/** The ready accounts that the sign-in page of an evaluation offers. */
export async function listEvaluationAccounts(
  tx: Tx,
): Promise<{ username: string; name: string; role: Role }[]> {
  return tx
    .select({ username: users.username, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.evaluation, true), eq(users.disabled, false)))
    .orderBy(asc(users.id));
}

/** The ready account of that name, with its rights. Throws where there is none. */
export async function readyViewer(tx: Tx, username: string): Promise<Viewer> {
  const [account] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.username, username), eq(users.evaluation, true)));
  const viewer = account && (await findViewer(tx, account.id));
  if (!viewer) throw new Error(`There is no ready account ${username}.`);
  return viewer;
}
