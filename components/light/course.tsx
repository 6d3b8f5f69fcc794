import type { Translator } from "@/lib/language/translator";
import type { Direction } from "@/lib/light/light";

const ARROWS = { improving: "↗", steady: "→", worsening: "↘" } as const;

type CourseProps = { t: Translator; direction: Direction | null; monthsInRed: number };

/** Whether a project catches up, and for how many months running it has been red. */
export function Course({ t, direction, monthsInRed }: CourseProps) {
  return (
    <span className="text-sm">
      {direction && (
        <span className="whitespace-nowrap">
          <span aria-hidden>{ARROWS[direction]}</span> {t(`light.${direction}`)}
        </span>
      )}
      {direction && monthsInRed > 0 && " · "}
      {monthsInRed > 0 && (
        <span className="text-red">{t("light.monthsInRed", { count: monthsInRed })}</span>
      )}
    </span>
  );
}
