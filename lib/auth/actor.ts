import type { ActorKind, Locale, Role, Scope, Theme } from "@/db/vocabulary";

/** Whoever asks or acts: a signed-in person, the command line (`operator`) or somebody who has not signed in. */
export type Actor = {
  kind: ActorKind;
  id: number | null;
  name: string;
  scope: Scope;
  /** The own region; null for those without one. */
  regionCode: string | null;
  /** The units a manager reports for, with their confirmed aliases. */
  unitIds: number[];
  /** The name of the bearer token, where a program acts for the person. */
  tokenName?: string;
  /** The day of the past that is looked at: then nothing can be written. */
  asOf?: string;
  /** A manager's on a day of the past: the projects that the own units lead or report for today. */
  ownToday?: number[];
};

/** A signed-in person. */
export type Viewer = Actor & {
  kind: Role;
  id: number;
  username: string;
  locale: Locale;
  theme: Theme;
  /** The names of the units, as the sidebar shows them. */
  unitNames: string[];
  mustChangePassword: boolean;
};

/** The command line and the loader of the data set: sees all regions. */
export const OPERATOR: Actor = {
  kind: "operator",
  id: null,
  name: "operator",
  scope: "all",
  regionCode: null,
  unitIds: [],
};

/** Whoever knocks: may do nothing, and the name that was typed is never recorded. */
export const STRANGER: Actor = {
  kind: "stranger",
  id: null,
  name: "",
  scope: "region",
  regionCode: null,
  unitIds: [],
};
