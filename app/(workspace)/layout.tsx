import type { ReactNode } from "react";
import { type NavItem, Shell } from "@/components/shell/shell";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import { countLedBy, countLedger } from "@/lib/ledger/counts";
import { listRegions, type Region } from "@/lib/region/queries";
import { ask, requireViewer } from "../session";
import { signOut, switchLanguage } from "./actions";

const REGIONS_NAMED = 4;

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer("account.use");
  const t = translator(viewer.locale);
  const { regions, projects, led } = await ask(async (tx) => ({
    regions: await listRegions(tx, viewer),
    projects: await countLedger(tx, viewer),
    led: await countLedBy(tx, viewer.unitIds),
  }));
  return (
    <Shell
      t={t}
      subtitle={regionNames(t, regions)}
      items={viewer.mustChangePassword ? [] : navItems(t, viewer, projects)}
      who={{ name: viewer.name, note: roleNote(t, viewer, regions, led) }}
      otherLocale={viewer.locale === "en" ? "zh-CN" : "en"}
      switchLanguage={switchLanguage}
      signOut={signOut}
    >
      {children}
    </Shell>
  );
}

/** The counties in a narrow place: the first few by name. */
function regionNames(t: Translator, regions: Region[]): string {
  const names = regions.map(({ shortName }) => shortName);
  if (names.length <= REGIONS_NAMED) return names.join(" · ");
  const first = names.slice(0, REGIONS_NAMED).join(" · ");
  return t("app.moreRegions", { names: first, count: names.length });
}

function navItems(t: Translator, viewer: Viewer, projects: number): NavItem[] {
  const region: Record<string, string> = viewer.regionCode ? { region: viewer.regionCode } : {};
  const items: (NavItem | false)[] = [
    canEver(viewer, "project.read") && {
      path: "/overview",
      query: region,
      label: t("nav.overview"),
    },
    canEver(viewer, "project.read") && {
      path: "/projects",
      query: region,
      label: t("nav.projects"),
      count: projects,
    },
    viewer.kind === "manager" && { path: "/updates", query: {}, label: t("nav.updates") },
    canEver(viewer, "rollup.read") && {
      path: "/rollups",
      query: region,
      label: t("nav.rollups"),
    },
    canEver(viewer, "organization.read") && {
      path: "/organizations",
      query: {},
      label: t("nav.organizations"),
    },
    canEver(viewer, "sector.read") && {
      path: "/sectors",
      query: region,
      label: t("nav.sectors"),
    },
    canEver(viewer, "import.manage") && { path: "/imports", query: {}, label: t("nav.imports") },
    canEver(viewer, "user.read") && { path: "/settings", query: {}, label: t("nav.settings") },
  ];
  return items.filter((item) => item !== false);
}

function roleNote(t: Translator, viewer: Viewer, regions: Region[], led: number): string {
  const own = regions.find(({ code }) => code === viewer.regionCode)?.name;
  const region = viewer.scope === "all" ? t("roleNote.allRegions") : (own ?? "");
  return t(`roleNote.${viewer.kind}`, { region, count: led } as never);
}
