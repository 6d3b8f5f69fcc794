import Link from "next/link";
import type { HistoryEvent } from "@/lib/audit/history/history";
import { type ChangeLine, eventChanges } from "@/lib/audit/history/history-changes";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import { sourceOf } from "@/lib/history/source";
import type { Translator } from "@/lib/language/translator";

/** So many fields of a new project are shown; the page of the project has them all. */
const LINES_SHOWN = 8;

/** What changed, newest first: the project, each field before and after, who, why and from where. */
export function EventList({ t, events }: { t: Translator; events: HistoryEvent[] }) {
  return (
    <ol className="rounded-card border border-line bg-surface px-4.5 py-1">
      {events.map((event) => (
        <li
          key={event.seq}
          className="grid gap-x-4 gap-y-0.5 border-line-2 border-b py-2.5 last:border-0 md:grid-cols-[8.5rem_1fr_auto]"
        >
          <time dateTime={event.recordedAt} className="whitespace-nowrap text-ink-3 text-sm">
            {formatInstant(event.recordedAt)}
          </time>
          <What t={t} event={event} />
          <span className="font-mono text-ink-3 text-xs">
            #{event.seq} {event.hash.slice(0, 4)}…{event.hash.slice(-2)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function What({ t, event }: { t: Translator; event: HistoryEvent }) {
  const lines = eventChanges(t, event);
  const source = sourceOf(event.action, event.actor.name);
  const more = lines.length - LINES_SHOWN;
  return (
    <div className="min-w-0">
      {event.projectId !== null && event.projectName !== null && (
        <Link
          prefetch={false}
          href={{ pathname: `/projects/${event.projectId}`, query: { tab: "history" } }}
          className="mr-2 font-semibold hover:underline"
        >
          {event.projectName}
        </Link>
      )}
      <span>{eventSentence(t, event)}</span>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {lines.slice(0, LINES_SHOWN).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event's lines never change, and labels may repeat.
          <Line key={at} t={t} line={line} />
        ))}
        {more > 0 && <li className="text-ink-3">{t("historyPage.moreLines", { count: more })}</li>}
      </ul>
      <p className="text-ink-2 text-sm">
        {[
          actorName(t, event),
          source && t(`historyPage.sources.${source}`),
          event.reason && t("project.reasonIs", { reason: event.reason }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

/** What replaced something has a line of its own; what is new stands with the rest of it. */
function Line({ t, line: { label, before, after } }: { t: Translator; line: ChangeLine }) {
  return (
    <li
      className={`min-w-0 whitespace-pre-line break-words ${before === null ? "" : "basis-full"}`}
    >
      <span className="text-ink-3">{t("project.changeOf", { label })}</span>
      {before !== null && (
        <>
          <span className="sr-only">{t("project.from")} </span>
          <del className="text-red">{before}</del>
          <span aria-hidden> → </span>
          <span className="sr-only"> {t("project.to")} </span>
        </>
      )}
      {before === null ? (
        <span>{after}</span>
      ) : (
        <ins className="text-green no-underline">{after}</ins>
      )}
    </li>
  );
}
