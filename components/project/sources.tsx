import type { CellFact } from "@/db/seed/facts";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { Project, ProjectSource } from "@/lib/project/project";
import { type PublishedField, publishedOtherwise } from "@/lib/project/published";
import { unitText } from "@/lib/project/unit-text";
import { DocumentSource } from "./document-source";
import { SourceNote } from "./source-note";

/** Where every value comes from: the cells of the plan's row beside today's values, and what speaks for the sectors. */
export function Sources({ t, project }: { t: Translator; project: Project }) {
  return (
    <div className="grid grid-cols-1 gap-6">
      {project.sources.length === 0 && <p className="text-ink-2">{t("project.noSource")}</p>}
      {project.sources.map((source) => (
        <Source key={source.entry.id} t={t} project={project} source={source} />
      ))}
      {project.documents.map((document) => (
        <DocumentSource key={document.id} t={t} document={document} />
      ))}
      {project.sectors.length > 0 && <Evidence t={t} project={project} />}
    </div>
  );
}

type SourceProps = { t: Translator; project: Project; source: ProjectSource };
const HEAD = "px-3 max-sm:px-1.5 py-1.5 text-left font-medium text-ink-3 text-xs";
const CELL = "px-3 max-sm:px-1.5 py-2 align-top break-words";

function Source({ t, project, source }: SourceProps) {
  const { plan, entry } = source;
  const otherwise = publishedOtherwise(project, source);
  return (
    <section>
      <SourceNote t={t} source={source} corrected={Object.keys(otherwise).length} />
      <p className="mt-1 mb-2.5 text-ink-3 text-xs">
        {plan.documentNumber
          ? t("project.documentNumber", { number: plan.documentNumber })
          : t("project.noDocumentNumber")}
        {plan.publishedOn && ` · ${t("project.publishedOn", { date: plan.publishedOn })}`}
      </p>
      <div className="rounded-card border border-line bg-surface">
        <table className="w-full border-collapse">
          <caption className="sr-only">{t("project.sourceTable")}</caption>
          <thead>
            <tr className="border-line border-b">
              <th className={HEAD}>{t("project.cellColumn")}</th>
              <th className={HEAD}>{t("project.cellHeader")}</th>
              <th className={HEAD}>{t("project.cellText")}</th>
              <th className={HEAD}>{t("project.cellToday")}</th>
            </tr>
          </thead>
          <tbody>
            {entry.cells.map((cell) => (
              <tr
                key={`${cell.column} ${cell.field}`}
                className="border-line-2 border-b last:border-0"
              >
                <td className={`${CELL} text-ink-3`}>{cell.column ?? "—"}</td>
                <td className={`${CELL} whitespace-nowrap text-ink-2`}>{headerOf(t, cell)}</td>
                <td className={CELL}>
                  {cell.text ?? <span className="text-ink-3">{t("project.cellFree")}</span>}
                </td>
                <td className={CELL}>
                  {cell.field in otherwise ? (
                    <b className="font-semibold">
                      {todayOf(t, project, cell.field as PublishedField)}
                    </b>
                  ) : (
                    <span className="text-ink-3">{cell.text && t("project.cellSame")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function headerOf(t: Translator, { field, header }: CellFact): string {
  if (header) return header;
  return field === "name" || field === "hosts" || field === "content" ? t(`project.${field}`) : "";
}

function todayOf(t: Translator, { row, units }: Project, field: PublishedField): string {
  const values: Record<PublishedField, string | null> = {
    name: row.name,
    field: row.field,
    owners: unitText(units.owner),
    hosts: unitText(units.host),
    leads: unitText(units.lead),
    period: formatPeriod(row.start, row.end),
    totalInvestment: row.totalInvestmentFen === null ? null : formatWan(row.totalInvestmentFen),
  };
  return values[field] || t("form.emptyValue");
}

function Evidence({ t, project }: { t: Translator; project: Project }) {
  return (
    <section>
      <h3 className="mb-2 text-base">{t("project.sectorEvidence")}</h3>
      <ul className="grid gap-1.5">
        {project.sectors.map(({ sector, rank, evidence, confirmed }) => (
          <li key={sector}>
            {t(`sector.${sector}`)}{" "}
            <span className="text-ink-3 text-sm">
              {t(`sectorRank.${rank ?? "further"}`)} ·{" "}
              {t(confirmed ? "project.confirmed" : "project.unconfirmed")} ·{" "}
              {evidence.length > 0
                ? `${t("project.evidenceWords")} ${evidence.map((word) => `“${word}”`).join("")}`
                : t("project.evidenceByHand")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
