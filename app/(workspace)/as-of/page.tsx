import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownPath } from "@/app/mutation/own-path";
import { requireViewer } from "@/app/session";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { read } from "@/db/client";
import { firstDay } from "@/lib/as-of/day";
import { findSnapshot } from "@/lib/as-of/snapshots";
import { pathAsOf } from "@/lib/as-of/url";
import { RuleError } from "@/lib/errors";
import { errorSentence, type Translator, translator } from "@/lib/language/translator";

export async function generateMetadata(): Promise<Metadata> {
  const viewer = await requireViewer("project.read");
  return { title: translator(viewer.locale)("asOf.title") };
}

/** Choosing a day, and what stands between a person and the page of that day: a sentence, or how far its making is. */
export default async function AsOfPage({ searchParams }: PageProps<"/as-of">) {
  const viewer = await requireViewer("project.read");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const day = textOf(asked.date);
  const next = ownPath(textOf(asked.next) || "/projects");
  const { today, first } = await read(async (tx) => ({
    today: tx.today,
    first: await firstDay(tx),
  }));
  const state = asked.why === "writing" ? "writing" : await stateOf(t, day);
  // A page that compares days has them in its address already.
  if (state === "there")
    redirect((asked.days === "in_address" ? next : pathAsOf(next, day)) as "/");
  return (
    <>
      <PageHead title={day ? t("asOf.knownOn", { day }) : t("asOf.title")} />
      {typeof state === "number" ? (
        <Making t={t} share={state} />
      ) : (
        <>
          {state && (
            <p role="status" className="mb-3 max-w-xl">
              {state === "writing" ? t("asOf.noWriting", { day }) : state}
            </p>
          )}
          <form method="get" action="/as-of" className="mb-3 flex flex-wrap items-center gap-2">
            <input type="hidden" name="next" value={state === "writing" ? "/projects" : next} />
            <input
              type="date"
              name="date"
              aria-label={t("asOf.label")}
              required
              min={first ?? undefined}
              max={today}
              className="rounded-card border border-line-3 bg-surface px-2 py-1 max-md:min-h-11"
            />
            <button type="submit" className={BUTTON}>
              {t("asOf.show")}
            </button>
          </form>
        </>
      )}
      <a
        href={pathAsOf(next, null)}
        className="inline-flex min-h-6 items-center text-accent underline max-md:min-h-11"
      >
        {t("asOf.back")}
      </a>
    </>
  );
}

/** Looks again every second, without JavaScript too. */
function Making({ t, share }: { t: Translator; share: number }) {
  const percent = Math.floor(share * 100);
  return (
    <>
      <meta httpEquiv="refresh" content="1" />
      <p role="status" className="mb-2 max-w-xl">
        {t("asOf.making", { percent })}
      </p>
      <progress
        aria-label={t("asOf.makingLabel")}
        max={100}
        value={percent}
        className="mb-3 block h-2 w-72 max-w-full"
      />
    </>
  );
}

/** A sentence, how much of the making is done, or that the day is there. Null while none is chosen. */
async function stateOf(t: Translator, day: string): Promise<string | number | null> {
  if (day === "") return null;
  try {
    const found = await findSnapshot(day);
    return found && "making" in found ? found.making.share : "there";
  } catch (error) {
    if (error instanceof RuleError) return errorSentence(t, error.key, error.parameters);
    throw error;
  }
}

function textOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
