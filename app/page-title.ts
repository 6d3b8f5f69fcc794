import type { Metadata } from "next";
import { cookies } from "next/headers";
import { localeOf, type MessageKey, translator } from "@/lib/language/translator";
import { currentViewer } from "./session";

/** `export const generateMetadata = titled("nav.account")`: the page's name in the reader's language. */
export function titled(key: MessageKey): () => Promise<Metadata> {
  return async () => {
    const viewer = await currentViewer();
    const t = translator(viewer?.locale ?? localeOf((await cookies()).get("locale")?.value));
    return { title: t(key as "nav.account") };
  };
}
