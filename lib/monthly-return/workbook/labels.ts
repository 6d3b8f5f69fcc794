import { FUNDING_SOURCES, LIGHTS, type ProjectType, STAGES, type Stage } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { stageMove } from "@/lib/project/stage/stage";
import { CONTENT_FIELDS, type ContentField, inPlaceField } from "../typed";

export type Labelled = { value: string; label: string };

/** The name of each field of a return: the same in the form, the grid and the workbook. */
export function fieldLabels(t: Translator): Record<ContentField, string> {
  const sources = new Map<string, string>(
    FUNDING_SOURCES.map((source) => [inPlaceField(source), t(`fundingSource.${source}`)]),
  );
  const labels = CONTENT_FIELDS.map((field) => {
    const source = sources.get(field);
    const label =
      source === undefined
        ? t(`updates.field.${field}` as "updates.field.stage")
        : t("updates.field.inPlace", { source });
    return [field, label];
  });
  return Object.fromEntries(labels) as Record<ContentField, string>;
}

/** The stages that a return may report for a project: the one it is in, and those ahead. */
export function stageOptions(
  t: Translator,
  project: { type: ProjectType; stage: Stage },
): Labelled[] {
  return STAGES.filter(
    (stage) => stage === project.stage || stageMove(project.stage, stage) === "advance",
  ).map((value) => ({ value, label: t(`stage.${project.type}.${value}`) }));
}

/** The lights of a self-assessment. */
export function lightOptions(t: Translator): Labelled[] {
  return LIGHTS.filter((light) => light !== "grey").map((value) => ({
    value,
    label: t(`updates.light.${value}`),
  }));
}

/** The words that a field is chosen from; none where it is typed. */
export function optionsOfField(
  t: Translator,
  field: ContentField,
  project: { type: ProjectType; stage: Stage },
): Labelled[] {
  if (field === "stage") return stageOptions(t, project);
  return field === "selfLight" ? lightOptions(t) : [];
}

/** What people read for a text: a code by its word. */
export function shownContent(options: readonly Labelled[], text: string): string {
  return options.find(({ value }) => value === text)?.label ?? text;
}

/** The opposite; an unknown word stays as typed, so that parsing refuses it with a sentence. */
export function typedContent(options: readonly Labelled[], text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").trim();
  return options.find(({ label }) => label === plain)?.value ?? plain;
}
