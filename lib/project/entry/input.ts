import { z } from "zod";
import { PROJECT_TYPES, SECTORS } from "@/db/vocabulary";
import {
  checked,
  idInput,
  optionalPartialDate,
  optionalText,
  optionalWan,
  requiredText,
} from "@/lib/form";
import { LIMITS } from "../input";
import { parseUnitText } from "../unit-text";

const UNIT_TEXT_MAX = 5_000;
export const REASON_MAX = 500;

/** A cell of units as typed, read into an ordered list. */
const units = z
  .string()
  .max(UNIT_TEXT_MAX)
  .default("")
  .transform(parseUnitText)
  .refine((list) => list.length <= LIMITS.units, { error: "unitsMax" })
  .refine((list) => list.every(({ text }) => text.length <= LIMITS.unit), { error: "unitTooLong" })
  .refine((list) => new Set(list.map(({ text }) => text)).size === list.length, {
    error: "unitTwice",
  });

const sector = z
  .union([z.enum(SECTORS), z.literal("")])
  .default("")
  .transform((value) => value || null);

/** One box arrives as text, several as a list, none not at all. */
const sectors = z
  .union([z.enum(SECTORS).transform((value) => [value]), z.array(z.enum(SECTORS))])
  .default([])
  .refine((list) => list.length <= LIMITS.sectors, { error: "sectorsMax" });

/** The facts of a project as its forms send them: text, units as a cell, amounts in 万元. */
export const factFields = {
  name: requiredText(LIMITS.name),
  type: z.enum(PROJECT_TYPES, { error: "required" }),
  field: optionalText(LIMITS.field),
  content: optionalText(LIMITS.content),
  start: optionalPartialDate,
  end: optionalPartialDate,
  totalInvestment: optionalWan,
  owners: units,
  hosts: units,
  leads: units,
  supports: units,
  primarySector: sector,
  furtherSectors: sectors,
};

/** A project as the form of `/projects/new` sends it. */
export const newProject = z.strictObject({
  ...factFields,
  reason: optionalText(REASON_MAX),
  /** Of the decision that adds it: without one nothing enters the ledger by hand. */
  documentNumber: optionalText(100),
  confirmSimilar: checked,
});
export type NewProject = z.infer<typeof newProject>;

/** A part of an umbrella project: what the parent says it need not repeat. */
export const newSubProject = z.strictObject({
  parentId: idInput,
  name: factFields.name,
  owners: units,
  leads: units,
  content: factFields.content,
  start: factFields.start,
  end: factFields.end,
  totalInvestment: factFields.totalInvestment,
  reason: optionalText(REASON_MAX),
  confirmSimilar: checked,
});
export type NewSubProject = z.infer<typeof newSubProject>;
