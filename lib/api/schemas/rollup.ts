import { z } from "zod";
import { DIMENSIONS, LENSES } from "@/lib/group/group";
import { BASES } from "@/lib/ledger/filter/filters";
import { count, coverage, fen, id, money, wan } from "./schemas";

/** The shape that `/rollups` and `rollup --json` answer with. */

const returnSum = z.strictObject({ fen: fen.nullable(), coverage });
const returnRate = z.strictObject({ percent: z.number().nullable(), coverage });
const returns = z
  .strictObject({
    year: z.number().int(),
    planned: returnSum,
    completed: returnSum,
    inPlace: returnSum,
    paid: returnSum,
    completionRate: returnRate,
    inPlaceRate: returnRate,
    paymentRate: returnRate,
  })
  .nullable()
  .meta({
    description:
      "With `measure=returns`: what the monthly returns of the year come to under the lens. Completion and in place are of the plan, payment of what is in place, each over the projects that have both. Null before any region has gone live.",
  });

export const rollupGroup = z.strictObject({
  key: z.string().meta({
    description:
      "The value of the dimension: id of a body, code, year; `?` and a placeholder, `+` and an open list, `-` for not stated. By two dimensions both, separated by a comma.",
  }),
  label: z.string(),
  keys: z.array(z.strictObject({ by: z.enum(DIMENSIONS), value: z.string(), label: z.string() })),
  projects: count,
  ...money,
  coverage,
  derivedFen: fen.nullable().meta({
    description: "By active year: the even split of the amounts over the period (推算).",
  }),
  derivedWan: wan.nullable(),
  returns,
});

export const rollup = z.strictObject({
  by: z.array(z.enum(DIMENSIONS)),
  lens: z.enum(LENSES),
  basis: z.enum(BASES).meta({ description: "plan: as published. current: with approved changes." }),
  groups: z.array(rollupGroup),
  groupCount: count.meta({ description: "All groups, those beyond `top` included." }),
  totals: z
    .strictObject({
      projects: count,
      ...money,
      countedTwiceFen: fen,
      countedTwiceWan: wan,
      countedTwiceProjects: count,
      coverage,
      returns,
    })
    .meta({
      description:
        "Each project once. `countedTwice…` is what the groups of the lens `involvement` add up to beyond that.",
    }),
  largest: z.strictObject({ id, name: z.string(), ...money, excluded: z.boolean() }).nullable(),
});
export type RollupAnswer = z.infer<typeof rollup>;
