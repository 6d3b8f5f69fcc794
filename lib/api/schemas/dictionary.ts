import { z } from "zod";
import {
  LINK_KINDS,
  LINK_STATES,
  LOCALES,
  MILESTONE_STATES,
  ORGANIZATION_KINDS,
  SECTORS,
  UNIT_ENTRY_KINDS,
  UNIT_ROLES,
} from "@/db/vocabulary";
import {
  count,
  coverage,
  day,
  id,
  instant,
  money,
  partialDate,
  projectItem,
  regionRef,
} from "./schemas";

/** The shapes beside the list of projects: one project in full, the dictionaries, milestones and events. */

export const milestone = z.strictObject({
  id,
  projectId: id,
  position: z.number().int(),
  name: z.string(),
  state: z.enum([...MILESTONE_STATES, "overdue"]),
  firstPlanned: partialDate.meta({ description: "Stays for good; overdue counts from here." }),
  revisedPlanned: partialDate.nullable(),
  forecast: partialDate.nullable(),
  actual: partialDate.nullable(),
  actualOn: day.nullable().meta({ description: "Last day of `actual`." }),
  note: z.string().nullable(),
  version: id,
});
export type MilestoneJson = z.infer<typeof milestone>;

const unit = z.strictObject({
  role: z.enum(UNIT_ROLES),
  text: z.string(),
  entryKind: z.enum(UNIT_ENTRY_KINDS),
  organizationId: id.nullable(),
  openCount: id.nullable(),
});

export const projectDetail = z.strictObject({
  ...projectItem.shape,
  typeConfirmed: z.boolean(),
  stageOn: day.nullable(),
  stageNote: z.string().nullable(),
  overdue: z.boolean().meta({ description: "超期未完工 today." }),
  field: z.string().nullable(),
  content: z.string().nullable(),
  sponsor: z.string().nullable(),
  responsiblePerson: z.string().nullable(),
  contact: z.string().nullable(),
  contactPhone: z.string().nullable(),
  investmentCode: z.string().nullable(),
  scienceCode: z.string().nullable(),
  approvalNumber: z.string().nullable(),
  parent: z.strictObject({ id, name: z.string() }).nullable(),
  subProjects: z.array(z.strictObject({ id, name: z.string(), ...money })),
  units: z.array(unit),
  sectorEvidence: z.array(
    z.strictObject({
      sector: z.enum(SECTORS),
      confirmed: z.boolean(),
      words: z.array(z.string()),
    }),
  ),
  sources: z.array(
    z.strictObject({
      plan: z.string(),
      sourceTable: z.string(),
      sourceRow: z.number().int(),
      name: z.string(),
      ...money,
      start: partialDate.nullable(),
      end: partialDate.nullable(),
    }),
  ),
  milestones: z.array(milestone),
});
export type ProjectDetail = z.infer<typeof projectDetail>;

export const organizationList = z.strictObject({
  total: count,
  page: id,
  pageSize: id,
  items: z.array(
    z.strictObject({
      id,
      name: z.string(),
      kind: z.enum(ORGANIZATION_KINDS),
      region: regionRef.nullable(),
      projects: z.strictObject({ lead: count, support: count, owner: count, host: count }),
      links: z.array(
        z.strictObject({
          id,
          name: z.string(),
          kind: z.enum(LINK_KINDS),
          state: z.enum(LINK_STATES),
        }),
      ),
    }),
  ),
});
export type OrganizationList = z.infer<typeof organizationList>;

const names = Object.fromEntries(LOCALES.map((locale) => [locale, z.string()])) as Record<
  (typeof LOCALES)[number],
  z.ZodString
>;

export const sectorList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        code: z.enum(SECTORS),
        names: z.strictObject(names),
        projects: z.strictObject({ primary: count, further: count }),
        ...money,
        coverage,
      }),
    ),
  })
  .meta({ description: "Sums are by primary sector, 现行口径." });
export type SectorList = z.infer<typeof sectorList>;

export const regionList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        shortName: z.string(),
        projects: count,
        ...money,
        coverage,
      }),
    ),
  })
  .meta({ description: "Counts and sums, 现行口径." });
export type RegionList = z.infer<typeof regionList>;

export const planList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id,
        name: z.string(),
        region: regionRef,
        documentNumber: z.string().nullable(),
        publishedOn: day.nullable(),
        startYear: z.number().int(),
        endYear: z.number().int(),
        rows: count,
        ...money,
        coverage,
      }),
    ),
  })
  .meta({ description: "Counts and sums as published, 规划口径." });
export type PlanList = z.infer<typeof planList>;

export const eventList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        seq: id,
        recordedAt: instant,
        action: z.string(),
        sentence: z.string().meta({ description: "In the language of the token's person." }),
        actor: z.strictObject({
          kind: z.string(),
          id: id.nullable(),
          name: z.string(),
          token: z.string().optional(),
        }),
        regionCode: z.string().nullable(),
        project: z.strictObject({ id, name: z.string() }).nullable(),
        reason: z.string().nullable(),
        details: z.record(z.string(), z.unknown()),
        rows: z.array(
          z.strictObject({
            table: z.string(),
            id,
            version: id,
            before: z.record(z.string(), z.unknown()).nullable(),
            after: z.record(z.string(), z.unknown()),
          }),
        ),
        hash: z.string().length(64),
      }),
    ),
    next: id.nullable().meta({ description: "`before` of the next page; null on the last one." }),
  })
  .meta({ description: "Newest first." });
export type EventList = z.infer<typeof eventList>;
