import { z } from "zod";
import { SECTORS } from "@/db/vocabulary";
import { idInput, optionalText, requiredText, versionInput } from "@/lib/form";
import { LIMITS } from "@/lib/project/input";

export const CONFIRMED_AT_ONCE = 100;
const REASON_MAX = 500;

/** `14:3`: a project and the version of it that was looked at. */
const chosen = z
  .string()
  .regex(/^\d{1,9}:\d{1,9}$/)
  .transform((text) => {
    const [id = 0, version = 0] = text.split(":").map(Number);
    return { id, version };
  });

/** The projects ticked in the queue, with a remark where somebody wants to leave one. */
export const sectorConfirmation = z.strictObject({
  project: z
    .union([chosen.transform((one) => [one]), z.array(chosen).max(CONFIRMED_AT_ONCE)], {
      error: "sectorsNone",
    })
    .default([]),
  reason: optionalText(REASON_MAX),
});
export type SectorConfirmation = z.infer<typeof sectorConfirmation>;

const sector = z.enum(SECTORS);

/** One project's sectors as a person says them: they count as confirmed. */
export const sectorChange = z.strictObject({
  id: idInput,
  version: versionInput,
  primarySector: sector,
  furtherSectors: z
    .union([sector.transform((one) => [one]), z.array(sector).max(LIMITS.sectors)])
    .default([]),
  reason: requiredText(REASON_MAX),
});
export type SectorChange = z.infer<typeof sectorChange>;

/** The event to take back, by its sequence number. */
export const sectorUndoing = z.strictObject({ seq: idInput, reason: requiredText(REASON_MAX) });
export type SectorUndoing = z.infer<typeof sectorUndoing>;
