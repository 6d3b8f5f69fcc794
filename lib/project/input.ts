import { z } from "zod";
import { PROJECT_TYPES, SECTORS, UNIT_ENTRY_KINDS } from "@/db/vocabulary";
import { isPartialDate } from "@/lib/dates";
import { MAX_AMOUNT_FEN } from "@/lib/money";

/** Limits of one project: more is surely a mistake, and keeps a row small. */
export const LIMITS = {
  name: 200,
  content: 4_000,
  field: 100,
  unit: 100,
  units: 40,
  sectors: 5,
} as const;

export const partialDateInput = z.string().refine(isPartialDate, { error: "partialDate" });

/** One unit of a project as it is entered: a name, a placeholder or the open end of a list. */
export const unitInput = z.strictObject({
  entryKind: z.enum(UNIT_ENTRY_KINDS),
  text: z.string().trim().min(1).max(LIMITS.unit),
  openCount: z.number().int().positive().max(10_000).nullable().default(null),
});
export type UnitInput = z.infer<typeof unitInput>;

export const sectorInput = z.strictObject({
  sector: z.enum(SECTORS),
  evidence: z.array(z.string().max(50)).max(10).default([]),
  confirmed: z.boolean(),
});
export type SectorInput = z.infer<typeof sectorInput>;

const units = z.array(unitInput).max(LIMITS.units).default([]);

/** The facts of a project, as a document states them or a reviewer enters them. Null is “not stated”. */
export const projectFacts = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/),
  name: z.string().trim().min(1).max(LIMITS.name),
  type: z.enum(PROJECT_TYPES),
  typeConfirmed: z.boolean(),
  field: z.string().trim().max(LIMITS.field).nullable(),
  content: z.string().trim().max(LIMITS.content).nullable(),
  start: partialDateInput.nullable(),
  end: partialDateInput.nullable(),
  totalInvestmentFen: z.number().int().min(0).max(MAX_AMOUNT_FEN).nullable(),
  owners: units,
  hosts: units,
  leads: units,
  supports: units,
  primarySector: sectorInput.nullable(),
  furtherSectors: z.array(sectorInput).max(LIMITS.sectors).default([]),
});
export type ProjectFacts = z.infer<typeof projectFacts>;
