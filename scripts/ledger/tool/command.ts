import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Tx } from "@/db/client";
import { AS_OF_NOTE } from "@/lib/api/parameter-notes";
import { readAsOf } from "@/lib/as-of/snapshots";

/** What was typed is not a command of ours: the message is a sentence that says so. */
export class UsageError extends Error {
  override name = "UsageError";
}

export type Option = {
  type: "string" | "boolean";
  multiple?: boolean;
  note: string;
};
export type Options = Record<string, Option>;
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;
export type Given = { values: Values; words: string[] };

export type Command = {
  about: string;
  options: Options;
  /** The words behind the command: `ID`, `FILE`; those in brackets may be left out. */
  words: string[];
  /** Runs without opening the ledger first: it opens, or replaces, the database by itself. */
  alone?: true;
  /** Returns what goes to standard output. */
  run: (given: Given) => Promise<string>;
};

export const JSON_OPTION: Options = {
  json: { type: "boolean", note: "answer as JSON, in the shape of /api/v1" },
};

export const AS_OF_OPTION: Options = { "as-of": { type: "string", note: AS_OF_NOTE } };

/** Reads what follows the command. Throws UsageError for unknown flags and missing or superfluous words. */
export function parseGiven(name: string, { options, words }: Command, args: string[]): Given {
  const config = Object.fromEntries(
    Object.entries(options).map(([option, { type, multiple = false }]) => [
      option,
      { type, multiple },
    ]),
  ) as ParseArgsConfig["options"];
  const parsed = parse(name, { args, options: config, allowPositionals: true, strict: true });
  const required = words.filter((word) => !word.startsWith("["));
  if (parsed.positionals.length < required.length)
    throw new UsageError(`${name} needs ${required.join(" and ")}. ${hint(name)}`);
  if (parsed.positionals.length > words.length)
    throw new UsageError(`${name} does not take “${parsed.positionals.at(-1)}”. ${hint(name)}`);
  return { values: parsed.values as Values, words: parsed.positionals };
}

function parse(name: string, config: ParseArgsConfig) {
  try {
    return parseArgs(config);
  } catch (error) {
    if (
      error instanceof TypeError &&
      "code" in error &&
      String(error.code).startsWith("ERR_PARSE_ARGS")
    )
      throw new UsageError(`${error.message.split(". ")[0]}. ${hint(name)}`);
    throw error;
  }
}

export function hint(name: string): string {
  return `See: npm run -s ledger -- help ${name}`.trimEnd();
}

/** The text of an option; undefined when it was not given. */
export function text({ values }: Given, option: string): string | undefined {
  const value = values[option];
  return typeof value === "string" ? value : undefined;
}

/** The text of an option that must be there. Throws UsageError. */
export function requiredText(given: Given, option: string): string {
  const value = text(given, option);
  if (value === undefined) throw new UsageError(`--${option} is missing.`);
  return value;
}

export function texts({ values }: Given, option: string): string[] {
  const value = values[option];
  return [value ?? []].flat().filter((one) => typeof one === "string");
}

/** A positive whole number, as ids are. Throws UsageError. */
export function idOf(word: string | undefined): number {
  if (!/^[1-9]\d{0,14}$/.test(word ?? "")) throw new UsageError(`“${word}” is not an id.`);
  return Number(word);
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Answers from the present, or from what was known at the end of the day that `--as-of` names. */
export function readGiven<T>(given: Given, question: (tx: Tx) => Promise<T>): Promise<T> {
  return readAsOf(text(given, "as-of") ?? null, question);
}
