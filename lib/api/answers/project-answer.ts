import type { Tx } from "@/db/client";
import type { UnitEntryKind } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import type { LedgerItem, LedgerUnit } from "@/lib/ledger/items";
import type { LedgerPage } from "@/lib/ledger/page";
import { listLedger } from "@/lib/ledger/queries";
import { fenToWan } from "@/lib/money";
import { completionBp, type Progress } from "@/lib/progress/progress";
import { loadProgress } from "@/lib/progress/queries";
import type { ProjectItem, ProjectList } from "../schemas/schemas";

/** One page of the ledger as the API and `--json` show it. */
export async function answerProjects(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
): Promise<ProjectList> {
  const page = await listLedger(tx, viewer, filters);
  const ids = page.items.map(({ id }) => id);
  return projectListJson({ ...page, progress: await loadProgress(tx, viewer, ids) });
}

export function projectListJson({
  total,
  totals,
  page,
  pageSize,
  items,
  progress,
}: LedgerPage): ProjectList {
  const { current, plan, joint } = totals;
  return {
    total,
    totals: {
      ...money(current.fen),
      coverage: current.coverage,
      plan: { ...money(plan.fen), coverage: plan.coverage },
      joint: { projects: joint.projects, ...money(joint.fen) },
    },
    page,
    pageSize,
    items: items.map((item) => projectJson(item, progress.get(item.id))),
  };
}

export function projectJson(item: LedgerItem, progress: Progress | undefined): ProjectItem {
  return {
    id: item.id,
    name: item.name,
    region: item.region,
    plan: item.plan?.name ?? null,
    sourceRow: item.sourceRow,
    type: item.type,
    sourceTable: item.sourceTable,
    owners: [
      ...item.owners.map((unit) => ownerJson(unit, "owner")),
      ...item.hosts.map((unit) => ownerJson(unit, "host")),
    ],
    leads: [
      ...item.leads.map(({ text }) => ({ name: text, role: "lead" as const })),
      ...item.supports.map(({ text }) => ({ name: text, role: "support" as const })),
    ],
    start: item.start,
    end: item.end,
    ...money(item.totalInvestmentFen),
    sectors: {
      primary: item.sectors.primary?.sector ?? null,
      further: item.sectors.further.map(({ sector }) => sector),
    },
    stage: item.stage,
    progress: progress?.lastMonth ? progressJson(progress) : null,
    version: item.version,
  };
}

function progressJson(progress: Progress): ProjectItem["progress"] {
  const { lastMonth, light, annualPlanFen, yearCompletedFen } = progress;
  const { completedFen, inPlaceFen, paidFen, openProblems, overdueProblems } = progress;
  const bp = completionBp(progress);
  return {
    lastMonth,
    light,
    annualPlanFen,
    yearCompletedFen,
    completionPercent: bp === null ? null : bp / 100,
    completedFen,
    inPlaceFen,
    paidFen,
    openProblems,
    overdueProblems,
  };
}

/** An amount in both units; null in both while unknown. */
export function money(amountFen: number | null) {
  return { totalInvestmentFen: amountFen, totalInvestmentWan: fenToWan(amountFen) };
}

function ownerJson(unit: LedgerUnit, role: "owner" | "host"): ProjectItem["owners"][number] {
  return { name: unit.text, kind: unit.kind ?? notNamed(unit.entryKind), role };
}

/** A named unit always has the dictionary's kind. */
function notNamed(kind: UnitEntryKind) {
  if (kind === "named") throw new Error("A named unit is missing from the dictionary.");
  return kind;
}
