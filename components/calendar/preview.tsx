import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { EffectLine } from "@/lib/calendar/effect";
import type { CalendarInput } from "@/lib/calendar/input";
import type { Owing } from "@/lib/calendar/owing";
import type { Translator } from "@/lib/language/translator";
import { ChosenValue } from "./chosen-value";
import { EffectList } from "./effect-list";

type PreviewProps = {
  t: Translator;
  chosen: CalendarInput;
  version: number;
  lines: EffectLine[];
  /** Null where the region is live already. */
  owing: Owing | null;
  action: FormAction;
};

/** What the chosen calendar would change, in sentences, and the button that lets it. */
export function Preview({ t, chosen, version, lines, owing, action }: PreviewProps) {
  return (
    <div className="mt-4 rounded-card border border-line-3 bg-sunken px-4 py-3">
      <h3 className="mb-1.5 font-semibold">{t("calendar.changes")}</h3>
      {lines.length === 0 && <p>{t("calendar.noChange")}</p>}
      <EffectList t={t} lines={lines} />
      {owing && (
        <p className="mt-1.5">
          {t("calendar.owing", { monthly: owing.monthly, confirmations: owing.confirmations })}
          {owing.nobody > 0 && ` ${t("calendar.owingNobody", { count: owing.nobody })}`}
        </p>
      )}
      <ActionForm action={action} signInLabel={t("form.signInAgain")} className="mt-2.5 grid gap-2">
        <ChosenValue name="regionCode" value={chosen.regionCode} />
        <ChosenValue name="startsMonth" label={t("calendar.starts")} value={chosen.startsMonth} />
        <ChosenValue name="opensDay" label={t("calendar.opensDay")} value={chosen.opensDay} />
        <ChosenValue name="dueDay" label={t("calendar.dueDay")} value={chosen.dueDay} />
        <ChosenValue name="locksDay" label={t("calendar.locksDay")} value={chosen.locksDay} />
        <ChosenValue
          name="joinsJanuary"
          label={t("calendar.january")}
          value={String(chosen.joinsJanuary)}
        />
        <ChosenValue name="version" value={version} />
        {lines.length > 0 && (
          <div>
            <SubmitButton>{t(owing ? "calendar.goLive" : "calendar.save")}</SubmitButton>
          </div>
        )}
      </ActionForm>
    </div>
  );
}
