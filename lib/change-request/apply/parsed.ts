import type { ControlledTexts } from "@/db/schema";
import { RuleError } from "@/lib/errors";
import { fieldErrors } from "@/lib/form";
import { factsAsText } from "@/lib/project/correction/facts-text";
import { type Correction, correction } from "@/lib/project/correction/input";
import type { Project } from "@/lib/project/project";

/** A project's facts with others in their place, as values. Throws RuleError with the field that cannot be read. */
export function parsedFacts(project: Project, facts: ControlledTexts, reason: string): Correction {
  const result = correction.safeParse({
    ...factsAsText(project),
    ...facts,
    id: String(project.row.id),
    version: String(project.row.version),
    typeConfirmed: project.row.typeConfirmed ? "on" : "",
    sectorsConfirmed: project.sectors.every(({ confirmed }) => confirmed) ? "on" : "",
    reason,
  });
  if (result.success) return result.data;
  const [fault] = fieldErrors(result.error);
  throw new RuleError(fault?.key ?? "invalid", fault?.parameters ?? {}, fault?.field ?? "sentence");
}
