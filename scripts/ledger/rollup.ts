import { answerRollup } from "@/lib/api/answers/rollup-answer";
import { PARAMETER_NOTES, ROLLUP_NOTES } from "@/lib/api/parameter-notes";
import type { RollupAnswer } from "@/lib/api/schemas/rollup";
import { OPERATOR } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { REPEATABLE } from "@/lib/ledger/filter/filters";
import { formatWan } from "@/lib/money";
import { ROLLUP_FILTERS, ROLLUP_PARAMETERS, rollupInput } from "@/lib/rollup/input";
import {
  AS_OF_OPTION,
  type Command,
  type Given,
  JSON_OPTION,
  kebab,
  type Options,
  readGiven,
} from "./tool/command";
import { json, table } from "./tool/print";

const t = translator("zh-CN");
const PARAMETERS = { ...ROLLUP_FILTERS, ...ROLLUP_PARAMETERS };
const NOTES = { ...PARAMETER_NOTES, ...ROLLUP_NOTES };
const NAMES = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];

export const rollup: Command = {
  about: "Sums projects and investment by one or two dimensions, joint leads under a lens",
  options: { ...options(), ...AS_OF_OPTION, ...JSON_OPTION },
  words: [],
  run: async (given) => {
    const asked = rollupInput.parse(parametersOf(given));
    const answer = await readGiven(given, (tx) => answerRollup(tx, OPERATOR, t, asked));
    return given.values.json ? json(answer) : text(answer);
  },
};

function options(): Options {
  return Object.fromEntries(
    NAMES.map((name) => [
      kebab(name),
      {
        type: PARAMETERS[name].safeParse("true").data === true ? "boolean" : "string",
        multiple: (REPEATABLE as readonly string[]).includes(name),
        note: NOTES[name],
      },
    ]),
  );
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

type Group = RollupAnswer["groups"][number];

/** With `--measure returns`: amounts in 万元, each rate after what it is a rate of. */
function returnColumns() {
  const amount = (title: string, name: "planned" | "completed" | "inPlace" | "paid") => ({
    title,
    value: ({ returns }: Group) => {
      const fen = returns?.[name].fen ?? null;
      return fen === null ? null : formatWan(fen);
    },
    align: "right" as const,
  });
  const rate = (title: string, name: "completionRate" | "inPlaceRate" | "paymentRate") => ({
    title,
    value: ({ returns }: Group) => {
      const percent = returns?.[name].percent ?? null;
      return percent === null ? null : `${percent.toFixed(1)}%`;
    },
    align: "right" as const,
  });
  return [
    amount("Planned", "planned"),
    amount("Completed", "completed"),
    rate("Rate", "completionRate"),
    amount("In place", "inPlace"),
    rate("Rate", "inPlaceRate"),
    amount("Paid", "paid"),
    rate("Rate", "paymentRate"),
  ];
}

function text({ by, groups, groupCount, totals, basis, lens }: RollupAnswer): string {
  const wan = (fen: number | null) => (fen === null ? null : formatWan(fen));
  const lines = table(groups, [
    { title: by.join(", "), value: ({ label }) => label },
    { title: "Projects", value: ({ projects }) => projects, align: "right" },
    {
      title: "万元",
      value: ({ totalInvestmentFen, derivedFen }) => wan(totalInvestmentFen ?? derivedFen),
      align: "right",
    },
    { title: "Known", value: ({ coverage }) => `${coverage.known}/${coverage.of}`, align: "right" },
    ...(totals.returns ? returnColumns() : []),
  ]);
  const { projects, totalInvestmentFen, coverage, countedTwiceFen, countedTwiceProjects } = totals;
  const known = `${coverage.known} of ${coverage.of} with amount`;
  const more = groupCount > groups.length ? ` ${groupCount - groups.length} more groups.` : "";
  return [
    lines,
    `${projects} projects, ${wan(totalInvestmentFen) ?? "–"} 万元 each counted once (${known}); basis ${basis}, lens ${lens}.${more}`,
    `In full the groups add up to ${formatWan(countedTwiceFen)} 万元 more, from ${countedTwiceProjects} joint projects.`,
  ].join("\n");
}
