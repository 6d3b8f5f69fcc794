import { z } from "zod";
import { LOCALES, ROLES, SCOPES, THEMES } from "@/db/vocabulary";

export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, { error: "username" });

const rightsFields = {
  role: z.enum(ROLES),
  scope: z.enum(SCOPES).default("region"),
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  /** Ids of the units a manager reports for. */
  unitIds: z.array(z.number().int().positive()).max(50).default([]),
};
export const rights = z.strictObject(rightsFields);
export type Rights = z.infer<typeof rights>;

export const newUser = z.strictObject({
  username,
  name: z.string().trim().min(1).max(50),
  ...rightsFields,
  locale: z.enum(LOCALES).default("zh-CN"),
});
export type NewUser = z.infer<typeof newUser>;

export const rightsChange = z.strictObject({
  userId: z.number().int().positive(),
  version: z.number().int().positive(),
  ...rightsFields,
});
export type RightsChange = z.infer<typeof rightsChange>;

export const preferences = z.strictObject({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
});
export type Preferences = z.infer<typeof preferences>;

const typedPassword = z.string().max(1_000).min(1, { error: "required" });
export const passwordChange = z
  .strictObject({
    currentPassword: typedPassword,
    newPassword: typedPassword,
    repeatPassword: typedPassword,
  })
  .refine((input) => input.newPassword === input.repeatPassword, {
    path: ["repeatPassword"],
    error: "passwordRepeat",
  })
  .refine((input) => input.newPassword !== input.currentPassword, {
    path: ["newPassword"],
    error: "passwordSame",
  });
export type PasswordChange = z.infer<typeof passwordChange>;

/** Rights as the administrator's form sends them: the region empty for none, units by name, one a line. */
const rightsForm = {
  role: z.enum(ROLES),
  scope: z.enum(SCOPES),
  regionCode: z
    .string()
    .regex(/^(\d{6})?$/)
    .transform((code) => code || null),
  units: z
    .string()
    .max(5_000)
    .transform((text) =>
      [...new Set(text.split(/[\n、;；]/).map((name) => name.trim()))].filter(Boolean),
    )
    .pipe(z.array(z.string().max(100)).max(50)),
};
export const newUserForm = z.strictObject({
  username,
  name: z.string().trim().min(1).max(50),
  ...rightsForm,
});
export const rightsChangeForm = z.strictObject({
  userId: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  ...rightsForm,
});
export const userChosen = z.strictObject({ userId: z.coerce.number().int().positive() });
