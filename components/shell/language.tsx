"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Locale } from "@/db/vocabulary";

const Language = createContext<Locale>("zh-CN");

/** Tells client code around which no page stands, as that of a failure, which language the reader has chosen. */
export function PageLanguage({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Language value={locale}>{children}</Language>;
}

export function useLanguage(): Locale {
  return useContext(Language);
}
