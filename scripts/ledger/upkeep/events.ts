import { read } from "@/db/client";
import { answerEvents } from "@/lib/api/answers/event-answer";
import { eventQuery } from "@/lib/api/input";
import { OPERATOR } from "@/lib/auth/actor";
import { formatInstant } from "@/lib/dates";
import { translator } from "@/lib/language/translator";
import { type Command, JSON_OPTION, text } from "../tool/command";
import { json, table } from "../tool/print";

export const events: Command = {
  about: "Lists the history, newest first",
  options: {
    project: { type: "string", note: "id of a project" },
    action: { type: "string", note: "such as milestone.met" },
    actor: { type: "string", note: "id of a user" },
    before: { type: "string", note: "only events before this sequence number" },
    limit: { type: "string", note: "at most 200 (50)" },
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const query = eventQuery.parse({
      project: text(given, "project"),
      action: text(given, "action"),
      actor: text(given, "actor"),
      before: text(given, "before"),
      limit: text(given, "limit"),
    });
    const answer = await read((tx) => answerEvents(tx, OPERATOR, translator("en"), query));
    if (given.values.json) return json(answer);
    const lines = table(answer.items, [
      { title: "Seq", value: ({ seq }) => seq, align: "right" },
      { title: "Beijing time", value: ({ recordedAt }) => formatInstant(recordedAt) },
      { title: "Actor", value: ({ actor }) => actor.name },
      { title: "Project", value: ({ project }) => project?.name ?? null, max: 30 },
      { title: "What happened", value: ({ sentence }) => sentence, max: 70 },
    ]);
    return answer.next === null ? lines : `${lines}\n\nMore: --before ${answer.next}`;
  },
};
