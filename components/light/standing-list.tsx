import Link from "next/link";
import type { LightColour, SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { Direction } from "@/lib/light/light";
import { type Decided, lightSentence } from "@/lib/light/sentence";
import { Course } from "./course";
import { ThreeLights } from "./three-lights";

type StandingListProps = {
  t: Translator;
  standings: {
    projectId: number;
    projectName: string;
    unit: string | null;
    month: string;
    system: SystemLight | null;
    self: LightColour | null;
    reviewer: LightColour | null;
    comment: string | null;
    decided: Decided | null;
    direction: Direction | null;
    monthsInRed: number;
  }[];
};

/** Projects by their last return: the three lights, the sentence behind the system's, direction and months in red. */
export function StandingList({ t, standings }: StandingListProps) {
  return (
    <ul className="overflow-hidden rounded-card border border-line bg-surface">
      {standings.map((row) => (
        <li
          key={row.projectId}
          className="grid gap-x-5 gap-y-1.5 border-line-2 border-t px-4 py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_13rem]"
        >
          <div className="min-w-0">
            <Link
              href={`/projects/${row.projectId}?tab=returns` as "/"}
              prefetch={false}
              className="inline-flex min-h-6 items-center font-semibold text-accent hover:underline max-sm:min-h-11"
            >
              {row.projectName}
            </Link>
            <p className="text-ink-3 text-sm">
              {row.unit ?? t("lightsPage.noUnit")} · {t("updates.month", { month: row.month })}
            </p>
            {row.decided && <p className="text-ink-2 text-sm">{lightSentence(t, row.decided)}</p>}
            {row.comment && (
              <p className="text-sm">
                <span className="text-ink-3">{t("projectReturns.comment")}</span> {row.comment}
              </p>
            )}
          </div>
          <div>
            <ThreeLights t={t} system={row.system} self={row.self} reviewer={row.reviewer} />
            <Course t={t} direction={row.direction} monthsInRed={row.monthsInRed} />
          </div>
        </li>
      ))}
    </ul>
  );
}
