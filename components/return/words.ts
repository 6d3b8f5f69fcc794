import type { Option } from "@/components/form/fields";
import type { RunningAmounts } from "@/lib/monthly-return/amounts";
import type { ContentField } from "@/lib/monthly-return/typed";

/** Words about saving: the same beside the form and the grid. Places like `{at}` are filled in the browser. */
export type DraftWords = Record<
  | "save"
  | "saving"
  | "saved"
  | "kept"
  | "restored"
  | "signedOut"
  | "signIn"
  | "conflict"
  | "theirs"
  | "mine"
  | "takeTheirs"
  | "keepMine"
  | "empty",
  string
> & { fields: Record<ContentField, string>; stages: Option[]; lights: Option[] };

/** The words of the form of one return. */
export type ReturnWords = DraftWords &
  Record<
    | "more"
    | "none"
    | "submit"
    | "same"
    | "sameReason"
    | "inPlace"
    | "inPlaceSum"
    | "toDate"
    | "toDateOf"
    | "totals"
    | "totalsYear"
    | "totalsAll"
    | "computed",
    string
  > & {
    amounts: Record<keyof RunningAmounts, string>;
    sources: Option[];
  };

/** A text of a field as people read it: codes by their words, nothing by 空. */
export function shownTyped(words: DraftWords, field: ContentField, text: string): string {
  if (text === "") return words.empty;
  const options = field === "stage" ? words.stages : field === "selfLight" ? words.lights : [];
  return options.find(({ value }) => value === text)?.label ?? text;
}
