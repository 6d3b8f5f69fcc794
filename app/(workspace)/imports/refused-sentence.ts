import type { MessageKey, Translator } from "@/lib/language/translator";

type Query = Record<string, string | string[] | undefined>;

/** Why the document of a plain form was refused, from the address it was sent back to; null where it was not. */
export function refusedSentence(t: Translator, { refused, ...rest }: Query): string | null {
  if (typeof refused !== "string") return null;
  const key = `document.refused.${refused}`;
  if (!/^[a-z_]{2,20}$/.test(refused) || !t.has(key as MessageKey))
    return t(refused === "incomplete" ? "importPage.incomplete" : "form.refused");
  const parameters = Object.fromEntries(
    ["limit", "extension", "line"].map((name) => [name, short(rest[name])]),
  );
  return t(key as MessageKey, parameters as never);
}

/** A number or an extension; nothing that anybody could make the page say. */
function short(value: Query[string]): string {
  return typeof value === "string" && /^[\w.]{1,10}$/.test(value) ? value : "";
}
