import { changes } from "./changes";
import { addRegion, organizations, plans, regions, sectors } from "./dictionaries";
import { diff } from "./diff";
import { importDocument } from "./import";
import { projects } from "./projects";
import { problems, returns } from "./returns";
import { rollup } from "./rollup";
import type { Command } from "./tool/command";
import {
  setCalendarCommand,
  setCalendarDayCommand,
  setExceptionCommand,
  showCalendar,
} from "./upkeep/calendar";
import { events } from "./upkeep/events";
import { addToken, endToken, tokens } from "./upkeep/tokens";
import { backup, restore, seed } from "./upkeep/upkeep";
import { addUser, disableUser, enableUser, resetUser, users } from "./upkeep/users";
import { verify } from "./upkeep/verify";

/** Every command by what is typed for it. */
export const COMMANDS = {
  projects,
  rollup,
  organizations,
  sectors,
  regions,
  "region add": addRegion,
  plans,
  changes,
  returns,
  problems,
  events,
  diff,
  import: importDocument,
  "user add": addUser,
  "user list": users,
  "user disable": disableUser,
  "user enable": enableUser,
  "user reset": resetUser,
  "token create": addToken,
  "token list": tokens,
  "token revoke": endToken,
  "calendar show": showCalendar,
  "calendar set": setCalendarCommand,
  "calendar day": setCalendarDayCommand,
  "calendar exception": setExceptionCommand,
  seed,
  verify,
  backup,
  restore,
} as const satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;
