import { MILESTONE_PANELS, type MilestonePanel } from "@/components/milestone/panel";
import { SOURCE_FIELDS, type SourceField } from "@/lib/project/published/source-cells";

export const TABS = ["milestones", "returns", "money", "sub", "history", "sources"] as const;
export type TabKey = (typeof TABS)[number];

/** What the address of a project's page asks for; whatever it does not understand falls back. */
export type ProjectView = {
  tab: TabKey;
  /** The editor that is open in the page. */
  open:
    | "stage"
    | "details"
    | "add"
    | "template"
    | "opening"
    | "reporting"
    | { planOf: number }
    | { panel: MilestonePanel; id: number }
    | null;
  derived: boolean;
  /** The history page begins below this event. */
  before: number | null;
  /** The field whose cell is marked among the sources. */
  cell: SourceField | null;
};

/** Editors that are one per page. */
const WHOLE_PARTS = ["stage", "details", "add", "template", "opening", "reporting"] as const;

type Query = Record<string, string | string[] | undefined>;

export function parseView(query: Query): ProjectView {
  const before = wholeNumber(one(query.before));
  return {
    tab: TABS.find((tab) => tab === one(query.tab)) ?? "milestones",
    open: parseOpen(one(query.edit)),
    derived: one(query.derived) === "1",
    before,
    cell: SOURCE_FIELDS.find((field) => field === one(query.cell)) ?? null,
  };
}

/** The number in the path, or null: everything else is a page that does not exist. */
export function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** The address of the page with this tab; an editor is opened by adding `&edit=`. */
export function pageHref(
  id: number,
  { tab, derived }: Pick<ProjectView, "tab" | "derived">,
): string {
  return `/projects/${id}?tab=${tab}${derived ? "&derived=1" : ""}`;
}

/** The sources, with the cell of this field marked. */
export function sourceHref(id: number, field: SourceField): string {
  return `/projects/${id}?tab=sources&cell=${field}`;
}

function parseOpen(edit: string): ProjectView["open"] {
  const whole = WHOLE_PARTS.find((part) => part === edit);
  if (whole) return whole;
  const [word = "", number = ""] = edit.split("-");
  if (word === "plan" && /^20\d\d$/.test(number)) return { planOf: Number(number) };
  const panel = MILESTONE_PANELS.find((known) => known === word);
  const id = wholeNumber(number);
  return panel && id !== null ? { panel, id } : null;
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
