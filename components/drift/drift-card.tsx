import Link from "next/link";
import { signedWan } from "@/components/change/effect-table";
import { StateMark } from "@/components/change/state-mark";
import { isOpen } from "@/lib/change-request/change-request";
import type { ProjectChanges } from "@/lib/change-request/drift/drift";
import { changeSummary } from "@/lib/change-request/lines";
import type { Translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";
import { BaselineTable } from "./baseline-table";
import { signed } from "./drift-table";

const SHOWN = 3;

type DriftCardProps = {
  t: Translator;
  project: Project;
  changes: ProjectChanges;
  /** Whether the reader may open the list of requests. */
  listed: boolean;
};

/** How far a project has moved since its plan, and the requests that wait or moved it last. */
export function DriftCard({ t, project, changes, listed }: DriftCardProps) {
  const { drift, requests, baselines } = changes;
  const version = baselines.at(-1)?.number ?? 1;
  const open = requests.filter(({ state }) => isOpen(state)).length;
  return (
    <section aria-labelledby="drift">
      <h2 id="drift" className="mb-1.5 text-base">
        {t("drift.cardTitle")}
      </h2>
      <p className="text-ink-2 text-sm">
        {drift.times === 0
          ? t("drift.none")
          : t("drift.summary", {
              times: drift.times,
              amount: drift.amountFen === null ? "0" : signedWan(drift.amountFen),
              months: drift.months === null ? "0" : signed(drift.months),
            })}
        {drift.uncounted > 0 && ` ${t("drift.uncounted", { count: drift.uncounted })}`}
      </p>
      <p className="text-ink-3 text-xs">
        {t("drift.version", { version })}
        {open > 0 && ` · ${t("drift.open", { count: open })}`}
      </p>
      {listed && requests.length > 0 && (
        <ul className="mt-2 grid gap-1.5 text-sm">
          {requests.slice(0, SHOWN).map((request) => (
            <li key={request.id} className="min-w-0 break-words">
              <Link
                prefetch={false}
                href={`/changes/${request.id}` as "/"}
                className="text-accent underline decoration-line-3 underline-offset-2 hover:decoration-accent max-sm:inline-block max-sm:min-h-6"
              >
                {t(`changeKind.${request.kind}`)}
              </Link>{" "}
              <StateMark t={t} state={request.state} />
              <small className="block text-ink-2 text-xs">{changeSummary(t, request)}</small>
            </li>
          ))}
        </ul>
      )}
      {listed && requests.length > SHOWN && (
        <p className="mt-1.5 text-sm">
          <Link
            prefetch={false}
            href={{ pathname: "/changes", query: { project: project.row.id } }}
            className="text-accent underline decoration-line-3 underline-offset-2 hover:decoration-accent"
          >
            {t("drift.all", { count: requests.length })}
          </Link>
        </p>
      )}
      {baselines.length > 0 && (
        <BaselineTable t={t} project={project} baselines={baselines} listed={listed} />
      )}
    </section>
  );
}
