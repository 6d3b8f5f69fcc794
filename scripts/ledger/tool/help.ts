import { COMMANDS, type CommandName } from "../commands";
import type { Command, Option } from "./command";
import { facts } from "./print";

const CALL = "npm run -s ledger --";

/** All commands, or one with its flags. */
export function helpText(name?: CommandName): string {
  if (name) return commandHelp(name, COMMANDS[name]);
  const lines = Object.entries<Command>(COMMANDS).map(
    ([command, { words, about }]): [string, string] => [[command, ...words].join(" "), about],
  );
  return `The ledger on the command line: ${CALL} COMMAND
It works on DATA_DIR (default: data) as the operator, sees all regions, and creates the database when there is none.

${facts(lines)}

${CALL} help COMMAND lists the flags of one. Exit code: 0, or 2 with a sentence on standard error.`;
}

function commandHelp(name: string, { about, words, options }: Command): string {
  const flags = Object.entries(options).map(([option, about]): [string, string] => [
    `  --${option}${placeOf(about)}`,
    about.note,
  ]);
  const usage = [CALL, name, ...words, ...(flags.length > 0 ? ["[flags]"] : [])].join(" ");
  return `${about}.\n\n${usage}${flags.length > 0 ? `\n\n${facts(flags)}` : ""}`;
}

function placeOf({ type }: Option): string {
  return type === "boolean" ? "" : " …";
}
