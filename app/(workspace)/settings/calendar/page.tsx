import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ComingDays } from "@/components/calendar/coming-days";
import { Exceptions } from "@/components/calendar/exceptions";
import { NoticeDays } from "@/components/calendar/notice-days";
import { Preview } from "@/components/calendar/preview";
import { RegionTable } from "@/components/calendar/region-table";
import { RulesForm, typedRules } from "@/components/calendar/rules-form";
import { History } from "@/components/project/history";
import { PageHead } from "@/components/ui/page-head";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { calendarEffect } from "@/lib/calendar/effect";
import { countOwing } from "@/lib/calendar/owing";
import {
  listCalendarEvents,
  listCalendars,
  listDayChanges,
  listExceptions,
} from "@/lib/calendar/queries";
import { translator } from "@/lib/language/translator";
import { setCalendarAction, setCalendarDayAction, setExceptionAction } from "./actions";
import { parseCalendarUrl } from "./view";

export const generateMetadata = titled("calendar.title");

/** 月报日历: which regions have gone live, and when their returns open, are due and lock. */
export default async function CalendarPage({ searchParams }: PageProps<"/settings/calendar">) {
  const viewer = await requireViewer("calendar.manage");
  const t = translator(viewer.locale);
  const view = parseCalendarUrl(t, await searchParams);
  const page = await ask(async (tx) => {
    const rows = await listCalendars(tx, viewer);
    const row = rows.find(({ region }) => region.code === view.regionCode) ?? rows[0] ?? null;
    const code = row?.region.code ?? "";
    return {
      today: tx.today,
      rows,
      row,
      changes: await listDayChanges(tx),
      exceptions: await listExceptions(tx, viewer, code),
      owing: row?.calendar === null ? await countOwing(tx, viewer, code) : null,
      events: await listCalendarEvents(tx, viewer, code),
    };
  });
  const { today, rows, row, changes } = page;
  const calendar = row?.calendar ?? null;
  const usual = { ...USUAL_CALENDAR, startsMonth: today.slice(0, 7) };
  return (
    <>
      <PageHead
        above={{ label: t("nav.settings"), href: "/settings" }}
        title={t("calendar.title")}
        note={t("calendar.lead")}
      />
      <div className="grid gap-4">
        <Section title={t("calendar.regions")}>
          <RegionTable t={t} rows={rows} current={row?.region.code ?? null} />
        </Section>
        {row && (
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_420px]">
            <div className="grid min-w-0 gap-4">
              <Section title={t("calendar.rulesOf", { region: row.region.name })}>
                <RulesForm
                  t={t}
                  regionCode={row.region.code}
                  values={view.typed ?? typedRules(calendar ?? usual)}
                  faults={view.faults}
                />
                {view.chosen && (
                  <Preview
                    key={JSON.stringify(view.chosen)}
                    t={t}
                    chosen={view.chosen}
                    version={calendar?.version ?? 0}
                    lines={calendarEffect(calendar, view.chosen, today, changes)}
                    owing={page.owing}
                    action={setCalendarAction}
                  />
                )}
              </Section>
              <Section title={t("calendar.exceptions")}>
                <Exceptions
                  key={row.region.code}
                  t={t}
                  regionCode={row.region.code}
                  exceptions={page.exceptions}
                  action={setExceptionAction}
                />
              </Section>
              <Section title={t("calendar.history")}>
                <History t={t} events={page.events} olderHref={null} newestHref={null} />
              </Section>
            </div>
            <div className="grid min-w-0 gap-4">
              <Section title={t("calendar.coming")}>
                {calendar ? (
                  <ComingDays t={t} rules={calendar} today={today} changes={changes} />
                ) : (
                  <p className="text-ink-2">{t("calendar.notLive")}</p>
                )}
              </Section>
              <Section title={t("calendar.days")}>
                <NoticeDays t={t} changes={changes} action={setCalendarDayAction} />
              </Section>
            </div>
          </div>
        )}
      </div>
    </>
  );
}
