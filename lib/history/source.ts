import { EVENT_ACTIONS, type EventAction } from "@/db/event-actions";

/** Where a value came from: a document, a monthly return, a change request, or somebody's hand. */
export const SOURCES = ["import", "return", "change", "hand"] as const;
export type Source = (typeof SOURCES)[number];

const NOUNS: Record<string, Source> = {
  import: "import",
  data_set: "import",
  plan: "import",
  plan_entry: "import",
  return: "return",
  money_plan: "return",
  opening_balance: "return",
  problem: "return",
  reporting_unit: "return",
  change: "change",
  change_batch: "change",
  milestone: "hand",
  milestones: "hand",
  organization: "hand",
  project: "hand",
  region: "hand",
  calendar: "hand",
  light_rule: "hand",
  user: "hand",
};
/** They say what was taken away or looked at, and changed nothing. */
const CHANGES_NOTHING = /\.(exported|downloaded|reminded|uploaded|read)$/;

/** The source of what an event changed; null for sign-ins, exports and the like, which change no value. */
export function sourceOf(action: EventAction, actorName: string): Source | null {
  if (CHANGES_NOTHING.test(action)) return null;
  if (actorName === LOADER_NAME) return "import";
  return NOUNS[action.split(".")[0] ?? ""] ?? null;
}

/** Who loads the embedded data set. */
export const LOADER_NAME = "data set";

/** The events of a source. Those of the data set's loader are an import, whatever they are. */
export function actionsOf(source: Source): EventAction[] {
  return EVENT_ACTIONS.filter((action) => sourceOf(action, "") === source);
}

/** Events that change no value: what the history leaves out. */
export const SILENT_ACTIONS: EventAction[] = EVENT_ACTIONS.filter(
  (action) => sourceOf(action, "") === null,
);
