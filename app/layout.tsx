import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { PageLanguage } from "@/components/shell/language";
import { SampleBand } from "@/components/shell/sample-band";
import { localeOf, translator } from "@/lib/language/translator";
import { sampleTitle } from "@/lib/sample/label";
import { currentViewer, sampleLedger } from "./session";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await pageLocale());
  const name = sampleTitle(t, t("app.name"), await sampleLedger());
  return { title: { default: name, template: `%s · ${name}` } };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading the request keeps every page dynamic: a page baked at build time would have no nonce.
  await headers();
  const viewer = await currentViewer();
  const theme = viewer && viewer.theme !== "system" ? viewer.theme : undefined;
  const locale = await pageLocale();
  const t = translator(locale);
  const sample = await sampleLedger();
  return (
    <html lang={locale} data-theme={theme} data-sample={sample ? t("app.sampleData") : undefined}>
      <body data-waiting={t("form.waiting")}>
        {sample && <SampleBand t={t} />}
        <PageLanguage locale={locale}>{children}</PageLanguage>
      </body>
    </html>
  );
}

async function pageLocale() {
  return (await currentViewer())?.locale ?? localeOf((await cookies()).get("locale")?.value);
}
