import { type CalendarInput, calendarInput } from "@/lib/calendar/input";
import { fieldErrors } from "@/lib/form";
import { errorSentence, type MessageKey, type Translator } from "@/lib/language/translator";

type Query = Record<string, string | string[] | undefined>;

/** What the address asks for: a region, and a calendar to look at before it is saved. */
export type CalendarView = {
  regionCode: string | null;
  /** What was typed; null when nothing was. */
  typed: Record<string, string> | null;
  faults: { field: string; sentence: string }[];
  /** The typed calendar where it can be set. */
  chosen: CalendarInput | null;
};

const FIELDS = ["startsMonth", "opensDay", "dueDay", "locksDay", "joinsJanuary"] as const;

export function parseCalendarUrl(t: Translator, query: Query): CalendarView {
  const regionCode = one(query.regionCode) || null;
  if (query.startsMonth === undefined) return { regionCode, typed: null, faults: [], chosen: null };
  const typed = Object.fromEntries(FIELDS.map((name) => [name, one(query[name])]));
  const parsed = calendarInput.safeParse({ regionCode: regionCode ?? "", ...typed });
  if (!parsed.success) {
    const faults = fieldErrors(parsed.error).map(({ field, key, parameters }) => {
      const label = t(`eventField.report_calendars.${field}` as MessageKey);
      return { field, sentence: `${label}: ${errorSentence(t, key, parameters)}` };
    });
    return { regionCode, typed, faults, chosen: null };
  }
  if (parsed.data.locksDay < parsed.data.dueDay) {
    const faults = [{ field: "locksDay", sentence: errorSentence(t, "lockBeforeDue") }];
    return { regionCode, typed, faults, chosen: null };
  }
  return { regionCode, typed, faults: [], chosen: parsed.data };
}

function one(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
