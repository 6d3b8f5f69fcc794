import { Light } from "@/components/ui/light";
import type { SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";

type LightsProps = {
  t: Translator;
  row: Pick<ReturnRow, "systemLight" | "selfLight" | "reviewerLight">;
};

/** The three lights side by side, each with its shape and its word. */
export function Lights({ t, row }: LightsProps) {
  const lights = [
    ["system", row.systemLight],
    ["self", row.selfLight],
    ["reviewer", row.reviewerLight],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {lights.map(([whose, light]) => (
        <div key={whose} className="flex gap-1.5">
          <dt className="text-ink-3">{t(`review.lights.${whose}`)}</dt>
          <dd>
            <OneLight t={t} light={light} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function OneLight({ t, light }: { t: Translator; light: SystemLight | null }) {
  if (light === null) return <Light colour="none">{t("review.lights.none")}</Light>;
  const colour = light === "grey" || light === "overdue" ? "none" : light;
  return <Light colour={colour}>{t(`lightColour.${light}`)}</Light>;
}
