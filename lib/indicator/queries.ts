import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importReadings, imports, plans, regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import type { TableReading } from "@/lib/document/document";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import type { IndicatorFilters, IndicatorPlace } from "./filters";
import {
  attributeOf,
  columnOf,
  type Indicator,
  type IndicatorSource,
  type IndicatorTable,
} from "./indicator";

const IMPORTS_MAX = 500;

/**
 * The indicator tables of the plans that the viewer may see, by region and plan: of published imports; where a later
 * document brings a table of the same title again, that one stands. Throws ForbiddenError.
 */
export async function listIndicators(
  tx: Tx,
  viewer: Actor,
  filters: IndicatorFilters,
): Promise<IndicatorTable[]> {
  const { region, plan, attribute, q } = filters;
  const published = await publishedImports(tx, viewer);
  const tables = new Map<string, IndicatorTable>();
  for (const row of published) {
    if (region !== null && row.region.code !== region) continue;
    if (plan !== null && row.plan.id !== plan) continue;
    for (const found of await tablesOf(tx, row))
      tables.set(`${row.plan.id} ${found.title ?? found.table}`, { ...row, ...found });
  }
  const wanted = ({ name, attribute: words }: Indicator) =>
    (attribute === null || attributeOf(words) === attribute) && (q === null || name.includes(q));
  return [...tables.values()]
    .map((table) => ({ ...table, indicators: table.indicators.filter(wanted) }))
    .filter(({ indicators }) => indicators.length > 0);
}

/** Where an indicator comes from. Throws NotFoundError where there is no such row in sight, ForbiddenError. */
export async function readIndicatorSource(
  tx: Tx,
  viewer: Actor,
  { importId, table, row }: IndicatorPlace,
): Promise<IndicatorSource> {
  const found = (await publishedImports(tx, viewer)).find((one) => one.importId === importId);
  if (!found) throw new NotFoundError();
  const path = `$.tables[${table}]`;
  const [stored] = await tx
    .select({ json: sql<string | null>`json_extract(${importReadings.reading}, ${path})` })
    .from(importReadings)
    .where(eq(importReadings.importId, importId));
  const reading = stored?.json ? (JSON.parse(stored.json) as TableReading) : null;
  if (reading?.kind !== "indicators" || !reading.indicators.some((one) => one.row === row))
    throw new NotFoundError();
  return {
    importId,
    table,
    row,
    title: reading.title,
    location: reading.location,
    fileName: found.fileName,
    sha256: found.sha256,
    cells: reading.header.map((header, column) => ({
      column,
      header,
      text: reading.grid.cells.find((cell) => covers(cell, row, column))?.text ?? "",
    })),
  };
}

function covers(cell: TableReading["grid"]["cells"][number], row: number, column: number): boolean {
  return (
    cell.row <= row &&
    row < cell.row + cell.rowSpan &&
    cell.column <= column &&
    column < cell.column + cell.columnSpan
  );
}

type Published = Omit<IndicatorTable, "table" | "title" | "location" | "columns" | "indicators">;

async function publishedImports(tx: Tx, viewer: Actor): Promise<Published[]> {
  if (!canEver(viewer, "indicator.read")) throw new ForbiddenError(viewer, "indicator.read");
  return tx
    .select({
      importId: imports.id,
      fileName: imports.fileName,
      sha256: imports.sha256,
      region: { code: regions.code, name: regions.name },
      plan: { id: plans.id, name: plans.name },
    })
    .from(imports)
    .innerJoin(plans, eq(plans.id, imports.planId))
    .innerJoin(regions, eq(regions.code, plans.regionCode))
    .where(and(eq(imports.outcome, "published"), visibleTo(viewer, plans.regionCode)))
    .orderBy(asc(regions.id), asc(plans.id), asc(imports.id))
    .limit(IMPORTS_MAX);
}

type Table = Pick<IndicatorTable, "table" | "title" | "location" | "columns" | "indicators">;

const kept = new Map<string, Table[]>();

/** A reading never changes, and that of a workbook is large: its indicators are taken out once. */
async function tablesOf(tx: Tx, { importId, sha256 }: Published): Promise<Table[]> {
  const key = `${importId} ${sha256}`;
  const found = kept.get(key);
  if (found) return found;
  const rows = (await tx.values(sql`
    SELECT t.key, json_remove(t.value, '$.grid', '$.projects')
    FROM ${importReadings}, json_each(${importReadings.reading}, '$.tables') AS t
    WHERE ${importReadings.importId} = ${importId} AND json_extract(t.value, '$.kind') = 'indicators'
    ORDER BY t.key`)) as [number, string][];
  const tables = rows.map(([table, json]) => tableOf(table, JSON.parse(json) as TableReading));
  kept.set(key, tables);
  for (const oldest of [...kept.keys()].slice(0, -IMPORTS_MAX)) kept.delete(oldest);
  return tables;
}

function tableOf(table: number, reading: TableReading): Table {
  const headers = reading.indicators[0]?.values.map(({ header }) => header) ?? [];
  const places = placesOf(reading.header, headers);
  return {
    table,
    title: reading.title,
    location: reading.location,
    columns: headers.map(columnOf),
    indicators: reading.indicators.map(({ row, seq, name, unit, attribute, values }) => ({
      row,
      seq,
      name,
      unit,
      attribute,
      values: values.map(({ raw, value, meaning }, at) => ({
        column: places[at] ?? 0,
        raw,
        value,
        note: meaning,
      })),
    })),
  };
}

/** In which columns of the table the values stand: they come in its order. */
function placesOf(header: string[], values: string[]): number[] {
  let from = 0;
  return values.map((text) => {
    const place = header.indexOf(text, from);
    from = place + 1;
    return place;
  });
}
