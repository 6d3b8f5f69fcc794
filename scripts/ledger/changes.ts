import { read } from "@/db/client";
import { answerChanges } from "@/lib/api/answers/change-answer";
import { OPERATOR } from "@/lib/auth/actor";
import { changeQuestion } from "@/lib/change-request/filters";
import { formatInstant } from "@/lib/dates";
import { translator } from "@/lib/language/translator";
import { type Command, JSON_OPTION, text } from "./tool/command";
import { json, table } from "./tool/print";

export const changes: Command = {
  about: "Lists change requests, newest first",
  options: {
    kind: { type: "string", note: "such as extension or investment" },
    state: { type: "string", note: "asked, checked, approved, refused or withdrawn" },
    unit: { type: "string", note: "name or id of a unit that leads the project" },
    project: { type: "string", note: "id of a project" },
    page: { type: "string", note: "50 requests a page (1)" },
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const query = changeQuestion.parse({
      kind: text(given, "kind"),
      state: text(given, "state"),
      unit: text(given, "unit"),
      project: text(given, "project"),
      page: text(given, "page"),
    });
    const answer = await read((tx) => answerChanges(tx, OPERATOR, translator("en"), query));
    if (given.values.json) return json(answer);
    const lines = table(answer.items, [
      { title: "Id", value: ({ id }) => id, align: "right" },
      { title: "Asked (Beijing)", value: ({ askedAt }) => formatInstant(askedAt) },
      { title: "Kind", value: ({ kind }) => kind },
      { title: "State", value: ({ state }) => state },
      { title: "Project", value: ({ project }) => project.name, max: 30 },
      {
        title: "What changes",
        value: ({ lines }) =>
          lines
            .map(({ label, before, after }) => `${label}: ${before ?? ""} → ${after}`)
            .join("; "),
        max: 60,
      },
    ]);
    return `${lines}\n\n${answer.total} requests`;
  },
};
