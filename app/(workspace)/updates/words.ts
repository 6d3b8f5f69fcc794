import type { Option } from "@/components/form/fields";
import type { DraftWords, ReturnWords } from "@/components/return/words";
import { FUNDING_SOURCES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import { inPlaceField } from "@/lib/monthly-return/typed";
import { fieldLabels, lightOptions, stageOptions } from "@/lib/monthly-return/workbook/labels";

/** The words about saving and choosing; places like `{at}` are filled in the browser. */
export function draftWords(t: Translator, stages: Option[]): DraftWords {
  return {
    save: t("updates.save"),
    saving: t("updates.saving"),
    saved: t("updates.saved", { at: "{at}" }),
    kept: t("updates.kept", { count: "{count}" }),
    restored: t("updates.restored"),
    signedOut: t("updates.signedOut"),
    signIn: t("form.signInAgain"),
    conflict: t("updates.conflict"),
    theirs: t("updates.theirs", { value: "{value}" }),
    mine: t("updates.mine", { value: "{value}" }),
    takeTheirs: t("updates.takeTheirs"),
    keepMine: t("updates.keepMine"),
    empty: t("updates.empty"),
    fields: fieldLabels(t),
    stages,
    lights: lightOptions(t),
  };
}

/** The words of the form of one return. */
export function formWords(t: Translator, { project }: OpenReturn): ReturnWords {
  return {
    ...draftWords(t, stageOptions(t, project)),
    more: t("updates.more"),
    none: t("updates.none"),
    submit: t("updates.submit"),
    same: t("updates.same"),
    sameReason: t("updates.sameReason"),
    inPlace: t("updates.inPlace"),
    inPlaceSum: t("updates.inPlaceSum", { sum: "{sum}" }),
    toDate: t("updates.toDate", { total: "{total}" }),
    toDateOf: t("updates.toDateOf", { total: "{total}", share: "{share}" }),
    totals: t("updates.totals"),
    totalsYear: t("updates.totalsYear"),
    totalsAll: t("updates.totalsAll"),
    computed: t("updates.computed", { amount: "{amount}" }),
    amounts: {
      completed: t("updates.amount.completed"),
      inPlace: t("updates.amount.inPlace"),
      paid: t("updates.amount.paid"),
    },
    sources: FUNDING_SOURCES.map((source) => ({
      value: inPlaceField(source),
      label: t(`fundingSource.${source}`),
    })),
  };
}
