import { readFileSync } from "node:fs";
import type { Action } from "../entrances/entrances";

type Manifest = {
  node: Record<
    string,
    { filename: string; exportedName: string; workers: Record<string, unknown> }
  >;
};

/** Calls a server action as React does from a page: the address to post to, the headers and the body. */
export function actionCall(action: Action): {
  path: string;
  headers: Record<string, string>;
  body: string;
} {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as Manifest;
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) =>
      filename === `app/${action.file}` && exportedName === action.name,
  );
  if (!found) throw new Error(`The build has no action ${action.file} ${action.name}.`);
  const [id, { workers }] = found;
  const boundary = "----ledger-test";
  return {
    path: addressOf(Object.keys(workers)),
    headers: {
      "next-action": id,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    body: `${parts(action)
      .map(
        ([name, value]) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      .join("")}--${boundary}--\r\n`,
  };
}

/** React's encoding of the arguments: a form is a reference, its fields carry the reference's number. */
function parts({ takes, form }: Action): [string, string][] {
  const fields = Object.entries(form).map(
    ([name, value]) => [`_1_${name}`, value] as [string, string],
  );
  const idle = { status: "idle", values: {}, errors: {}, message: null, current: {} };
  const args = { state: [idle, "$K1"], plain: ["$K1"], none: [] }[takes];
  return [...(takes === "none" ? [] : fields), ["0", JSON.stringify(args)]];
}

/** A page that offers the action, with ids that exist. */
function addressOf(pages: string[]): string {
  const plain = [...pages].sort((one, other) => one.length - other.length)[0] ?? "";
  return plain
    .replace(/^app/, "")
    .replace(/\/\([\w-]+\)/g, "")
    .replace(/\/page$/, "")
    .replace(/\[\w+\]/g, "1");
}
