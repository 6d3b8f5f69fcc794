import { read, type WriteTx } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { passwordFault } from "@/lib/auth/password/password";
import { hashPassword, oneTimePassword } from "@/lib/auth/secret";
import { formatInstant } from "@/lib/dates";
import { RuleError } from "@/lib/errors";
import { createUser, resetPassword, setUserDisabled } from "@/lib/user/commands";
import { newUser, username } from "@/lib/user/input";
import { findUserId, listUsers } from "@/lib/user/queries";
import { unitIdsOf } from "@/lib/user/rights";
import {
  type Command,
  type Given,
  JSON_OPTION,
  type Options,
  requiredText,
  text,
  texts,
} from "../tool/command";
import { json, table } from "../tool/print";

const PASSWORD_OPTION: Options = {
  "password-stdin": {
    type: "boolean",
    note: "read the first password from standard input; otherwise one is made and printed once",
  },
};

export const addUser: Command = {
  about: "Adds a person; the first password must be changed at the first sign-in",
  options: {
    username: { type: "string", note: "2 to 40 small letters, digits, dots, dashes" },
    name: { type: "string", note: "as it is shown" },
    role: { type: "string", note: "manager, reviewer, leader, auditor or administrator" },
    region: { type: "string", note: "code of the own region" },
    scope: { type: "string", note: "region (the default), or all, for leaders and auditors" },
    unit: { type: "string", multiple: true, note: "a manager's unit, by name; may be repeated" },
    locale: { type: "string", note: "zh-CN (the default) or en" },
    ...PASSWORD_OPTION,
  },
  words: [],
  run: async (given) => {
    const asked = {
      username: requiredText(given, "username"),
      name: requiredText(given, "name"),
      role: requiredText(given, "role"),
      regionCode: text(given, "region") ?? null,
      scope: text(given, "scope"),
      locale: text(given, "locale"),
    };
    const person = newUser.parse(asked);
    const { passwordHash, answer } = await firstPassword(given, person.username);
    await write(async (tx) => {
      const unitIds = await unitIdsOf(tx, person.regionCode, texts(given, "unit"));
      await createUser(tx, OPERATOR, { ...person, unitIds }, { passwordHash, mustChange: true });
    });
    return answer;
  },
};

export const resetUser: Command = {
  about: "Gives a person a new first password and ends the person's sessions",
  options: PASSWORD_OPTION,
  words: ["USERNAME"],
  run: async (given) => {
    const name = username.parse(given.words[0]);
    const { passwordHash, answer } = await firstPassword(given, name);
    await onUser(name, (tx, userId) => resetPassword(tx, OPERATOR, { userId, passwordHash }));
    return answer;
  },
};

export const disableUser: Command = {
  about: "Locks a person out at once; tokens stop too",
  options: {},
  words: ["USERNAME"],
  run: (given) => setDisabled(given, { disabled: true }),
};

export const enableUser: Command = {
  about: "Lets a person in again",
  options: {},
  words: ["USERNAME"],
  run: (given) => setDisabled(given, { disabled: false }),
};

export const users: Command = {
  about: "Lists the users",
  options: { q: { type: "string", note: "part of the name or user name" }, ...JSON_OPTION },
  words: [],
  run: async (given) => {
    const answer = await read((tx) => listUsers(tx, OPERATOR, { q: text(given, "q") ?? "" }));
    if (given.values.json) return json({ total: answer.total, items: answer.users });
    const lines = table(answer.users, [
      { title: "Username", value: (user) => user.username },
      { title: "Name", value: ({ name }) => name },
      { title: "Role", value: ({ role }) => role },
      { title: "Region", value: ({ scope, region }) => (scope === "all" ? "all" : region) },
      { title: "Units", value: ({ units }) => units.join("、") || null },
      { title: "State", value: ({ disabled }) => (disabled ? "disabled" : "enabled") },
      {
        title: "Last sign-in",
        value: ({ lastSignInAt }) => lastSignInAt && formatInstant(lastSignInAt),
      },
    ]);
    return `${lines}\n\nUsers: ${answer.total}`;
  },
};

async function setDisabled(given: Given, { disabled }: { disabled: boolean }): Promise<string> {
  const name = username.parse(given.words[0]);
  await onUser(name, (tx, userId) => setUserDisabled(tx, OPERATOR, { userId, disabled }));
  return `${name} is ${disabled ? "disabled" : "enabled"}.`;
}

/** Throws RuleError for a name that nobody has. */
async function onUser(name: string, act: (tx: WriteTx, userId: number) => Promise<void>) {
  await write(async (tx) => {
    const userId = await findUserId(tx, OPERATOR, name);
    if (userId === null) throw new RuleError("userUnknown", { username: name });
    await act(tx, userId);
  });
}

/** A typed password is held to the rules and not repeated; a made one is shown this once. */
async function firstPassword(given: Given, name: string) {
  if (!given.values["password-stdin"]) {
    const password = oneTimePassword();
    return {
      passwordHash: await hashPassword(password),
      answer: `One-time password of ${name}, shown only here: ${password}`,
    };
  }
  const password = await firstLineOfInput();
  const fault = passwordFault(password, name);
  if (fault) throw new RuleError(fault);
  return {
    passwordHash: await hashPassword(password),
    answer: `${name} signs in with the password given, and then chooses another one.`,
  };
}

async function firstLineOfInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8").split(/\r?\n/)[0] ?? "";
}
