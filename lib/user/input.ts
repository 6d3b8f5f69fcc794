import { z } from "zod";
import { LOCALES, ROLES, SCOPES, THEMES } from "@/db/vocabulary";

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: "username" });

export const newUser = z.strictObject({
  username,
  name: z.string().trim().min(1).max(50),
  role: z.enum(ROLES),
  scope: z.enum(SCOPES).default("region"),
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** Ids of the units a manager reports for. */
  unitIds: z.array(z.number().int().positive()).max(50).default([]),
  locale: z.enum(LOCALES).default("zh-CN"),
});
export type NewUser = z.infer<typeof newUser>;

export const preferences = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});
export type Preferences = z.infer<typeof preferences>;
