import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import type { LightRule } from "@/lib/light/light";
import { clauseSentences } from "@/lib/light/sentence";

type ProposalProps = {
  t: Translator;
  region: string;
  rule: Pick<LightRule, "measure" | "yellowAt" | "redAt">;
  /** As they were typed. */
  values: Record<string, string>;
  action: FormAction;
};

/** The typed rule in its clauses, and the button that proposes it to the leader. */
export function Proposal({ t, region, rule, values, action }: ProposalProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="mt-2.5 grid gap-2">
      <ol className="list-decimal pl-5 text-ink-2 text-sm">
        {clauseSentences(t, rule).map((sentence, at) => (
          <li key={sentence}>
            {sentence}: {t(`lightColour.${(["green", "yellow", "red"] as const)[at] ?? "grey"}`)}
          </li>
        ))}
      </ol>
      <HiddenField name="regionCode" value={region} />
      {Object.entries(values).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <div>
        <SubmitButton>{t("lightRules.proposeNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
