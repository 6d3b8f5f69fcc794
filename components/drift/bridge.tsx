import type { BridgeStep } from "@/lib/change-request/drift/drift";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import { signedWan } from "../change/effect-table";

const ENDS: readonly BridgeStep["step"][] = ["plan", "current"];

/** From 规划口径 to 现行口径: which step takes how much, until the two meet. */
export function Bridge({ t, steps }: { t: Translator; steps: BridgeStep[] }) {
  const shown = steps.filter(({ step, projects }) => ENDS.includes(step) || projects > 0);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{t("drift.bridge")}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("drift.bridgeStep")}</th>
          <th scope="col">{t("drift.column.projects")}</th>
          <th scope="col">{t("drift.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ step, projects, fen }) => {
          const end = ENDS.includes(step);
          return (
            <tr
              key={step}
              className={`border-line-2 border-b last:border-b-0 ${end ? "font-[650]" : ""}`}
            >
              <th scope="row" className="py-1.5 text-left [font-weight:inherit]">
                {t(`drift.step.${step}`)}
              </th>
              <td className="whitespace-nowrap px-2 py-1.5 text-right text-ink-2">
                {t("common.projects", { count: projects })}
              </td>
              <td className="whitespace-nowrap py-1.5 text-right">
                {end ? formatWan(fen) : signedWan(fen)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
