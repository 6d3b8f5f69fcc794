import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { users } from "@/db/schema";
import type { Role } from "@/db/vocabulary";
import { write } from "@/lib/audit/write";
import { testLedger } from "@/lib/test-ledger";
import { createToken } from "@/lib/token/commands";
import { changeRights, createUser, setUserDisabled } from "./commands";

const ledger = testLedger();
const SECRET = { passwordHash: null, mustChange: false };
const APPROVING = ["reviewer", "leader", "auditor"] as const satisfies Role[];

test("an account that ever granted rights never approves or audits", async () => {
  const administrator = await ledger.viewer("administrator");
  const id = await make("granter", "王五", "administrator");
  for (const role of APPROVING)
    await expect(give(id, role)).rejects.toMatchObject({ key: "granterNeverApproves" });
  await give(id, "manager");
  for (const role of APPROVING)
    await expect(give(id, role)).rejects.toMatchObject({ key: "granterNeverApproves" });
  expect(administrator.id).not.toBe(id);
});

test("nobody has an administrator's account beside one that approves or audits", async () => {
  await make("zhao-admin", "赵六", "administrator");
  for (const role of APPROVING)
    await expect(make(`zhao-${role}`, "赵六", role)).rejects.toMatchObject({
      key: "granterNamesake",
    });
  const reviewer = await make("qian", "钱七", "reviewer");
  await expect(make("qian-admin", "钱七", "administrator")).rejects.toMatchObject({
    key: "granterNamesake",
  });
  const administrator = await ledger.viewer("administrator");
  const locked = (disabled: boolean) => ({ userId: reviewer, disabled });
  await write((tx) => setUserDisabled(tx, administrator, locked(true)));
  await make("qian-admin", "钱七", "administrator");
  await expect(
    write((tx) => setUserDisabled(tx, administrator, locked(false))),
  ).rejects.toMatchObject({ key: "granterNamesake" });
});

test("an administrator makes no token that could approve or audit", async () => {
  const administrator = await ledger.viewer("administrator");
  const make = (username: string) =>
    write((tx) => createToken(tx, administrator, { username, name: "接口" }));
  for (const role of APPROVING)
    await expect(make(role)).rejects.toMatchObject({ key: "tokenOfApprover" });
  expect((await make("manager")).token).toMatch(/\w{20,}/);
});

async function make(username: string, name: string, role: Role): Promise<number> {
  const administrator = await ledger.viewer("administrator");
  const regionCode = role === "administrator" ? null : "500229";
  const person = { username, name, role, scope: "region", regionCode, locale: "zh-CN" } as const;
  const input = { ...person, unitIds: role === "manager" ? [3] : [] };
  return write((tx) => createUser(tx, administrator, input, SECRET));
}

async function give(userId: number, role: Role): Promise<void> {
  const administrator = await ledger.viewer("administrator");
  const [user] = await read((tx) => tx.select().from(users).where(eq(users.id, userId)));
  const unitIds = role === "manager" ? [3] : [];
  const rights = { role, scope: "region", regionCode: "500229", unitIds } as const;
  await write((tx) =>
    changeRights(tx, administrator, { userId, version: user?.version ?? 0, ...rights, unitIds }),
  );
}
