import Link from "next/link";
import type { ListedBatch } from "@/lib/change-request/change-request";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

/** Batches: what they are called, under which document, how much is in them, how they ended. */
export function BatchList({ t, batches }: { t: Translator; batches: ListedBatch[] }) {
  return (
    <ul className="grid rounded-card border border-line bg-surface">
      {batches.map((batch) => (
        <li
          key={batch.id}
          className="grid gap-x-4 border-line-2 border-b px-4 py-2.5 last:border-b-0 sm:grid-cols-[1fr_10rem_8rem]"
        >
          <span className="min-w-0">
            <Link
              prefetch={false}
              href={`/changes/batches/${batch.id}` as "/"}
              className="break-words font-[550] hover:underline max-sm:inline-block max-sm:min-h-6"
            >
              {batch.name}
            </Link>
            <small className="block text-ink-3 text-xs">
              {[batch.documentNumber, batch.madeByName, formatInstant(batch.madeAt).slice(0, 10)]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </span>
          <span>{t("changeBatch.counts", { requests: batch.requests, open: batch.open })}</span>
          <span className="text-ink-2">{t(`changeBatchState.${batch.state}`)}</span>
        </li>
      ))}
    </ul>
  );
}
