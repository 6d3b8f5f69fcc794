import type { UrlObject } from "node:url";
import { barsOf } from "@/components/charts/bars";
import type { FigurePart } from "@/components/overview/figures";
import type { SectorBar } from "@/components/overview/sector-bars";
import type { FigureRow } from "@/components/ui/figure-table";
import type { Sector } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { formatWan, formatYi } from "@/lib/money";
import type { Sum } from "@/lib/overview/overview";
import type { Overview } from "@/lib/overview/queries";
import type { ReturnOverview } from "@/lib/overview/returns/queries";
import { percentOf } from "@/lib/rollup/rollup";

type Link = Record<string, string>;

/**
 * Leads to the ledger with exactly the projects behind a number. The numbers leave terminated and withdrawn projects
 * out, the ledger lists them: once there are any, the link says which basis it means.
 */
export type LedgerLink = (filters: Link, region?: string) => UrlObject;

export function ledgerLinks(overview: Overview, region: string | null): LedgerLink {
  const basis: Link = overview.ended > 0 ? { basis: "current" } : {};
  return (filters, code = region ?? undefined) => ({
    pathname: "/projects",
    query: { ...(code ? { region: code } : {}), ...filters, ...basis },
  });
}

/** The four headline numbers. */
export function headline(
  t: Translator,
  overview: Overview,
  returns: ReturnOverview | null,
  region: string | null,
) {
  const link = ledgerLinks(overview, region);
  const { total, planned, overdue, byRegion } = overview;
  const perRegion = (figure: (row: Overview["byRegion"][number]) => string | null) => {
    const parts = byRegion.flatMap((row): FigurePart[] => {
      const amount = figure(row);
      return amount === null ? [] : [{ text: `${row.name} ${amount}`, href: link({}, row.code) }];
    });
    return region === null && parts.length > 0 ? [parts] : [];
  };
  return [
    {
      label: t("overview.total"),
      value: total.totalInvestmentFen === null ? "—" : formatYi(total.totalInvestmentFen),
      unit: t("common.yi"),
      notes: [
        ...perRegion((row) =>
          row.totalInvestmentFen === null ? null : formatYi(row.totalInvestmentFen),
        ),
        `${t("overview.coverage", { known: total.known, of: total.projects })} · ${basis(t, total, planned)}`,
      ],
      href: link({}),
    },
    {
      label: t("overview.projects"),
      value: String(total.projects),
      unit: t("overview.projectsUnit"),
      notes: perRegion((row) => String(row.projects)),
      href: link({}),
    },
    completedFigure(t, returns?.lights.completed ?? null, total.projects, link({})),
    {
      label: t("overview.overdue"),
      value: String(overdue.projects),
      unit: t("overview.projectsUnit"),
      notes: [t(overdue.projects > 0 ? "overview.overdueNote" : "overview.overdueNone")],
      href: link({ overdue: "1" }),
      ...(overdue.projects > 0 ? { alarming: true as const } : {}),
    },
  ];
}

/** 累计完成投资 since the start of the projects: of those whose opening balance is known. */
function completedFigure(
  t: Translator,
  completed: { fen: number | null; known: number } | null,
  of: number,
  href: UrlObject,
) {
  const label = t("overview.completed");
  if (!completed || completed.fen === null)
    return { label, value: "—", notes: [t("overview.noneReported", { count: of })], href };
  const { fen, known } = completed;
  const notes = [t("overview.completedKnown", { known, of })];
  return { label, value: formatYi(fen), unit: t("common.yi"), notes, href };
}

export function sectorBars(
  t: Translator,
  overview: Overview,
  region: string | null,
): { bars: SectorBar[]; note: string } {
  const { bySector } = overview;
  const link = ledgerLinks(overview, region);
  const drawn = barsOf(bySector.map(({ totalInvestmentFen }) => totalInvestmentFen));
  const bars = bySector.map((row, at) => ({
    key: row.sector ?? "none",
    label: sectorName(t, row.sector),
    amount: row.totalInvestmentFen === null ? null : formatWan(row.totalInvestmentFen),
    count: t("overview.count", { count: row.projects }),
    href: sectorHref(link, row.sector),
    bar: drawn[at] ?? null,
  }));
  const [giant] = overview.largest;
  const note =
    drawn[0]?.cut && giant?.sector && giant.sector === bySector[0]?.sector
      ? t("overview.cutNote", {
          sector: t(`sector.${giant.sector}`),
          project: giant.name,
          amount: formatYi(giant.totalInvestmentFen),
        })
      : t("overview.barNote");
  return { bars, note };
}

