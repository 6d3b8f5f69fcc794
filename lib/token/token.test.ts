import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { apiTokens, events } from "@/db/schema";
import { record } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { ForbiddenError } from "@/lib/errors";
import { TODAY, testLedger } from "@/lib/test-ledger";
import { setUserDisabled } from "@/lib/user/commands";
import { authenticate, createToken, revokeToken } from "./commands";
import { listTokens } from "./queries";
import { bearerToken } from "./token";

const ledger = testLedger();
const EVALUATION = { evaluation: true };

function tokenFor(username: string) {
  return write((tx) => createToken(tx, OPERATOR, { username, name: "test" }));
}

test("a token carries the rights of its person, and only its hash is stored", async () => {
  const { id, token } = await tokenFor("manager");
  const viewer = await authenticate(token, EVALUATION);
  expect(viewer).toEqual({ ...(await ledger.viewer("manager")), tokenName: "test" });
  const stored = await read((tx) => tx.select().from(apiTokens).where(eq(apiTokens.id, id)));
  expect(JSON.stringify(stored)).not.toContain(token.slice(4));
  const [created] = await eventsOf("token.created", id);
  expect(created?.payload).toContain('"username":"manager"');
  expect(created?.payload).not.toContain(token.slice(4));
});

test("a revoked token opens nothing, and trying it is recorded once a minute", async () => {
  const { id, token } = await tokenFor("auditor");
  expect(await authenticate(token, EVALUATION)).not.toBeNull();
  await write((tx) => revokeToken(tx, OPERATOR, { tokenId: id }));
  setClock(() => new Date(`${TODAY}T03:00:00.000Z`));
  expect(await authenticate(token, EVALUATION)).toBeNull();
  expect(await authenticate(token, EVALUATION)).toBeNull();
  expect(await eventsOf("token.revoked", id)).toHaveLength(1);
  expect(await eventsOf("token.refused", id)).toHaveLength(1);
  const listed = await read((tx) => listTokens(tx, OPERATOR));
  expect(listed.find((entry) => entry.id === id)).toMatchObject({
    username: "auditor",
    revokedAt: `${TODAY}T02:00:00.000Z`,
    lastUsedAt: `${TODAY}T03:00:00.000Z`,
  });
});

test("a disabled person's token opens nothing until the person is let in again", async () => {
  const { token } = await tokenFor("reviewer");
  const { id: userId } = await ledger.viewer("reviewer");
  await write((tx) => setUserDisabled(tx, OPERATOR, { userId, disabled: true }));
  expect(await authenticate(token, EVALUATION)).toBeNull();
  await expect(tokenFor("reviewer")).rejects.toMatchObject({ key: "userDisabled" });
  await write((tx) => setUserDisabled(tx, OPERATOR, { userId, disabled: false }));
  expect(await authenticate(token, EVALUATION)).toMatchObject({ username: "reviewer" });
});

test("on a production server the ready accounts of an evaluation have no way in", async () => {
  const { token } = await tokenFor("leader");
  expect(await authenticate(token, { evaluation: false })).toBeNull();
});

test("what a program does names its token; what the same person does on a page does not", async () => {
  const { token } = await tokenFor("reviewer");
  const user = await ledger.viewer("reviewer");
  const byToken = await authenticate(token, { evaluation: true });
  if (!byToken) throw new Error("The token opens nothing.");
  const [one, other] = [
    await write((tx) => record(tx, byToken, { action: "ledger.exported" })),
    await write((tx) => record(tx, user, { action: "ledger.exported" })),
  ];
  const actorOf = async (seq: number) => {
    const [event] = await read((tx) => tx.select().from(events).where(eq(events.seq, seq)));
    return JSON.parse(event?.payload ?? "{}").actor;
  };
  const { kind, id, name } = user;
  expect(await actorOf(one)).toEqual({ kind, id, name, token: byToken.tokenName });
  expect(await actorOf(other)).toEqual({ kind, id, name });
});

test("only the administrator makes, lists and revokes tokens", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const administrator = await ledger.viewer("administrator");
  const input = { username: "manager", name: "x" };
  await expect(write((tx) => createToken(tx, reviewer, input))).rejects.toThrow(ForbiddenError);
  await expect(read((tx) => listTokens(tx, reviewer))).rejects.toThrow(ForbiddenError);
  const { id } = await write((tx) => createToken(tx, administrator, input));
  await expect(write((tx) => revokeToken(tx, reviewer, { tokenId: id }))).rejects.toThrow(
    ForbiddenError,
  );
  await write((tx) => revokeToken(tx, administrator, { tokenId: id }));
});

test.each([
  ["Bearer kpl_short", false],
  ["Basic kpl_0000000000000000000000000000000000000000000", false],
  ["Bearer kpl_0000000000000000000000000000000000000000000", true],
  ["bearer  kpl_0000000000000000000000000000000000000000000", true],
  [null, false],
])("the header %s has a token: %s", (header, has) => {
  expect(bearerToken(header) !== null).toBe(has);
});

function eventsOf(action: "token.created" | "token.revoked" | "token.refused", tokenId: number) {
  return read((tx) =>
    tx
      .select()
      .from(events)
      .where(
        sql`${events.action} = ${action} AND json_extract(${events.payload}, '$.details.tokenId') = ${tokenId}`,
      ),
  );
}
