import { answerProjects } from "@/lib/api/answers/project-answer";
import { answerProject } from "@/lib/api/answers/project-detail-answer";
import { PARAMETER_NOTES } from "@/lib/api/parameter-notes";
import type { ProjectDetail } from "@/lib/api/schemas/dictionary";
import type { ProjectItem, ProjectList } from "@/lib/api/schemas/schemas";
import { OPERATOR } from "@/lib/auth/actor";
import { formatPeriod } from "@/lib/dates";
import { translator } from "@/lib/language/translator";
import { ledgerQuestionInput, PARAMETERS, REPEATABLE } from "@/lib/ledger/filter/filters";
import { formatWan } from "@/lib/money";
import {
  AS_OF_OPTION,
  type Command,
  type Given,
  idOf,
  JSON_OPTION,
  kebab,
  type Options,
  readGiven,
  UsageError,
} from "./tool/command";
import { facts, json, table } from "./tool/print";

const t = translator("en");
const NAMES = Object.keys(PARAMETER_NOTES) as (keyof typeof PARAMETER_NOTES)[];

export const projects: Command = {
  about: "Lists the ledger's projects with totals, or shows one of them",
  options: { ...filterOptions(), ...AS_OF_OPTION, ...JSON_OPTION },
  words: ["[ID]"],
  run: async (given) => {
    const [word] = given.words;
    if (word !== undefined) return one(given, idOf(word));
    const filters = ledgerQuestionInput.parse(parametersOf(given));
    const answer = await readGiven(given, (tx) => answerProjects(tx, OPERATOR, filters));
    return given.values.json ? json(answer) : listText(answer);
  },
};

async function one(given: Given, id: number): Promise<string> {
  const others = Object.keys(given.values).filter((name) => !["json", "as-of"].includes(name));
  if (others.length > 0) throw new UsageError(`One project takes no --${others[0]}.`);
  const answer = await readGiven(given, (tx) => answerProject(tx, OPERATOR, id));
  return given.values.json ? json(answer) : detailText(answer);
}

/** The ledger's parameters as flags, in kebab-case; a parameter that takes yes or no is a flag without a value. */
function filterOptions(): Options {
  return Object.fromEntries(
    NAMES.map((name) => [
      kebab(name),
      {
        type: isSwitch(name) ? ("boolean" as const) : ("string" as const),
        multiple: (REPEATABLE as readonly string[]).includes(name),
        note: PARAMETER_NOTES[name],
      },
    ]),
  );
}

function isSwitch(name: keyof typeof PARAMETER_NOTES): boolean {
  return PARAMETERS[name].safeParse("true").data === true;
}

/** The flags as the URL would have them: every value a text. */
function parametersOf({ values }: Given): Record<string, string | string[]> {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = values[kebab(name)];
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? value.map(String) : String(value)]];
    }),
  );
}

function listText({ items, total, totals, page, pageSize }: ProjectList): string {
  const lines = table(items, [
    { title: "ID", value: ({ id }) => id, align: "right" },
    { title: "Region", value: ({ region }) => region.name },
    {
      title: "Row",
      value: ({ sourceTable, sourceRow }) => sourceTable && `${sourceTable} ${sourceRow}`,
    },
    { title: "Name", value: ({ name }) => name, max: 48 },
    { title: "Lead", value: ({ leads }) => namesOf(leads), max: 36 },
    { title: "Owner", value: ({ owners }) => namesOf(owners), max: 30 },
    { title: "Period", value: ({ start, end }) => formatPeriod(start, end) },
    { title: "万元", value: amount, align: "right" },
    { title: "Stage", value: ({ stage }) => t(`anyStage.${stage}`) },
  ]);
  const { known, of } = totals.coverage;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const sum = totals.totalInvestmentFen === null ? "–" : formatWan(totals.totalInvestmentFen);
  return `${lines}\n\n${t("common.projects", { count: total })}, ${sum} 万元 (amount known for ${known} of ${of}), page ${page} of ${pages}`;
}

function detailText(project: ProjectDetail): string {
  const { region, sectors, milestones, sources } = project;
  const sector = (code: ProjectItem["sectors"]["further"][number]) => t(`sector.${code}`);
  const about = facts([
    ["Project", project.name],
    ["ID", project.id],
    ["Region", `${region.name} (${region.code})`],
    ["Source", sources.map((row) => `${row.plan}, ${row.sourceTable} ${row.sourceRow}`).join("; ")],
    ["Type", t(`projectType.${project.type}`)],
    [
      "Stage",
      t(`stage.${project.type}.${project.stage}`) + (project.overdue ? " (past its period)" : ""),
    ],
    ["Lead", namesOf(project.leads)],
    ["Owner", namesOf(project.owners)],
    ["Period", formatPeriod(project.start, project.end)],
    ["Investment", `${amount(project)} 万元`],
    ["Sector", sectors.primary && sector(sectors.primary)],
    ["Further", sectors.further.map(sector).join(", ")],
    ["Sponsor", project.sponsor],
    ["Content", project.content],
    ["Version", project.version],
  ]);
  if (milestones.length === 0) return `${about}\n\nNo milestones.`;
  const lines = table(milestones, [
    { title: "ID", value: ({ id }) => id, align: "right" },
    { title: "Milestone", value: ({ name }) => name },
    { title: "Planned", value: ({ firstPlanned }) => firstPlanned },
    { title: "Revised", value: ({ revisedPlanned }) => revisedPlanned },
    { title: "Forecast", value: ({ forecast }) => forecast },
    { title: "Actual", value: ({ actual }) => actual },
    { title: "State", value: ({ state }) => state },
    { title: "Version", value: ({ version }) => version, align: "right" },
  ]);
  return `${about}\n\n${lines}`;
}

function namesOf(units: { name: string }[]): string | null {
  return units.map(({ name }) => name).join("、") || null;
}

function amount({ totalInvestmentFen }: { totalInvestmentFen: number | null }): string {
  return totalInvestmentFen === null ? "–" : formatWan(totalInvestmentFen);
}
