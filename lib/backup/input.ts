import { z } from "zod";
import { optionalText, requiredDay } from "@/lib/form";

/** A restore drill 恢复演练 that somebody did: when, and how it went. */
export const drill = z.strictObject({ drilledOn: requiredDay, note: optionalText(500) });
export type Drill = z.infer<typeof drill>;
