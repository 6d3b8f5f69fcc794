import { z } from "zod";
import { closeDatabase } from "@/db/client";
import { environment } from "@/lib/environment";
import { NotFoundError, RuleError } from "@/lib/errors";
import { fieldErrors } from "@/lib/form";
import { errorSentence, translator } from "@/lib/language/translator";
import { openLedger } from "@/lib/open-ledger";
import { holdsSample, SAMPLE_MARK } from "@/lib/sample/mark";
import { startFailure } from "@/lib/start-ledger";
import { COMMANDS, type CommandName } from "./commands";
import { hint, kebab, parseGiven, UsageError } from "./tool/command";
import { helpText } from "./tool/help";

const t = translator("en");

try {
  const answer = await run(process.argv.slice(2));
  process.stdout.write(`${answer}\n`);
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 2;
} finally {
  closeDatabase();
}

async function run(args: string[]): Promise<string> {
  const wantsHelp = args[0] === "help" || args.includes("--help") || args.includes("-h");
  const words = args.filter((arg) => arg !== "help" && arg !== "--help" && arg !== "-h");
  if (args.length === 0 || (wantsHelp && words.length === 0)) return helpText();
  const name = commandName(words);
  if (wantsHelp) return helpText(name);
  const command = COMMANDS[name];
  const given = parseGiven(name, command, args.slice(name.split(" ").length));
  if (!command.alone) await openLedger(environment(), (line) => console.error(line));
  if (holdsSample()) console.error(`${SAMPLE_MARK} · ${t("app.sampleNote")}`);
  return command.run(given);
}

/** The longest command that the words begin with. */
function commandName(words: string[]): CommandName {
  const names = Object.keys(COMMANDS) as CommandName[];
  const found = [words.slice(0, 2), words.slice(0, 1)]
    .map((some) => some.join(" "))
    .flatMap((typed) => names.filter((name) => name === typed))[0];
  if (!found) throw new UsageError(`“${words[0]}” is not a command. ${hint("")}`);
  return found;
}

function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof RuleError) return errorSentence(t, error.key, error.parameters);
  if (error instanceof NotFoundError) return "There is nothing with this id.";
  if (error instanceof z.ZodError) {
    const [fault] = fieldErrors(error);
    const flag = kebab(fault?.field.split(".")[0] ?? "");
    return `--${flag}: ${errorSentence(t, fault?.key ?? "invalid", fault?.parameters)}`;
  }
  return startFailure(error);
}
