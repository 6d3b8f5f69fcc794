import { Light } from "@/components/ui/light";
import type { LightColour, SystemLight } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { lightsDisagree } from "@/lib/light/light";

type ThreeLightsProps = {
  t: Translator;
  system: SystemLight | null;
  self: LightColour | null;
  reviewer: LightColour | null;
};

/** System, self and reviewer side by side, and whether they disagree. */
export function ThreeLights({ t, system, self, reviewer }: ThreeLightsProps) {
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-0.5">
        {(
          [
            ["system", system],
            ["self", self],
            ["reviewer", reviewer],
          ] as const
        ).map(([who, light]) => (
          <div key={who} className="contents">
            <dt className="text-ink-3 text-xs leading-6">{t(`light.${who}`)}</dt>
            <dd>
              <Light colour={light ?? "none"}>
                {light === null ? t("light.unset") : t(`lightColour.${light}`)}
              </Light>
            </dd>
          </div>
        ))}
      </dl>
      {lightsDisagree([system, self, reviewer]) && (
        <p className="mt-0.5 text-amber text-xs">{t("light.disagree")}</p>
      )}
    </>
  );
}
