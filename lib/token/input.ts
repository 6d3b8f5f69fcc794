import { z } from "zod";
import { username } from "@/lib/user/input";

export const newTokenInput = z.strictObject({
  /** Whose rights the token carries. */
  username,
  /** What it is for, so that somebody knows later which one to revoke. */
  name: z.string().trim().min(1, { error: "required" }).max(60),
});
export type NewToken = z.infer<typeof newTokenInput>;

export const tokenChosen = z.strictObject({ tokenId: z.coerce.number().int().positive() });
