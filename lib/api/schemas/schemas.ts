import { z } from "zod";
import {
  ORGANIZATION_KINDS,
  PROJECT_TYPES,
  SECTORS,
  STAGES,
  SYSTEM_LIGHTS,
  UNIT_ENTRY_KINDS,
} from "@/db/vocabulary";

/** The shapes that the API and `--json` on the command line answer with. OpenAPI is generated from them. */

const [, ...NOT_NAMED] = UNIT_ENTRY_KINDS;

export const fen = z.number().int().meta({ description: "Amount in 分 (1/100 yuan)." });
export const wan = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: "The same amount in 万元 (10,000 yuan), an exact decimal." });
export const day = z.iso.date().meta({ description: "Calendar day in Beijing." });
export const instant = z.iso.datetime().meta({ description: "Instant in UTC." });
export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}){0,2}$/)
  .meta({ description: "A date as precise as its source: 2021, 2022-03 or 2024-12-31." });
export const id = z.number().int().positive();
export const count = z.number().int().nonnegative();

/** Null, not zero, while no amount is known. */
export const money = { totalInvestmentFen: fen.nullable(), totalInvestmentWan: wan.nullable() };
export const coverage = z
  .strictObject({ known: count, of: count })
  .meta({ description: "How many of the counted projects have an amount." });
export const sum = z.strictObject({ ...money, coverage });

export const regionRef = z.strictObject({ code: z.string(), name: z.string() });

export const owner = z.strictObject({
  name: z.string().meta({ description: "As the document words it." }),
  kind: z
    .enum([...ORGANIZATION_KINDS, ...NOT_NAMED])
    .meta({ description: "`placeholder` (企业) and `open_list` (等28个部门) name no body." }),
  role: z.enum(["owner", "host"]),
});
export const lead = z.strictObject({ name: z.string(), role: z.enum(["lead", "support"]) });

export const projectItem = z.strictObject({
  id,
  name: z.string(),
  region: regionRef,
  plan: z.string().nullable().meta({ description: "Null for a project added later." }),
  sourceRow: z.number().int().nullable(),
  type: z.enum(PROJECT_TYPES),
  sourceTable: z.string().nullable(),
  owners: z.array(owner),
  leads: z.array(lead).meta({ description: "In the order of the document." }),
  start: partialDate.nullable(),
  end: partialDate.nullable(),
  ...money,
  sectors: z.strictObject({
    primary: z.enum(SECTORS).nullable(),
    further: z.array(z.enum(SECTORS)),
  }),
  stage: z.enum(STAGES),
  progress: z
    .strictObject({
      lastMonth: z.string().nullable(),
      light: z.enum(SYSTEM_LIGHTS).nullable(),
      annualPlanFen: fen.nullable(),
      yearCompletedFen: fen.nullable(),
      completionPercent: z.number().nullable(),
      completedFen: fen.nullable(),
      inPlaceFen: fen.nullable(),
      paidFen: fen.nullable(),
      openProblems: count,
      overdueProblems: count,
    })
    .nullable()
    .meta({
      description:
        "What the monthly returns say: plan and completed of the year of the last return, the others to date. Null while nothing was handed in, and for those who may not read it.",
    }),
  version: z.number().int().positive(),
});
export type ProjectItem = z.infer<typeof projectItem>;

const paging = { total: count, page: id, pageSize: id };

export const projectList = z.strictObject({
  ...paging,
  totals: z
    .strictObject({
      ...money,
      coverage,
      plan: sum.meta({ description: "规划口径: as published." }),
      joint: z.strictObject({ projects: count, ...money }),
    })
    .meta({
      description: "Of all that was found, 现行口径: without terminated and withdrawn projects.",
    }),
  items: z.array(projectItem),
});
export type ProjectList = z.infer<typeof projectList>;

export const problem = z.strictObject({
  error: z.strictObject({
    code: z.enum([
      "unauthorized",
      "forbidden",
      "not_found",
      "bad_request",
      "conflict",
      "rule",
      "too_large",
      "unsupported_media_type",
      "busy",
    ]),
    message: z.string(),
    parameter: z.string().optional().meta({ description: "The parameter or field at fault." }),
    sent: z.record(z.string(), z.unknown()).optional(),
    current: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: "Of a conflict: the row as it stands now." }),
  }),
});
export type Problem = z.infer<typeof problem>;
