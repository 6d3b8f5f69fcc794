import Link from "next/link";
import type { FindingState } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";

type ProjectFindingsProps = {
  t: Translator;
  findings: { id: number; title: string; state: FindingState; dueOn: string }[];
  /** Where an auditor raises a new one; null for everybody else. */
  raiseHref: string | null;
};

/** The findings that name this project, for those who may read them. */
export function ProjectFindings({ t, findings, raiseHref }: ProjectFindingsProps) {
  if (findings.length === 0 && raiseHref === null) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings" className="mb-2.5 text-base">
        {t("nav.findings")}
      </h2>
      {findings.length === 0 && <p className="text-ink-2 text-sm">{t("finding.none")}</p>}
      <ul className="grid gap-1">
        {findings.map(({ id, title, state, dueOn }) => (
          <li key={id}>
            <Link
              href={`/audit/findings/${id}`}
              className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
            >
              {title}
            </Link>
            <span className="block text-ink-2 text-sm">
              {t(`finding.states.${state}`)}
              {state !== "closed" && ` · ${t("finding.due", { on: dueOn })}`}
            </span>
          </li>
        ))}
      </ul>
      {raiseHref && (
        <Link
          href={raiseHref as "/audit/findings"}
          prefetch={false}
          className="mt-1 inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11 print:hidden"
        >
          {t("finding.raise")}
        </Link>
      )}
    </section>
  );
}
