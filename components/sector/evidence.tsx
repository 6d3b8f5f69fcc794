import { loaderName } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { markEvidence } from "@/lib/sector/evidence";
import type { SectorProject, SectorRecord } from "@/lib/sector/sector";

/** A text with the words marked that speak for the project's sectors. */
export function Marked({ text, records }: { text: string; records: SectorRecord[] }) {
  const words = records.flatMap(({ evidence }) => evidence);
  return markEvidence(text, words).map((stretch, at) =>
    stretch.evidence ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of a text never change places.
      <mark key={at} className="rounded-[3px] bg-accent-soft px-0.5 text-inherit">
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    ),
  );
}

/** Each sector of a project: its rank, the words that were matched, whether it is confirmed, by whom and when. */
export function Records({ t, project }: { t: Translator; project: SectorProject }) {
  if (project.records.length === 0) return <p className="text-ink-2">{t("sectorPage.none")}</p>;
  return (
    <ul className="grid gap-0.5 text-sm">
      {project.records.map(({ sector, rank, evidence, confirmed, by, at }) => (
        <li key={sector}>
          <b className="font-[550]">{t(`sector.${sector}`)}</b>{" "}
          <span className="text-ink-2">
            {t(`sectorRank.${rank}`)}
            {" · "}
            {evidence.length > 0
              ? t("sectorPage.evidence", { words: evidence.join("、") })
              : t("sectorPage.noEvidence")}
            {" · "}
            {t(confirmed ? "sectorPage.confirmedBy" : "sectorPage.proposedBy", {
              name: loaderName(t, by) ?? by,
              at: formatInstant(at),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
