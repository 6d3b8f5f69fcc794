import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { localeOf, translator } from "@/lib/language/translator";
import { currentViewer } from "./session";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await pageLocale());
  return { title: { default: t("app.name"), template: `%s · ${t("app.name")}` } };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request keeps every page dynamic: a page baked at build time would have no nonce.
  await headers();
  const viewer = await currentViewer();
  const theme = viewer && viewer.theme !== "system" ? viewer.theme : undefined;
  return (
    <html lang={await pageLocale()} data-theme={theme}>
      <body>{children}</body>
    </html>
  );
}

async function pageLocale() {
  return (await currentViewer())?.locale ?? localeOf((await cookies()).get("locale")?.value);
}
