import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type ControlledTexts, ledgerEntries, ledgerShares, organizations } from "@/db/schema";
import type { Sector, Stage } from "@/db/vocabulary";
import { parseWan } from "@/lib/money";
import { isInCurrentBasis } from "@/lib/project/project";
import { parseUnitText } from "@/lib/project/unit-text";
import { findUnitByName } from "@/lib/project/units";
import { findRegion } from "@/lib/region/queries";
import type { Contribution } from "./effect";

/** What a project adds to the totals today; null for a sub-project, which never counts. */
export async function contributionOf(tx: Tx, projectId: number): Promise<Contribution | null> {
  const [entry] = await tx
    .select({
      regionCode: ledgerEntries.regionCode,
      sector: ledgerEntries.primarySector,
      inCurrentBasis: ledgerEntries.inCurrentBasis,
      fen: ledgerEntries.totalInvestmentFen,
      unitKey: ledgerShares.key,
    })
    .from(ledgerEntries)
    .leftJoin(
      ledgerShares,
      and(
        eq(ledgerShares.projectId, ledgerEntries.projectId),
        eq(ledgerShares.dimension, "lead"),
        eq(ledgerShares.first, 1),
      ),
    )
    .where(eq(ledgerEntries.projectId, projectId));
  if (!entry) return null;
  const { inCurrentBasis, unitKey, ...rest } = entry;
  const key = unitKey ?? "-";
  return {
    ...rest,
    counted: inCurrentBasis === 1,
    regionName: await regionName(tx, entry.regionCode),
    unitKey: key,
    unitName: await unitName(tx, key),
  };
}

/** The contribution with other facts or another stage. */
export async function withChange(
  tx: Tx,
  one: Contribution,
  facts: ControlledTexts,
  stage: Stage | null,
): Promise<Contribution> {
  const { totalInvestment, leads } = facts;
  const fen =
    totalInvestment === undefined ? one.fen : totalInvestment ? parseWan(totalInvestment) : null;
  const lead = leads === undefined ? {} : await firstLead(tx, one.regionCode, leads);
  const counted = stage === null ? one.counted : isInCurrentBasis(stage);
  return { ...one, ...lead, fen, counted };
}

/** The contribution of a project that is not there yet. */
export async function newContribution(
  tx: Tx,
  regionCode: string,
  sector: Sector | null,
  facts: ControlledTexts,
): Promise<Contribution> {
  const blank: Contribution = {
    counted: true,
    regionCode,
    regionName: await regionName(tx, regionCode),
    sector,
    unitKey: "-",
    unitName: "",
    fen: null,
  };
  return withChange(tx, blank, { totalInvestment: "", leads: "", ...facts }, null);
}

/** As `ledger_shares` has it: the open end of a list or a placeholder before the first-named body. */
async function firstLead(tx: Tx, regionCode: string, text: string) {
  const units = parseUnitText(text);
  const open = units.find(({ entryKind }) => entryKind === "open_list");
  const placeholder = units.find(({ entryKind }) => entryKind === "placeholder");
  if (open) return { unitKey: `+${open.text}`, unitName: open.text };
  if (placeholder) return { unitKey: `?${placeholder.text}`, unitName: placeholder.text };
  const [first] = units;
  if (!first) return { unitKey: "-", unitName: "" };
  const id = await findUnitByName(tx, regionCode, first.text);
  // A body that the dictionary does not know yet leads nothing so far.
  if (id === null) return { unitKey: `new:${first.text}`, unitName: first.text };
  return { unitKey: String(id), unitName: await unitName(tx, String(id)) };
}

async function unitName(tx: Tx, key: string): Promise<string> {
  if (!/^\d+$/.test(key)) return key.slice(1);
  const [unit] = await tx
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, Number(key)));
  return unit?.name ?? "";
}

async function regionName(tx: Tx, code: string): Promise<string> {
  return (await findRegion(tx, code))?.name ?? code;
}
