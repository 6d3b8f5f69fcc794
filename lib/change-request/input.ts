import { z } from "zod";
import { CHANGE_KINDS, CHANGE_REASONS } from "@/db/change-vocabulary";
import { STAGES } from "@/db/vocabulary";
import {
  checked,
  idInput,
  optionalDay,
  optionalText,
  requiredText,
  versionInput,
} from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";

export const DOCUMENT_MAX = 100;
export const PARTS_MAX = 5;
const TEXT_MAX = 5_000;

const text = z.string().max(TEXT_MAX).optional();
const part = Object.fromEntries(
  Array.from({ length: PARTS_MAX }, (_, at) => at + 1).flatMap((at) =>
    ["Name", "TotalInvestment", "Leads", "Owners"].map((field) => [`part${at}${field}`, text]),
  ),
) as Record<
  `part${1 | 2 | 3 | 4 | 5}${"Name" | "TotalInvestment" | "Leads" | "Owners"}`,
  typeof text
>;

const one = { id: idInput, version: versionInput };
const why = {
  reasonCode: z.enum(CHANGE_REASONS, { error: "required" }),
  sentence: requiredText(REASON_MAX),
  documentNumber: optionalText(DOCUMENT_MAX),
  documentOn: optionalDay,
};

/** Everything a request for a project that is there may fill in; which of it counts depends on the kind. */
export const changeAsked = z.strictObject({
  projectId: idInput,
  /** Of the project, as the form showed it. */
  version: versionInput,
  kind: z.enum(CHANGE_KINDS, { error: "required" }).exclude(["addition"]),
  ...why,
  name: text,
  totalInvestment: text,
  start: text,
  end: text,
  leads: text,
  owners: text,
  hosts: text,
  supports: text,
  content: text,
  stage: z.union([z.enum(STAGES), z.literal("")]).optional(),
  stageOn: optionalDay,
  /** Numbers of the projects that are merged into this one. */
  merged: optionalText(200),
  ...part,
});
export type ChangeAsked = z.infer<typeof changeAsked>;

/** A new project that shall enter the ledger. */
export const additionAsked = z.strictObject({
  ...why,
  name: requiredText(200),
  type: z.string().max(20),
  field: text,
  content: text,
  start: text,
  end: text,
  totalInvestment: text,
  owners: text,
  hosts: text,
  leads: requiredText(TEXT_MAX),
  supports: text,
  primarySector: text,
  furtherSectors: z.union([z.string(), z.array(z.string())]).optional(),
  /** It is another project than those of nearly the same name. */
  confirmSimilar: checked,
});
export type AdditionAsked = z.infer<typeof additionAsked>;

export const changeChecked = z.strictObject({ ...one, note: optionalText(REASON_MAX) });
export type ChangeChecked = z.infer<typeof changeChecked>;

export const changeRefused = z.strictObject({ ...one, reason: requiredText(REASON_MAX) });
export type ChangeRefused = z.infer<typeof changeRefused>;

export const changeStep = z.strictObject(one);
export type ChangeStep = z.infer<typeof changeStep>;

export const changeRecorded = z.strictObject({
  ...one,
  decisionNumber: requiredText(DOCUMENT_MAX),
  decisionOn: optionalDay,
  note: optionalText(REASON_MAX),
});
export type ChangeRecorded = z.infer<typeof changeRecorded>;
