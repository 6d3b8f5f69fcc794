import { z } from "zod";
import { checked, idInput, requiredText, versionInput } from "@/lib/form";

export const VIEW_NAME_MAX = 50;

export const newView = z.strictObject({
  name: requiredText(VIEW_NAME_MAX),
  /** The query of the ledger's address, without `?`. */
  query: z.string().max(4_000).default(""),
  /** For everybody of the own region. */
  shared: checked,
});
export type NewView = z.output<typeof newView>;

export const viewRemoval = z.strictObject({ id: idInput, version: versionInput });
export type ViewRemoval = z.output<typeof viewRemoval>;
