import type { Sector } from "@/db/vocabulary";
import type { GroupEffect, SumBeforeAfter } from "@/lib/change-request/change-request";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";

/** The totals of 现行口径 before and after: of the county, the sector and the first-named lead. */
export function EffectTable({ t, effect }: { t: Translator; effect: GroupEffect[] }) {
  if (effect.length === 0) return <p className="text-ink-2">{t("change.noEffect")}</p>;
  const head = "px-1.5 py-1.5 text-right font-medium";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard.
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={t("change.effect")}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("change.effect")}</caption>
        <thead>
          <tr className="border-line border-b text-ink-3 text-xs">
            <th scope="col" className="px-1.5 py-1.5 text-left font-medium">
              {t("change.group")}
            </th>
            <th scope="col" className={head}>
              {t("change.projectsMove")}
            </th>
            <th scope="col" className={head}>
              {t("change.amountBefore")}
            </th>
            <th scope="col" className={head}>
              {t("change.amountAfter")}
            </th>
            <th scope="col" className={head}>
              {t("change.difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {effect.map((one) => (
            <tr
              key={`${one.group} ${one.key}`}
              className="border-line-2 border-b align-top last:border-b-0"
            >
              <th scope="row" className="px-1.5 py-2 text-left font-normal">
                <small className="block text-ink-3 text-xs">
                  {t(`change.groupKind.${one.group}`)}
                </small>
                {groupName(t, one)}
              </th>
              <td className="whitespace-nowrap px-1.5 py-2 text-right">
                {moved(String(one.before.projects), String(one.after.projects))}
              </td>
              <td className="px-1.5 py-2 text-right">
                <Amount t={t} sum={one.before} />
              </td>
              <td className="px-1.5 py-2 text-right font-semibold">
                <Amount t={t} sum={one.after} />
              </td>
              <td className="whitespace-nowrap px-1.5 py-2 text-right">
                {signedWan((one.after.fen ?? 0) - (one.before.fen ?? 0))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Amount({ t, sum }: { t: Translator; sum: SumBeforeAfter }) {
  return (
    <>
      {sum.fen === null ? t("common.unknown") : formatWan(sum.fen)}
      {sum.known < sum.projects && (
        <small className="block font-normal text-ink-3 text-xs">
          {t("change.coverage", { known: sum.known, of: sum.projects })}
        </small>
      )}
    </>
  );
}

export function groupName(t: Translator, { group, key, name }: GroupEffect): string {
  if (group === "sector") return key === "" ? t("change.noSector") : t(`sector.${key as Sector}`);
  if (group !== "unit") return name;
  if (key === "-") return t("change.noLead");
  if (key.startsWith("?")) return t("common.undetermined", { text: name });
  return key.startsWith("+") ? t("common.openListUncounted", { text: name }) : name;
}

/** `+410`, `-20`, `0`: what a sum in 万元 moves by. */
export function signedWan(fen: number): string {
  return fen > 0 ? `+${formatWan(fen)}` : formatWan(fen);
}

function moved(before: string, after: string): string {
  return before === after ? before : `${before} → ${after}`;
}
