import { formatInstant, formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { Project } from "@/lib/project/project";
import { unitText } from "@/lib/project/unit-text";
import type { Dossier } from "./dossier";
import type { WordPart } from "./word";

const PAIR = [2_400, 7_000];
const FILES = [3_600, 5_800];

/** The readable cover page: what this is about, what is in it, and how it is proven. */
export function coverPage(t: Translator, dossier: Dossier, listed: string[][]): WordPart[] {
  const { about, projects, findings, head, checkpoint } = dossier;
  const [first] = projects;
  return [
    {
      above: t("dossier.title", { name: "" }).trim(),
      title: dossier.name,
      below: [dossier.regionName, formatInstant(dossier.madeAt), dossier.madeBy]
        .filter(Boolean)
        .join(" · "),
    },
    {
      table: [
        [t("dossier.field"), t("dossier.value")],
        [t("dossier.madeAt"), formatInstant(dossier.madeAt)],
        [t("dossier.madeBy"), dossier.madeBy],
        [t("dossier.region"), dossier.regionName],
        [t("dossier.projects"), String(projects.length)],
        [t("dossier.events"), String(dossier.history.length)],
        [t("dossier.head"), t("dossier.headAt", { seq: head.seq })],
        ["SHA-256", head.hash],
      ],
      widths: PAIR,
    },
    ...(about.kind === "project" && first
      ? [
          { heading: t("dossier.facts") },
          { table: [[t("dossier.field"), t("dossier.value")], ...facts(t, first)], widths: PAIR },
        ]
      : []),
    ...(about.kind === "unit" ? projectList(t, projects) : []),
    { heading: t("nav.findings") },
    ...(findings.length === 0
      ? [{ paragraph: t("finding.none") }]
      : [
          {
            table: [
              [t("finding.title"), t("finding.state"), t("finding.dueOn")],
              ...findings.map(({ title, state, dueOn }) => [
                title,
                t(`finding.states.${state}`),
                dueOn,
              ]),
            ],
            widths: [5_400, 2_000, 2_000],
          },
        ]),
    { heading: t("dossier.contents") },
    { table: [[t("dossier.file"), "SHA-256"], ...listed], widths: FILES },
    { heading: t("dossier.proof") },
    {
      paragraph: checkpoint
        ? t("dossier.proofNote", { seq: checkpoint.seq, at: formatInstant(checkpoint.recordedAt) })
        : t("proof.none"),
    },
  ];
}

/** The facts of a project by label, as they stand. */
export function facts(t: Translator, { row, units, region, sources, parent }: Project): string[][] {
  const unknown = t("common.unknown");
  const [source] = sources;
  return [
    [t("dossier.fact.name"), row.name],
    [t("dossier.fact.region"), region.name],
    ...(parent ? [[t("dossier.fact.parent"), parent.name]] : []),
    [t("dossier.fact.leads"), unitText(units.lead) || unknown],
    [t("dossier.fact.owners"), unitText([...units.owner, ...units.host]) || unknown],
    [t("dossier.fact.supports"), unitText(units.support) || t("common.none")],
    [t("dossier.fact.type"), t(`projectType.${row.type}`)],
    [t("dossier.fact.stage"), t(`stage.${row.type}.${row.stage}`)],
    [t("dossier.fact.stageOn"), row.stageOn ?? unknown],
    [t("dossier.fact.period"), formatPeriod(row.start, row.end) ?? unknown],
    [
      t("dossier.fact.amount"),
      row.totalInvestmentFen === null ? unknown : formatWan(row.totalInvestmentFen),
    ],
    [t("dossier.fact.content"), row.content ?? unknown],
    [
      t("dossier.fact.source"),
      source
        ? `${source.plan.name} ${t("common.rowOf", { table: source.entry.sourceTable, row: source.entry.sourceRow })}`
        : t("common.addedLater"),
    ],
  ];
}

function projectList(t: Translator, projects: Project[]): WordPart[] {
  return [
    { heading: t("dossier.projects") },
    {
      table: [
        [t("dossier.fact.name"), t("dossier.fact.leads"), t("dossier.fact.amount")],
        ...projects.map(({ row, units }) => [
          row.name,
          unitText(units.lead) || t("common.unknown"),
          row.totalInvestmentFen === null ? t("common.unknown") : formatWan(row.totalInvestmentFen),
        ]),
      ],
      widths: [4_600, 3_000, 1_800],
    },
  ];
}
