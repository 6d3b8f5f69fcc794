import Link from "next/link";
import type { ReactNode } from "react";
import { Light } from "@/components/ui/light";
import { SYSTEM_LIGHTS, type SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";

type DryRunResultProps = {
  t: Translator;
  name: string;
  run: {
    before: Record<SystemLight, number>;
    after: Record<SystemLight, number>;
    moves: {
      projectId: number;
      projectName: string;
      month: string;
      from: SystemLight;
      to: SystemLight;
    }[];
  };
  /** What may be done with it. */
  children?: ReactNode;
};

const MOVES_SHOWN = 100;

/** “红 3 → 5”: what a rule would do to the last returns, and the projects that would move. */
export function DryRunResult({ t, name, run, children }: DryRunResultProps) {
  const { before, after, moves } = run;
  const lights = SYSTEM_LIGHTS.filter((light) => before[light] > 0 || after[light] > 0);
  return (
    <section
      aria-labelledby="dry-run"
      className="mt-3 rounded-card border border-line-3 bg-sunken px-4 py-3"
    >
      <h3 id="dry-run" className="mb-1.5 font-semibold">
        {t("lightRules.withRule", { name })}
      </h3>
      {lights.length === 0 ? (
        <p>{t("lightRules.nothingToJudge")}</p>
      ) : (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {lights.map((light) => (
            <li key={light} className="flex items-center gap-1.5">
              <Light colour={light}>{t(`lightColour.${light}`)}</Light>
              <span>
                {before[light]} → {after[light]}
              </span>
            </li>
          ))}
        </ul>
      )}
      {lights.length > 0 && (
        <p className="mt-1.5 text-ink-2">{t("lightRules.moves", { count: moves.length })}</p>
      )}
      <ul className="mt-1">
        {moves.slice(0, MOVES_SHOWN).map((move) => (
          <li key={move.projectId} className="py-0.5">
            <Link
              href={`/projects/${move.projectId}?tab=returns` as "/"}
              prefetch={false}
              className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
            >
              {move.projectName}
            </Link>{" "}
            <span className="text-ink-2">
              {move.month} {t(`lightColour.${move.from}`)} → {t(`lightColour.${move.to}`)}
            </span>
          </li>
        ))}
      </ul>
      {moves.length > MOVES_SHOWN && (
        <p className="text-ink-3 text-xs">{t("lightRules.moreMoves", { shown: MOVES_SHOWN })}</p>
      )}
      {children}
    </section>
  );
}
