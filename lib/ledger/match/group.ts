import { and, eq, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries, ledgerShares } from "@/db/schema";
import { PROJECT_TYPES, SECTORS, type SharedDimension, STAGES } from "@/db/vocabulary";
import { isShared, parseGroup, UNSTATED } from "@/lib/group/group";
import { mergedBodies } from "@/lib/group/merged";
import type { LedgerFilters } from "../filter/filters";

/** The projects that a rollup counts in these groups under this lens: `lead:12`, `activeYear:2023`, `owner:-`. */
export async function inGroups(tx: Tx, filters: LedgerFilters): Promise<SQL | undefined> {
  const conditions: (SQL | undefined)[] = [];
  for (const { dimension, value } of filters.group.map(parseGroup)) {
    conditions.push(
      isShared(dimension)
        ? await shares(tx, dimension, value, filters)
        : valued(dimension, value === UNSTATED ? null : value),
    );
  }
  return and(...conditions);
}

async function shares(
  tx: Tx,
  dimension: SharedDimension,
  key: string,
  { bracketed, lens }: LedgerFilters,
): Promise<SQL> {
  const merged = await mergedBodies(tx, { bracketed });
  const keys = [...merged].filter(([, under]) => under === key).map(([one]) => one);
  const wanted = and(
    eq(ledgerShares.dimension, dimension),
    inArray(ledgerShares.key, [...new Set([key, ...keys])]),
    lens === "first" ? eq(ledgerShares.first, 1) : undefined,
  );
  return sql`${ledgerEntries.projectId} IN (SELECT ${ledgerShares.projectId} FROM ${ledgerShares} WHERE ${wanted})`;
}

function valued(dimension: string, value: string | null): SQL | undefined {
  const is = (column: AnyColumn, wanted: string | number | null) =>
    wanted === null ? isNull(column) : eq(column, wanted);
  const year = value === null ? null : Number(value);
  switch (dimension) {
    case "sector":
      return is(ledgerEntries.primarySector, oneOf(SECTORS, value));
    case "type":
      return is(ledgerEntries.type, oneOf(PROJECT_TYPES, value));
    case "stage":
      return is(ledgerEntries.stage, oneOf(STAGES, value));
    case "region":
      return is(ledgerEntries.regionCode, value);
    case "plan":
      return is(ledgerEntries.planId, value);
    case "startYear":
      return is(ledgerEntries.startYear, year);
    case "endYear":
      return is(ledgerEntries.endYear, year);
    case "activeYear":
      return year === null
        ? or(isNull(ledgerEntries.startYear), isNull(ledgerEntries.endYear))
        : and(lte(ledgerEntries.startYear, year), sql`${ledgerEntries.endYear} >= ${year}`);
    default: {
      const [from, to] = (value ?? "?–?").split("–").map((end) => (end === "?" ? null : end));
      return and(is(ledgerEntries.startYear, from ?? null), is(ledgerEntries.endYear, to ?? null));
    }
  }
}

/** A word of a closed list; what is none finds nothing. */
function oneOf<Word extends string>(words: readonly Word[], value: string | null): Word | null {
  return value === null ? null : (words.find((word) => word === value) ?? (value as Word));
}
