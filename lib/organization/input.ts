import { z } from "zod";
import { LINK_KINDS, LINK_STATES, ORGANIZATION_KINDS } from "@/db/vocabulary";
import { idInput, requiredText, versionInput } from "@/lib/form";

export const ORGANIZATION_LIMITS = { name: 100, reason: 500 } as const;

const one = { id: idInput, version: versionInput };
const reason = requiredText(ORGANIZATION_LIMITS.reason);
const name = requiredText(ORGANIZATION_LIMITS.name);

/** Inputs of the commands, as forms send them. Every one of them needs a reason. */
export const kindChange = z.strictObject({ ...one, kind: z.enum(ORGANIZATION_KINDS), reason });
export type KindChange = z.infer<typeof kindChange>;

export const renaming = z.strictObject({ ...one, name, reason });
export type Renaming = z.infer<typeof renaming>;

/** What a person says about two names: the same body, not the same, or open again. */
export const linkDecision = z.strictObject({ ...one, state: z.enum(LINK_STATES), reason });
export type LinkDecision = z.infer<typeof linkDecision>;

/** A further name of a unit, by the other unit's exact name. */
export const newLink = z.strictObject({ ...one, other: name, kind: z.enum(LINK_KINDS), reason });
export type NewLink = z.infer<typeof newLink>;

/** The unit that goes into another one, which is given by its exact name. */
export const merging = z.strictObject({ ...one, target: name, reason });
export type Merging = z.infer<typeof merging>;

export const unmerging = z.strictObject({ ...one, reason });
export type Unmerging = z.infer<typeof unmerging>;