/** The table behind the bars. */
export function sectorRows(t: Translator, overview: Overview, region: string | null): FigureRow[] {
  return overview.bySector.map((row) =>
    sumRow(t, row, {
      key: row.sector ?? "none",
      label: sectorName(t, row.sector),
      href: sectorHref(ledgerLinks(overview, region), row.sector),
    }),
  );
}

function sectorName(t: Translator, sector: Sector | null): string {
  return sector ? t(`sector.${sector}`) : t("overview.noSector");
}

function sectorHref(link: LedgerLink, sector: Sector | null): UrlObject {
  return link(sector ? { sector, sectorRank: "primary" } : { sector: "none" });
}

/** How much of the money stands in the largest project, and in the largest three: one giant hides the rest. */
export function concentration(t: Translator, overview: Overview, region: string | null) {
  const [first] = overview.largest;
  if (!first) return null;
  const percent = (fen: number) => percentOf(fen, overview.total.totalInvestmentFen) ?? "–";
  return {
    id: first.id,
    largest: t("overview.largest", {
      project: first.name,
      percent: percent(first.totalInvestmentFen),
    }),
    threeHref: ledgerLinks(overview, region)({ sort: "amount", order: "desc" }),
    three: t("overview.largestThree", {
      count: overview.largest.length,
      percent: percent(overview.largest.reduce((fen, row) => fen + row.totalInvestmentFen, 0)),
    }),
  };
}

/** What somebody has to look into; matters without a project are left out. */
export function attentionRows(
  t: Translator,
  overview: Overview,
  region: string | null,
): FigureRow[] {
  const link = ledgerLinks(overview, region);
  const matters: [string, string, string | undefined, Sum, Link][] = [
    ["overdue", t("overview.overdue"), undefined, overview.overdue, { overdue: "1" }],
    [
      "milestonesOverdue",
      t("common.overdueMilestones"),
      t("overview.milestonesOverdueNote"),
      overview.milestonesOverdue,
      { overdueMilestones: "1" },
    ],
    [
      "notReported",
      t("common.notReported"),
      t("overview.notReportedNote"),
      overview.notReported,
      { stage: "planned" },
    ],
    [
      "ownerUndetermined",
      t("overview.ownerUndetermined"),
      t("overview.ownerUndeterminedNote"),
      overview.ownerUndetermined,
      { owner: "placeholder" },
    ],
    [
      "ownerUnstated",
      t("overview.ownerUnstated"),
      undefined,
      overview.ownerUnstated,
      { owner: "unstated" },
    ],
    [
      "leadUnstated",
      t("overview.leadUnstated"),
      t("overview.leadUnstatedNote"),
      overview.leadUnstated,
      { lead: "unstated" },
    ],
    [
      "amountUnknown",
      t("overview.amountUnknown"),
      undefined,
      overview.amountUnknown,
      { amount: "unknown" },
    ],
  ];
  return matters
    .filter(([, , , sum]) => sum.projects > 0)
    .map(([key, label, note, sum, filters]) =>
      sumRow(t, sum, { key, label, note, href: link(filters) }),
    );
}

export function regionRows(t: Translator, overview: Overview): FigureRow[] {
  const link = ledgerLinks(overview, null);
  return overview.byRegion.map((row) =>
    sumRow(t, row, { key: row.code, label: row.name, href: link({}, row.code) }),
  );
}

/** The line under the counties. */
export function totalRow(t: Translator, overview: Overview, region: string | null): FigureRow {
  const link = ledgerLinks(overview, region);
  return sumRow(t, overview.total, {
    key: "total",
    label: t("overview.totalRow"),
    href: link({}),
  });
}

type Labelled = { key: string; label: string; note?: string | undefined; href: UrlObject };

/** Projects and amount, both with the link of the row; the coverage where it is not complete. */
function sumRow(t: Translator, sum: Sum, { key, label, note, href }: Labelled): FigureRow {
  const complete = sum.known === sum.projects || sum.known === 0;
  const amount =
    sum.totalInvestmentFen === null
      ? t("overview.unknownAmount")
      : formatWan(sum.totalInvestmentFen);
  const coverage = t("overview.partlyKnown", { known: sum.known, of: sum.projects });
  return {
    key,
    label,
    note: note ?? null,
    href,
    cells: [
      { text: String(sum.projects), href },
      { text: amount, note: complete ? null : coverage, href },
    ],
  };
}

/** Which basis the total is on. Both are named when they differ. */
function basis(t: Translator, total: Sum, planned: Sum): string {
  if (
    total.totalInvestmentFen === planned.totalInvestmentFen &&
    total.projects === planned.projects
  ) {
    return t("overview.basisSame");
  }
  const amount = planned.totalInvestmentFen === null ? "—" : formatYi(planned.totalInvestmentFen);
  return t("overview.basisDiffers", { amount, count: planned.projects });
}
