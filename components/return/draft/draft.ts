import {
  type ContentField,
  differingFields,
  mergeTyped,
  type TypedContent,
} from "@/lib/monthly-return/typed";
import type { RowAnswer } from "./answer";

/** What a page says about a return when it opens. */
export type DraftStart = {
  projectId: number;
  month: string;
  version: number;
  values: TypedContent;
};

/** What was sent and not answered yet: sent again as it was, so that a lost answer writes nothing twice. */
export type Attempt = { requestKey: string; values: TypedContent };

/** A return while somebody types into it. */
export type Draft = DraftStart & {
  /** What the server has at `version`; `values` is what is typed. */
  base: TypedContent;
  attempt: Attempt | null;
  /** Where somebody else saved something different: their texts, until the person chose. */
  theirs: Partial<TypedContent>;
  errors: Record<string, string>;
  message: string | null;
  /** What the server refused: not sent again before something else is typed. */
  refused: TypedContent | null;
  /** Handed in since the page opened. */
  submitted: boolean;
};

/** What the device keeps of a draft until the server has it. */
export type KeptDraft = Pick<Draft, "version" | "base" | "values" | "attempt" | "theirs">;

export function draftOf(start: DraftStart): Draft {
  return {
    ...start,
    base: start.values,
    attempt: null,
    theirs: {},
    errors: {},
    message: null,
    refused: null,
    submitted: false,
  };
}

/** Whether something is typed that the server does not have. */
export function isUnsaved({ values, base, attempt }: Draft): boolean {
  return attempt !== null || differingFields(values, base).length > 0;
}

/** Whether it can be sent now: unsaved, no choice open, not just refused. */
export function isSendable(draft: Draft): boolean {
  if (draft.submitted || Object.keys(draft.theirs).length > 0 || !isUnsaved(draft)) return false;
  return draft.refused === null || differingFields(draft.values, draft.refused).length > 0;
}

export function withTyped(draft: Draft, typed: Partial<TypedContent>): Draft {
  const values = { ...draft.values, ...typed };
  if (differingFields(values, draft.values).length === 0 && sameKeys(values, draft.values))
    return draft;
  const errors = { ...draft.errors };
  for (const field of Object.keys(typed)) delete errors[field];
  return { ...draft, values, errors, message: null };
}

function sameKeys(one: TypedContent, other: TypedContent): boolean {
  return (Object.keys(one) as ContentField[]).every((field) => one[field] === other[field]);
}

/** What to send: the attempt that was never answered, before anything newer. */
export function withAttempt(draft: Draft, requestKey: string): Draft & { attempt: Attempt } {
  return { ...draft, attempt: draft.attempt ?? { requestKey, values: draft.values } };
}

/** The draft after the server's answer to its attempt. */
export function answered(draft: Draft, answer: RowAnswer): Draft {
  const sent = draft.attempt?.values ?? draft.values;
  const open = { ...draft, attempt: null };
  if (answer.status === "done")
    return {
      ...open,
      base: sent,
      version: answer.version,
      errors: {},
      message: null,
      refused: null,
    };
  if (answer.status === "conflict" && answer.current)
    return merged(open, answer.current, answer.version);
  // What was typed since is not what the server refused.
  const errors = Object.entries(answer.errors).filter(
    ([field]) => sent[field as ContentField] === draft.values[field as ContentField],
  );
  return { ...open, errors: Object.fromEntries(errors), message: answer.message, refused: sent };
}

/** What was typed on top of what somebody else saved: only a field that both changed waits for a choice. */
export function merged(draft: Draft, current: TypedContent, version: number): Draft {
  const changes = mergeTyped(draft.base, current, draft.values);
  const values = { ...current };
  const theirs: Partial<TypedContent> = {};
  for (const { field, typed, conflict } of changes) {
    values[field] = typed;
    if (conflict) theirs[field] = current[field];
  }
  return { ...draft, values, theirs, base: current, version, refused: null };
}

/** After a conflict: the other's text, or one's own, for one field. */
export function chosen(draft: Draft, field: ContentField, choice: "mine" | "theirs"): Draft {
  const { [field]: their, ...theirs } = draft.theirs;
  if (their === undefined) return draft;
  const values = choice === "theirs" ? { ...draft.values, [field]: their } : draft.values;
  return { ...draft, values, theirs };
}

export function keptOf({ version, base, values, attempt, theirs }: Draft): KeptDraft {
  return { version, base, values, attempt, theirs };
}

/** What the device kept, on top of what the server has now. */
export function restored(start: DraftStart, kept: KeptDraft): Draft {
  const draft = draftOf(start);
  const values = { ...draft.values, ...kept.values };
  if (kept.version === start.version) return { ...draft, values, theirs: kept.theirs };
  // The answer was lost, but the server had written it.
  const arrived = kept.attempt && differingFields(kept.attempt.values, start.values).length === 0;
  const base = arrived ? start.values : { ...draft.base, ...kept.base };
  return merged({ ...draft, base, values }, start.values, start.version);
}
