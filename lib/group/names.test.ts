import { expect, test } from "vitest";
import { read, type Tx } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { createOrganization } from "@/lib/organization/commands";
import { renameOrganization } from "@/lib/organization/edit/commands";
import { testLedger } from "@/lib/test-ledger";
import { namesOf } from "./names";

testLedger();
const nameOf = async (tx: Tx, id: number) =>
  (await namesOf(tx, "lead", [String(id)])).get(String(id))?.name;
const body = { regionCode: "500229", kind: "department" } as const;
const reason = "核对原件";

test("what a body is called is read anew once it has another name, even one that no project names", async () => {
  const id = await write((tx) => createOrganization(tx, OPERATOR, { ...body, name: "县甲局" }));
  expect(await read((tx) => nameOf(tx, id))).toBe("县甲局");
  await write((tx) => renameOrganization(tx, OPERATOR, { id, version: 1, name: "县乙局", reason }));
  expect(await read((tx) => nameOf(tx, id))).toBe("县乙局");
});

test("a name that is given up leaves no trace", async () => {
  const id = await write((tx) => createOrganization(tx, OPERATOR, { ...body, name: "县丙局" }));
  const rename = (name: string, giveUp: boolean) =>
    write(async (tx) => {
      await renameOrganization(tx, OPERATOR, { id, version: 1, name, reason });
      expect(await nameOf(tx, id)).toBe(name);
      if (giveUp) throw new Error("given up");
    });
  await expect(rename("县丁局", true)).rejects.toThrow("given up");
  expect(await read((tx) => nameOf(tx, id))).toBe("县丙局");
  await rename("县戊局", false);
  expect(await read((tx) => nameOf(tx, id))).toBe("县戊局");
});
