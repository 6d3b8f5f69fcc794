import { read } from "@/db/client";
import { answerProblems, answerReturns } from "@/lib/api/answers/return-answer";
import { OPERATOR } from "@/lib/auth/actor";
import { returnQuestion } from "@/lib/monthly-return/review/listed";
import { problemQuestion } from "@/lib/problem/filters";
import { type Command, JSON_OPTION, text } from "./tool/command";
import { json, table } from "./tool/print";

export const returns: Command = {
  about: "Lists monthly returns that were handed in, the newest month first",
  options: {
    month: { type: "string", note: "such as 2026-10" },
    state: { type: "string", note: "submitted, returned, approved, locked or corrected" },
    project: { type: "string", note: "id of a project" },
    region: { type: "string", note: "region code" },
    page: { type: "string", note: "50 returns a page (1)" },
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const asked = returnQuestion.parse({
      month: text(given, "month"),
      state: text(given, "state"),
      project: text(given, "project"),
      region: text(given, "region"),
      page: text(given, "page"),
    });
    const answer = await read((tx) => answerReturns(tx, OPERATOR, asked));
    if (given.values.json) return json(answer);
    const lines = table(answer.items, [
      { title: "Id", value: ({ id }) => id, align: "right" },
      { title: "Month", value: ({ month }) => month },
      { title: "Project", value: ({ project }) => project.name, max: 40 },
      { title: "State", value: ({ state, late }) => (late ? `${state}, late` : state) },
      { title: "Completed 万元", value: ({ completed }) => completed.wan, align: "right" },
      { title: "System", value: ({ lights }) => lights.system },
      { title: "Own", value: ({ lights }) => lights.self },
      { title: "Reviewer", value: ({ lights }) => lights.reviewer },
    ]);
    return `${lines}\n\n${answer.total} returns`;
  },
};

export const problems: Command = {
  about: "Lists problems, open and overdue ones first",
  options: {
    state: { type: "string", note: "open (the default), closed or all" },
    level: { type: "string", note: "unit, county or above" },
    overdue: { type: "boolean", note: "only open ones past their day" },
    unit: { type: "string", note: "id of the unit that has to solve it" },
    project: { type: "string", note: "id of a project" },
    region: { type: "string", note: "region code" },
    page: { type: "string", note: "50 problems a page (1)" },
    ...JSON_OPTION,
  },
  words: [],
  run: async (given) => {
    const asked = problemQuestion.parse({
      state: text(given, "state"),
      level: text(given, "level"),
      overdue: given.values.overdue ? "1" : undefined,
      unit: text(given, "unit"),
      project: text(given, "project"),
      region: text(given, "region"),
      page: text(given, "page"),
    });
    const answer = await read((tx) => answerProblems(tx, OPERATOR, asked));
    if (given.values.json) return json(answer);
    const lines = table(answer.items, [
      { title: "Id", value: ({ id }) => id, align: "right" },
      { title: "Problem", value: ({ text: words }) => words, max: 40 },
      { title: "Project", value: ({ project }) => project.name, max: 30 },
      { title: "Unit", value: ({ unit }) => unit?.name ?? null },
      { title: "Due", value: ({ dueOn }) => dueOn },
      { title: "Days late", value: ({ overdueDays }) => overdueDays, align: "right" },
      { title: "State", value: ({ state }) => state },
    ]);
    const { open, overdue, closed } = answer.counts;
    return `${lines}\n\n${answer.total} problems (${open} open, ${overdue} of them overdue; ${closed} closed)`;
  },
};
