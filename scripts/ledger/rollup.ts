import { read } from "@/db/client";
import { PARAMETER_NOTES, ROLLUP_NOTES } from "@/lib/api/parameter-notes";
import { answerRollup } from "@/lib/api/rollup-answer";
import type { RollupAnswer } from "@/lib/api/schemas-rollup";
import { OPERATOR } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { REPEATABLE } from "@/lib/ledger/filters";
import { formatWan } from "@/lib/money";
import { ROLLUP_FILTERS, ROLLUP_PARAMETERS, rollupInput } from "@/lib/rollup/input";
import { type Command, type Given, JSON_OPTION, kebab, type Options } from "./command";
import { json, table } from "./print";

const t = translator("zh-CN");
const PARAMETERS = { ...ROLLUP_FILTERS, ...ROLLUP_PARAMETERS };
const NOTES = { ...PARAMETER_NOTES, ...ROLLUP_NOTES };
const NAMES = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];

export const rollup: Command = {
  about: "Sums projects and investment by one or two dimensions, joint leads under a lens",
  options: { ...options(), ...JSON_OPTION },
  words: [],
  run: async (given) => {
    const asked = rollupInput.parse(parametersOf(given));
    const answer = await read((tx) => answerRollup(tx, OPERATOR, t, asked));
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
