import { z } from "zod";
import { EVENT_ACTIONS } from "@/db/event-actions";
import { EVENTS_MAX } from "@/lib/audit/history/history";
import { MILESTONE_LIMITS } from "@/lib/milestone/input";
import { partialDateInput } from "@/lib/project/input";

/** What the API takes beside the ledger's filters. Query values arrive as text, bodies as JSON. */

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const eventQuery = z.strictObject({
  /** Id of a project: its whole history. */
  project: whole.optional(),
  action: z.enum(EVENT_ACTIONS).optional(),
  /** Id of the user who acted. */
  actor: whole.optional(),
  /** Only events before this sequence number: the `next` of the page before. */
  before: whole.optional(),
  limit: whole.pipe(z.number().min(1).max(EVENTS_MAX)).default(50),
});
export type EventQuery = z.output<typeof eventQuery>;

const version = z.number().int().positive();
const name = z.string().trim().min(1).max(MILESTONE_LIMITS.name);
const note = z.string().trim().max(MILESTONE_LIMITS.note).nullable();
const reason = z.string().trim().min(1).max(MILESTONE_LIMITS.reason);

export const newMilestoneBody = z.strictObject({
  name,
  planned: partialDateInput,
  forecast: partialDateInput.nullable().default(null),
  note: note.default(null),
});

/** One kind of change at a time; `version` is the one the change was made on. */
export const MILESTONE_CHANGES = {
  update: z.strictObject({
    version,
    name: name.optional(),
    forecast: partialDateInput.nullable().optional(),
    note: note.optional(),
  }),
  complete: z.strictObject({ version, actual: partialDateInput, note: note.optional() }),
  replan: z.strictObject({ version, planned: partialDateInput, reason }),
  cancel: z.strictObject({ version, state: z.literal("cancelled"), reason }),
  reopen: z.strictObject({
    version,
    state: z.literal("scheduled"),
    reason: reason.nullable().default(null),
  }),
} as const;
type Change = keyof typeof MILESTONE_CHANGES;
export type MilestoneChange = {
  [Kind in Change]: { kind: Kind } & z.output<(typeof MILESTONE_CHANGES)[Kind]>;
}[Change];

export const milestoneChangeBody = z
  .union(Object.values(MILESTONE_CHANGES))
  .meta({ description: "One kind of change at a time." });

/** Reads the change that the body's fields ask for. Throws ZodError naming the field at fault. */
export function parseMilestoneChange(body: unknown): MilestoneChange {
  const kind = kindOf(body);
  return { kind, ...MILESTONE_CHANGES[kind].parse(body) } as MilestoneChange;
}

function kindOf(body: unknown): Change {
  if (typeof body !== "object" || body === null) return "update";
  if ("actual" in body) return "complete";
  if ("planned" in body) return "replan";
  if ("state" in body) return body.state === "scheduled" ? "reopen" : "cancel";
  return "update";
}
