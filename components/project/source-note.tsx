import type { Translator } from "@/lib/language/translator";
import type { ProjectSource } from "@/lib/project/project";

type SourceNoteProps = { t: Translator; source: ProjectSource; corrected: number };

/** Which row of which document a project stands on, and whether its cells still say the same. */
export function SourceNote({ t, source: { plan, entry }, corrected }: SourceNoteProps) {
  const count = entry.cells.filter(({ column }) => column !== null).length;
  const agreement =
    count === 0
      ? t(corrected ? "project.proseCorrected" : "project.prose", { corrected })
      : t(corrected ? "project.cellsCorrected" : "project.cellsAll", { count, corrected });
  return (
    <p className="border-bar border-l-3 py-0.5 pl-3 text-ink-2 text-sm">
      {plan.name}
      <br />
      {t("common.rowOf", { table: entry.sourceTable, row: entry.sourceRow })} · {agreement}
    </p>
  );
}
