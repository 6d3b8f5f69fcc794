import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { ReviewRow } from "@/lib/import/review/apply";
import type { Match } from "@/lib/import/review/match";
import type { Plan } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";
import { fieldWord } from "../field-word";

type MatchFormProps = {
  t: Translator;
  importId: number;
  row: ReviewRow;
  match: Match | undefined;
  plan: Plan;
  action: FormAction | null;
  /** The row's reason, where its change is asked for. */
  why: ReactNode;
};

/** What will become of the row, the choice among known projects, and what an update would change. */
export function MatchForm({ t, importId, row, match, plan, action, why }: MatchFormProps) {
  const hidden = { importId, table: row.table, row: row.row };
  return (
    <section className="mt-3 border-line-2 border-t pt-2 text-sm">
      <h3 className="text-sm">
        {t("importPage.match")}：{t(`importPage.effect_${plan.effect}`)}
      </h3>
      {plan.effect === "undecided" && <p className="text-red">{t("importPage.matchAsk")}</p>}
      {action && match && (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {match.candidates.map(({ id, name }) => (
            <Choice
              key={id}
              t={t}
              action={action}
              hidden={{ ...hidden, kind: "match", choice: "update", projectId: id }}
            >
              {t("importPage.matchUpdate", { name })}
            </Choice>
          ))}
          <Choice
            t={t}
            action={action}
            hidden={{ ...hidden, kind: "match", choice: "create", projectId: "" }}
          >
            {t("importPage.matchCreate")}
          </Choice>
        </div>
      )}
      {action && plan.effect !== "skip" && (
        <div className="mt-1.5">
          <Choice
            t={t}
            action={action}
            hidden={{ ...hidden, kind: "match", choice: "skip", projectId: "" }}
          >
            {t("importPage.matchSkip")}
          </Choice>
        </div>
      )}
      {plan.effect === "update" && plan.changes.length === 0 && (
        <p className="mt-1 text-ink-2">{t("importPage.unchanged")}</p>
      )}
      {plan.effect === "update" &&
        plan.changes.map(({ field, before, after, taken }) => (
          <div key={field} className="mt-1.5 break-words">
            <b className="font-semibold">{fieldWord(t, field)}</b>{" "}
            {t("importPage.changeFrom", {
              before: before || t("importPage.blank"),
              after: after || t("importPage.blank"),
            })}
            {!taken && <span className="text-ink-3"> {t("importPage.leftOut")}</span>}
            {action && (
              <Choice
                t={t}
                action={action}
                hidden={{ ...hidden, kind: "change", field, take: taken ? "" : "on" }}
              >
                {t(taken ? "importPage.keepOld" : "importPage.takeNew")}
              </Choice>
            )}
          </div>
        ))}
      {why}
    </section>
  );
}

type ChoiceProps = {
  t: Translator;
  action: FormAction;
  hidden: Record<string, string | number>;
  children: string;
};

/** One button that decides. */
export function Choice({ t, action, hidden, children }: ChoiceProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} quiet>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton quiet>{children}</SubmitButton>
    </ActionForm>
  );
}
