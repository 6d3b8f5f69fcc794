import type { ControlledField } from "@/db/change-vocabulary";
import type { ControlledTexts, ProposedChange, SplitPart, StandingBefore } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import { RuleError } from "@/lib/errors";
import { isInCurrentBasis, type Project } from "@/lib/project/project";
import { stageMove } from "@/lib/project/stage/stage";
import { parseUnitText, unitText } from "@/lib/project/unit-text";
import { parsedAddition } from "../apply/addition";
import { parsedFacts } from "../apply/parsed";
import { pick } from "../apply/recorded";
import { changedFacts, FACTS_OF, isLater, isStageKind, STAGE_OF } from "../change-request";
import { type ChangeAsked, PARTS_MAX } from "../input";
import { controlledFacts, hasNamedOwner } from "./facts";

type Proposal = { proposed: ProposedChange; before: StandingBefore };

/** What a form asks for, cut to what its kind may move, with what stands now. Throws RuleError for what cannot be. */
export function proposalOf(
  project: Project,
  input: ChangeAsked,
  merged: ProposedChange["merged"],
  today: string,
): Proposal {
  const current = controlledFacts(project);
  const facts = changedFacts(wantedFacts(input, current), current);
  const parts = input.kind === "split" ? partsOf(input) : [];
  const stage = stageOf(project, input, today);
  const proposed: ProposedChange = {
    facts,
    stage,
    stageOn: stage === null ? null : input.stageOn,
    merged,
    parts,
    added: null,
  };
  assertSound(project, input, proposed, current);
  const leaves = stage !== null || (input.kind === "split" && Object.keys(facts).length === 0);
  return {
    proposed,
    before: { facts: pick(current, facts), stage: leaves ? project.row.stage : null },
  };
}

/** Only the fields of the kind count; what was not sent stays. Units are read and written anew, so that spaces are no change. */
function wantedFacts(input: ChangeAsked, current: ControlledTexts): ControlledTexts {
  return Object.fromEntries(
    FACTS_OF[input.kind].map((field) => [field, said(field, input[field] ?? current[field] ?? "")]),
  );
}

const UNITS: readonly ControlledField[] = ["leads", "owners", "hosts", "supports"];

function said(field: ControlledField, typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n").trim();
  if (field === "totalInvestment") return text.normalize("NFKC").replace(/[,\s]/g, "");
  return UNITS.includes(field) ? unitText(parseUnitText(text)) : text;
}

function stageOf({ row }: Project, input: ChangeAsked, today: string): Stage | null {
  if (!isStageKind(input.kind)) return null;
  const stage = STAGE_OF[input.kind] ?? (input.stage || null);
  if (stage === null) throw new RuleError("required", {}, "stage");
  if (stageMove(row.stage, stage) !== input.kind) throw new RuleError("stageMove", {}, "kind");
  if (input.stageOn === null) throw new RuleError("stageDate", {}, "stageOn");
  if (input.stageOn > today) throw new RuleError("dateInFuture", {}, "stageOn");
  return stage;
}

function assertSound(
  project: Project,
  { kind, sentence }: ChangeAsked,
  { facts, stage, merged, parts }: ProposedChange,
  current: ControlledTexts,
): void {
  const ended = !isInCurrentBasis(project.row.stage);
  if (ended && stage === null && kind !== "correction")
    throw new RuleError("changeEnded", {}, "kind");
  if (Object.keys(facts).length > 0) parsedFacts(project, facts, sentence);
  if ((kind === "merge" || kind === "split") && project.row.parentId !== null)
    throw new RuleError("changeSubProject", {}, "kind");
  if (kind === "merge" && merged.length === 0) throw new RuleError("required", {}, "merged");
  if (kind === "split" && parts.length === 0) throw new RuleError("required", {}, "part1Name");
  const [field] = FACTS_OF[kind];
  if (stage === null && merged.length + parts.length + Object.keys(facts).length === 0)
    throw new RuleError("nothingChanged", {}, field ?? "kind");
  if (kind === "extension" && !isLater(facts.end ?? "", current.end ?? ""))
    throw new RuleError("changeNotLater", { end: current.end || "–" }, "end");
  const names = parseUnitText(facts.owners ?? "");
  const allNamed = names.length > 0 && names.every(({ entryKind }) => entryKind === "named");
  if (kind === "owner_determination" && hasNamedOwner(project))
    throw new RuleError("ownerKnown", {}, "kind");
  if (kind === "owner_determination" && !allNamed)
    throw new RuleError("ownerUnnamed", {}, "owners");
  if (kind === "owner_change" && !hasNamedOwner(project))
    throw new RuleError("ownerOpen", {}, "kind");
}

/** The parts whose name was filled in. */
function partsOf(input: ChangeAsked): SplitPart[] {
  const parts = Array.from({ length: PARTS_MAX }, (_, at) => (at + 1) as 1 | 2 | 3 | 4 | 5);
  return parts.flatMap((at): SplitPart[] => {
    const name = input[`part${at}Name`]?.trim() ?? "";
    if (name === "") return [];
    const part = {
      name,
      totalInvestment: input[`part${at}TotalInvestment`]?.trim() ?? "",
      leads: input[`part${at}Leads`]?.trim() ?? "",
      owners: input[`part${at}Owners`]?.trim() ?? "",
    };
    try {
      parsedAddition({ ...part, type: "construction" });
    } catch (error) {
      if (!(error instanceof RuleError)) throw error;
      const field = error.field ?? "name";
      const upper = `part${at}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
      throw new RuleError(error.key, error.parameters, upper);
    }
    return [part];
  });
}

/** The kinds that a page offers for a project as it stands. */
export function kindsFor(project: Project) {
  const { stage } = project.row;
  const ended = !isInCurrentBasis(stage);
  const moves = {
    suspension: stageMove(stage, "suspended") === "suspension",
    resumption: stageMove(stage, "in_progress") === "resumption",
    termination: stageMove(stage, "terminated") === "termination",
    withdrawal: stageMove(stage, "withdrawn") === "withdrawal",
  };
  return (Object.keys(FACTS_OF) as (keyof typeof FACTS_OF)[]).filter((kind) => {
    if (kind === "addition") return false;
    if (isStageKind(kind)) return moves[kind];
    if (ended) return kind === "correction";
    if (kind === "owner_determination") return !hasNamedOwner(project);
    if (kind === "owner_change") return hasNamedOwner(project);
    if (kind === "extension") return project.row.end !== null;
    if (kind === "merge" || kind === "split") return project.row.parentId === null;
    return true;
  });
}
