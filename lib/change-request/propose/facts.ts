import { CONTROLLED_FIELDS, type ControlledField } from "@/db/change-vocabulary";
import type { ControlledTexts } from "@/db/schema";
import { type FactsText, factsAsText } from "@/lib/project/correction/facts-text";
import type { Project } from "@/lib/project/project";

/** The controlled facts of a project as text, all of them. */
export function controlledFacts(
  project: Pick<Project, "row" | "units" | "sectors">,
): Required<ControlledTexts> {
  return controlledOf(factsAsText(project));
}

export function controlledOf(facts: FactsText): Required<ControlledTexts> {
  return Object.fromEntries(
    CONTROLLED_FIELDS.map((field) => [field, facts[field]]),
  ) as Required<ControlledTexts>;
}

export function isControlled(field: string): field is ControlledField {
  return (CONTROLLED_FIELDS as readonly string[]).includes(field);
}

/** Whether a body is named as owner (or as host, where the document names only those). */
export function hasNamedOwner({ units }: Pick<Project, "units">): boolean {
  const owners = units.owner.length > 0 ? units.owner : units.host;
  return owners.length > 0 && owners.every(({ entryKind }) => entryKind === "named");
}
