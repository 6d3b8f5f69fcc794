"use server";

import { refresh } from "next/cache";
import { submitAndSay, submitForm } from "@/app/mutation/form-action";
import { effectSentence } from "@/components/calendar/effect-list";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { setCalendar, setCalendarDay, setExceptionByName } from "@/lib/calendar/commands";
import { type EffectLine, movedByNotice } from "@/lib/calendar/effect";
import { calendarDayInput, calendarInput, exceptionForm } from "@/lib/calendar/input";
import { listCalendars, listDayChanges } from "@/lib/calendar/queries";

export async function setCalendarAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, calendarInput, setCalendar);
}

/** Says which due days and locks the notice moved, region by region. */
export async function setCalendarDayAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, calendarDayInput, async (viewer, input, t) => {
    const moved = await write(async (tx) => {
      const before = await listDayChanges(tx);
      await setCalendarDay(tx, viewer, input);
      const after = await listDayChanges(tx);
      const rows = await listCalendars(tx, viewer);
      return rows.flatMap(({ region, calendar }): [string, EffectLine[]][] =>
        calendar ? [[region.name, movedByNotice(calendar, tx.today, before, after)]] : [],
      );
    });
    refresh();
    const sentences = moved
      .filter(([, lines]) => lines.length > 0)
      .map(([name, lines]) =>
        t("calendar.movedIn", {
          region: name,
          moves: lines.map((line) => effectSentence(t, line)).join(""),
        }),
      );
    return [
      t("common.saved"),
      ...(sentences.length > 0 ? sentences : [t("calendar.movesNothing")]),
    ].join(" ");
  });
}

export async function setExceptionAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, exceptionForm, setExceptionByName);
}
