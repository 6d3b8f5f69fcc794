import type { Command } from "./command";
import { addRegion, organizations, plans, regions, sectors } from "./dictionaries";
import { events } from "./events";
import { importDocument } from "./import";
import { projects } from "./projects";
import { rollup } from "./rollup";
import { addToken, endToken, tokens } from "./tokens";
import { backup, restore, seed, verify } from "./upkeep";
import { addUser, disableUser, enableUser, resetUser, users } from "./users";

/** Every command by what is typed for it. */
export const COMMANDS = {
  projects,
  rollup,
  organizations,
  sectors,
  regions,
  "region add": addRegion,
  plans,
  events,
  import: importDocument,
  "user add": addUser,
  "user list": users,
  "user disable": disableUser,
  "user enable": enableUser,
  "user reset": resetUser,
  "token create": addToken,
  "token list": tokens,
  "token revoke": endToken,
  seed,
  verify,
  backup,
  restore,
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;
