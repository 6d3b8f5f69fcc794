import type { ReactNode } from "react";
import { type NavItem, Shell } from "@/components/shell/shell";
import { read } from "@/db/client";
import { firstDay } from "@/lib/as-of/day";
import { chainHead } from "@/lib/audit/chain-head";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { countWaiting } from "@/lib/change-request/queries";
import { formatInstant } from "@/lib/dates";
import { type Translator, translator } from "@/lib/language/translator";
import { countLedBy, countLedger } from "@/lib/ledger/counts";
import { countUnread } from "@/lib/notice/queries";
import { listRegions, type Region } from "@/lib/region/queries";
import { ask, asOfDay, requireViewer } from "../session";
import { signOut, switchLanguage } from "./actions";
import { owedHere } from "./owed-here";

const REGIONS_NAMED = 4;

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer("account.use");
  const t = translator(viewer.locale);
  const owed = viewer.kind === "manager" ? (await owedHere(viewer)).owed.length : 0;
  const { regions, projects, led, unread, changes, head, now, days } = await ask(async (tx) => ({
    regions: await listRegions(tx, viewer),
    projects: await countLedger(tx, viewer),
    led: await countLedBy(tx, viewer.unitIds),
    unread: await countUnread(tx, viewer),
    head: await chainHead(tx),
    now: tx.now,
    changes: await countWaiting(tx, viewer),
    days: { first: await firstDay(tx), today: tx.today },
  }));
  const day = await asOfDay();
  const asOf = day === null ? { day, ...days } : await daysOf(day);
  return (
    <Shell
      t={t}
      subtitle={regionNames(t, regions)}
      items={
        viewer.mustChangePassword ? [] : navItems(t, viewer, { projects, owed, unread, changes })
      }
      who={{ name: viewer.name, note: roleNote(t, viewer, regions, led) }}
      otherLocale={viewer.locale === "en" ? "zh-CN" : "en"}
      switchLanguage={switchLanguage}
      signOut={signOut}
      printed={t("proof.printed", { ...head, at: formatInstant(now), name: viewer.name })}
      asOf={canEver(viewer, "project.read") ? asOf : null}
      compares={canEver(viewer, "rollup.read")}
    >
      {children}
    </Shell>
  );
}

/** The day of the past that is shown, and from when until when there is one to choose: the present knows. */
async function daysOf(day: string) {
  return read(async (tx) => ({ day, first: await firstDay(tx), today: tx.today }));
}

/** The counties in a narrow place: the first few by name. */
function regionNames(t: Translator, regions: Region[]): string {
  const names = regions.map(({ shortName }) => shortName);
  if (names.length <= REGIONS_NAMED) return names.join(" · ");
  const first = names.slice(0, REGIONS_NAMED).join(" · ");
  return t("app.moreRegions", { names: first, count: names.length });
}

type Counts = { projects: number; owed: number; unread: number; changes: number };

function navItems(t: Translator, viewer: Viewer, counts: Counts): NavItem[] {
  const { projects, owed, unread, changes } = counts;
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
    viewer.kind === "manager" &&
      canEver(viewer, "return.submit") && {
        path: "/updates",
        query: {},
        label: t("nav.updates"),
        count: owed || undefined,
      },
    (viewer.kind === "manager" || unread > 0) && {
      path: "/notices",
      query: {},
      label: t("nav.notices"),
      ...(unread > 0 ? { count: unread, urgent: true } : {}),
    },
    canEver(viewer, "return_overview.read") && {
      path: "/returns",
      query: region,
      label: t("nav.returns"),
    },
    canEver(viewer, "change.read") && {
      path: "/changes",
      query: {},
      label: t("nav.changes"),
      count: changes || undefined,
    },
    canEver(viewer, "return.read") && { path: "/problems", query: {}, label: t("nav.problems") },
    canEver(viewer, "rollup.read") && {
      path: "/rollups",
      query: region,
      label: t("nav.rollups"),
    },
    canEver(viewer, "rollup.read") && {
      path: "/lights",
      query: region,
      label: t("nav.lights"),
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
    canEver(viewer, "indicator.read") && {
      path: "/indicators",
      query: region,
      label: t("nav.indicators"),
    },
    canEver(viewer, "import.manage") && { path: "/imports", query: {}, label: t("nav.imports") },
    canEver(viewer, "audit.use") && { path: "/audit", query: {}, label: t("nav.audit") },
    canEver(viewer, "rollup.read") &&
      !canEver(viewer, "audit.use") && {
        path: "/audit/history",
        query: {},
        label: t("historyPage.title"),
      },
    canEver(viewer, "finding.read") &&
      !canEver(viewer, "audit.use") && {
        path: "/audit/findings",
        query: {},
        label: t("nav.findings"),
      },
    canEver(viewer, "user.read") && { path: "/settings", query: {}, label: t("nav.settings") },
  ];
  return items.filter((item) => item !== false);
}

function roleNote(t: Translator, viewer: Viewer, regions: Region[], led: number): string {
  const own = regions.find(({ code }) => code === viewer.regionCode)?.name;
  const region = viewer.scope === "all" ? t("roleNote.allRegions") : (own ?? "");
  return t(`roleNote.${viewer.kind}`, { region, count: led } as never);
}
