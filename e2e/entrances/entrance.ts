/** What an entrance of `entrances.ts` is. */
import type { PermissionName } from "@/lib/auth/permissions";

export type Page = {
  file: string;
  /** An address that exists: project 14 is 县林业局's, 30 another region's. */
  url: string;
  /** The permission that its first line asks for; null for the sign-in page. */
  permission: PermissionName | null;
  /** An address of the same page that nobody may see: 404. */
  absent?: string;
};

export type Action = {
  file: string;
  name: string;
  /** What its command asks for; null where strangers may come (the sign-in page). */
  permission: PermissionName | null;
  /** A form that passes the schema, so that only rights can refuse it. Absent where a plain form is sent. */
  form: Record<string, string>;
  /** `state`: called with the last answer and the form; `plain`: with the form alone; `none`: with nothing. */
  takes: "state" | "plain" | "none";
};

/** An action of a form that keeps its last answer. */
export function action(
  file: string,
  name: string,
  permission: PermissionName | null,
  form: Record<string, string>,
): Action {
  return { file, name, permission, form, takes: "state" };
}

/** An action of a plain form. */
export function plain(
  file: string,
  name: string,
  permission: PermissionName | null,
  form: Record<string, string>,
): Action {
  return { file, name, permission, form, takes: "plain" };
}
