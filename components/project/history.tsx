import Link from "next/link";
import type { HistoryEvent } from "@/lib/audit/history/history";
import { type ChangeLine, eventChanges } from "@/lib/audit/history/history-changes";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

type HistoryProps = {
  t: Translator;
  events: HistoryEvent[];
  olderHref: string | null;
  /** Null on the first page. */
  newestHref: string | null;
};

/** Who changed what, when and why, newest first: a sentence per event, and each field before and after. */
export function History({ t, events, olderHref, newestHref }: HistoryProps) {
  if (events.length === 0) return <p className="text-ink-2">{t("project.historyEmpty")}</p>;
  return (
    <>
      <ol>
        {events.map((event) => (
          <li key={event.seq} className="border-line-2 border-b py-3 first:pt-0 last:border-0">
            <p className="text-ink-3 text-sm">
              <time dateTime={event.recordedAt}>{formatInstant(event.recordedAt)}</time>{" "}
              <span className="text-ink-2">{actorName(t, event)}</span>{" "}
              <span className="text-xs">{t("project.eventNumber", { seq: event.seq })}</span>
            </p>
            <p className="font-semibold">{eventSentence(t, event)}</p>
            {event.reason && <p>{t("project.reasonIs", { reason: event.reason })}</p>}
            <Lines t={t} lines={eventChanges(t, event)} />
          </li>
        ))}
      </ol>
      <p className="mt-3 flex gap-4">
        {newestHref && <PageLink href={newestHref}>{t("project.newest")}</PageLink>}
        {olderHref && <PageLink href={olderHref}>{t("project.older")}</PageLink>}
      </p>
    </>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href as "/"} scroll={false} className="py-1 text-accent hover:underline">
      {children}
    </Link>
  );
}

function Lines({ t, lines }: { t: Translator; lines: ChangeLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-ink-2 text-sm">
      {lines.map(({ label, before, after }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an event's lines never change, and labels may repeat.
        <li key={at} className="min-w-0 whitespace-pre-line break-words has-[del]:basis-full">
          <span className="text-ink-3">{t("project.changeOf", { label })}</span>
          {before !== null && (
            <>
              <span className="sr-only">{t("project.from")} </span>
              <del className="text-ink-3">{before}</del>
              <span aria-hidden> → </span>
              <span className="sr-only"> {t("project.to")} </span>
            </>
          )}
          <span className="text-ink">{after}</span>
        </li>
      ))}
    </ul>
  );
}
