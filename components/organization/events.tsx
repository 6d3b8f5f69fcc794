import Link from "next/link";
import type { HistoryEvent } from "@/lib/audit/history/history";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

/** The latest events on a unit and its projects, newest first. */
export function Events({ t, events }: { t: Translator; events: HistoryEvent[] }) {
  if (events.length === 0) return <p className="text-ink-2">{t("unit.noEvents")}</p>;
  return (
    <ol>
      {events.map((event) => (
        <li key={event.seq} className="border-line-2 border-b py-2 last:border-b-0">
          <p className="text-ink-3 text-xs">
            <time dateTime={event.recordedAt}>{formatInstant(event.recordedAt)}</time>{" "}
            {actorName(t, event)}
          </p>
          <p>
            <Sentence t={t} event={event} />
          </p>
          {event.reason && (
            <p className="text-ink-2 text-sm">{t("unit.reasonIs", { reason: event.reason })}</p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The sentence of an event; its project is a link, named once. */
function Sentence({ t, event }: { t: Translator; event: HistoryEvent }) {
  const sentence = eventSentence(t, event);
  const { projectId, projectName } = event;
  if (projectId === null || projectName === null) return sentence;
  const named = sentence.includes(projectName);
  return (
    <>
      {!named && `${sentence} · `}
      <Link href={`/projects/${projectId}`} className="text-accent underline">
        {named ? sentence : projectName}
      </Link>
    </>
  );
}
