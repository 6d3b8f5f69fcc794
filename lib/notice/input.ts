import { z } from "zod";
import { requiredMonth } from "@/lib/calendar/input";
import { idInput } from "@/lib/form";

/** Which notice was read, or all of the own ones. */
export const noticeReading = z.strictObject({ notice: z.union([z.literal("all"), idInput]) });
export type NoticeReading = z.infer<typeof noticeReading>;

/** Which units are reminded of a month, as tick boxes send them. */
export const reminderInput = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/, { error: "invalid" }),
  month: requiredMonth,
  unit: z.preprocess((value) => [value ?? []].flat(), z.array(idInput).max(1_000)),
});
export type ReminderInput = z.infer<typeof reminderInput>;
