import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { formatInstant } from "@/lib/dates";
import { createToken, revokeToken } from "@/lib/token/commands";
import { newTokenInput } from "@/lib/token/input";
import { listTokens } from "@/lib/token/queries";
import { type Command, idOf, JSON_OPTION, requiredText, text } from "../tool/command";
import { json, table } from "../tool/print";

export const addToken: Command = {
  about: "Makes a token for /api/v1 that carries one person's rights; prints it, this once",
  options: {
    user: { type: "string", note: "user name of the person" },
    name: { type: "string", note: "what it is for (command line)" },
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const username = requiredText(given, "user");
    const name = text(given, "name") ?? "command line";
    const input = newTokenInput.parse({ username, name });
    const made = await write((tx) => createToken(tx, OPERATOR, input));
    if (given.values.json) return json(made);
    console.error(`Token ${made.id} of ${username}, shown only here. Send it as a bearer token:`);
    return made.token;
  },
};

export const endToken: Command = {
  about: "Ends a token for good",
  options: {},
  words: ["ID"],
  run: async ({ words }) => {
    const tokenId = idOf(words[0]);
    await write((tx) => revokeToken(tx, OPERATOR, { tokenId }));
    return `Token ${tokenId} is revoked.`;
  },
};

export const tokens: Command = {
  about: "Lists the tokens, without their secrets",
  options: JSON_OPTION,
  words: [],
  run: async (given) => {
    const items = await read((tx) => listTokens(tx, OPERATOR));
    if (given.values.json) return json({ items });
    return table(items, [
      { title: "ID", value: ({ id }) => id, align: "right" },
      { title: "User", value: ({ username }) => username },
      { title: "Name", value: ({ name }) => name },
      { title: "Created", value: ({ createdAt }) => formatInstant(createdAt) },
      { title: "Last used", value: ({ lastUsedAt }) => lastUsedAt && formatInstant(lastUsedAt) },
      { title: "Revoked", value: ({ revokedAt }) => revokedAt && formatInstant(revokedAt) },
    ]);
  },
};
