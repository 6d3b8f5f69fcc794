import type { ReturnWords } from "@/components/return/return-form";
import { LIGHTS, STAGES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import { stageMove } from "@/lib/project/stage/stage";

/** The words of the form, with the stages that a return may report for this project. */
export function formWords(t: Translator, { project }: OpenReturn): ReturnWords {
  const stages = STAGES.filter(
    (stage) => stage === project.stage || stageMove(project.stage, stage) === "advance",
  );
  return {
    completed: t("updates.completed"),
    light: t("updates.selfLight"),
    progress: t("updates.progress"),
    issues: t("updates.issues"),
    nextPlan: t("updates.nextPlan"),
    stage: t("updates.stage"),
    stageOn: t("updates.stageOn"),
    paid: t("updates.paid"),
    percent: t("updates.percent"),
    amountNote: t("updates.amountNote"),
    head: t("updates.head"),
    more: t("updates.more"),
    none: t("updates.none"),
    save: t("updates.save"),
    submit: t("updates.submit"),
    same: t("updates.same"),
    sameReason: t("updates.sameReason"),
    saved: t("updates.saved"),
    kept: t("updates.kept"),
    restored: t("updates.restored"),
    signIn: t("signIn.title"),
    stages: stages.map((value) => ({ value, label: t(`stage.${project.type}.${value}`) })),
    lights: LIGHTS.filter((light) => light !== "grey").map((value) => ({
      value,
      label: t(`updates.light.${value}`),
    })),
  };
}
