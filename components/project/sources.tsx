import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";
import { publishedOtherwise } from "@/lib/project/published/published";
import {
  type SourceCell,
  type SourceField,
  type SourceRow,
  sourceRows,
} from "@/lib/project/published/source-cells";
import { SourceNote } from "./source-note";
import { SourceRowTable } from "./source-row";
import { cellHeader, isSourceField, todayOf, traceWords } from "./source-words";

type SourcesProps = {
  t: Translator;
  project: Project;
  /** The field whose cell is marked; null marks those that stand otherwise today. */
  cell: SourceField | null;
  hrefOf: (field: SourceField) => string;
  historyHref: string | null;
};

/** Where every value comes from: the document's row, the rule that read each cell, who confirmed it, and what stands today. */
export function Sources({ t, project, cell, hrefOf, historyHref }: SourcesProps) {
  return (
    <div className="grid grid-cols-1 gap-7">
      {project.sources.length === 0 && <p className="text-ink-2">{t("project.noSource")}</p>}
      {sourceRows(project).map((row) => (
        <Row
          key={row.key}
          t={t}
          project={project}
          row={row}
          cell={cell}
          hrefOf={hrefOf}
          historyHref={historyHref}
        />
      ))}
      {project.sectors.length > 0 && <Evidence t={t} project={project} />}
    </div>
  );
}

type RowProps = SourcesProps & { row: SourceRow };
const HASH_SHOWN = 12;

function Row({ t, project, row, cell: asked, hrefOf, historyHref }: RowProps) {
  const { source, document, cells } = row;
  const otherwise = new Set<string>(source ? Object.keys(publishedOtherwise(project, source)) : []);
  for (const one of cells) if (saysOtherwise(t, project, one)) otherwise.add(one.field);
  const isMarked = ({ field }: SourceCell) =>
    asked === null ? otherwise.has(field) : field === asked;
  return (
    <section className="grid gap-2.5">
      {source && <SourceNote t={t} source={source} corrected={countCorrected(project, source)} />}
      <p className="text-ink-3 text-xs">
        {source &&
          (source.plan.documentNumber
            ? t("project.documentNumber", { number: source.plan.documentNumber })
            : t("project.noDocumentNumber"))}
        {source?.plan.publishedOn &&
          ` · ${t("project.publishedOn", { date: source.plan.publishedOn })}`}
        {source && document && " · "}
        {document &&
          t("importPage.sourceDocument", {
            name: document.documentName,
            hash: document.sha256.slice(0, HASH_SHOWN),
            table: document.tableTitle,
            row: document.tableRow,
          })}
      </p>
      <SourceRowTable t={t} cells={cells} isMarked={isMarked} />
      <ul className="rounded-card border border-line bg-surface text-sm">
        {cells.map((one) => (
          <li
            key={`${one.column} ${one.field}`}
            className={`grid gap-x-3 gap-y-0.5 border-line-2 border-b px-3 py-2 last:border-0 sm:grid-cols-[minmax(88px,1fr)_minmax(0,2fr)_minmax(0,2fr)] ${isMarked(one) ? "bg-row" : ""}`}
          >
            <span className="text-ink-2">
              {one.column !== null && t("project.cellAt", { column: one.column })}{" "}
              <CellName t={t} cell={one} current={one.field === asked} hrefOf={hrefOf} />
            </span>
            <CellTrace t={t} cell={one} />
            <span className="min-w-0 break-words">
              <CellToday
                t={t}
                project={project}
                cell={one}
                otherwise={otherwise.has(one.field)}
                historyHref={historyHref}
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CellName({
  t,
  cell,
  current,
  hrefOf,
}: {
  t: Translator;
  cell: SourceCell;
  current: boolean;
  hrefOf: (field: SourceField) => string;
}) {
  const name = cellHeader(t, cell) || "—";
  if (!isSourceField(cell.field)) return name;
  return (
    <Link
      href={hrefOf(cell.field) as "/"}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className="inline-block min-h-6 text-accent hover:underline"
    >
      {name}
    </Link>
  );
}

function CellTrace({ t, cell }: { t: Translator; cell: SourceCell }) {
  const { rule, who } = traceWords(t, cell.trace);
  if (cell.field === "other") return <span className="text-ink-3">{t("project.cellKept")}</span>;
  return (
    <span className="min-w-0 break-words text-ink-2">
      {rule} <span className="text-ink-3">· {who}</span>
    </span>
  );
}

type CellTodayProps = {
  t: Translator;
  project: Project;
  cell: SourceCell;
  otherwise: boolean;
  historyHref: string | null;
};

/** Where the value stands otherwise: both, and the way to who changed it. */
function CellToday({ t, project, cell, otherwise, historyHref }: CellTodayProps) {
  if (!otherwise)
    return <span className="text-ink-3">{isSourceField(cell.field) && t("project.cellSame")}</span>;
  const edited = cell.trace?.edited ?? false;
  return (
    <>
      <span className="block text-ink-3 text-xs">
        {t("project.published", { text: cell.text || t("form.emptyValue") })}
      </span>
      <b className="font-semibold">
        {t("project.cellNow", { value: todayOf(t, project, cell.field) ?? "" })}
      </b>{" "}
      <span className="text-ink-3 text-xs">
        {edited ? t("project.cellTyped") : t("project.cellLater")}
      </span>
      {historyHref && !edited && (
        <>
          {" "}
          <Link href={historyHref as "/"} className="text-accent text-xs underline">
            {t("project.cellHistory")}
          </Link>
        </>
      )}
    </>
  );
}

/** What the plan's own row cannot tell: a value typed over in the review, and the ledger's wording of the content. */
function saysOtherwise(t: Translator, project: Project, cell: SourceCell): boolean {
  if (cell.text === null || cell.text === "") return false;
  if (cell.trace?.edited) return true;
  if (cell.field !== "content") return false;
  return bare(todayOf(t, project, "content") ?? "") !== bare(cell.text);
}

function bare(text: string): string {
  return text.replace(/\s/g, "");
}

function countCorrected(project: Project, source: NonNullable<SourceRow["source"]>): number {
  return Object.keys(publishedOtherwise(project, source)).length;
}

function Evidence({ t, project }: { t: Translator; project: Project }) {
  return (
    <section>
      <h2 className="mb-2 text-base">{t("project.sectorEvidence")}</h2>
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
