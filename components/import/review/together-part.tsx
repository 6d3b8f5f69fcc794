import type { FormAction } from "@/components/form/form-state";
import { MATCH_CHOICES } from "@/lib/import/decision";
import type { Together } from "@/lib/import/review/together";
import type { Translator } from "@/lib/language/translator";
import { fieldWord } from "../field-word";
import { Choice } from "./match-form";

type TogetherPartProps = {
  t: Translator;
  importId: number;
  table: number;
  together: Together;
  action: FormAction;
};

const LINE = "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line-2 border-t py-2";

/** One choice for all rows that came to known projects in the same way, or differ from them in the same field. */
export function TogetherPart({ t, importId, table, together, action }: TogetherPartProps) {
  const { matches, changes } = together;
  if (matches.length === 0) return null;
  const hidden = { importId, table };
  return (
    <section
      data-together
      aria-label={t("importPage.together")}
      className="mb-3 rounded-card border border-line bg-surface px-3.5 pt-2 pb-1 text-sm print:hidden"
    >
      <p className="pb-1.5">
        <b className="font-semibold">{t("importPage.together")}</b>{" "}
        <span className="text-ink-3 text-xs">{t("importPage.togetherNote")}</span>
      </p>
      {matches.map(({ by, rows, open, said }) => (
        <div key={by} className={LINE}>
          <p className="min-w-0 flex-1 basis-52">
            {t("importPage.kindCount", { kind: t(`importPage.kind_${by}`), count: rows })}
            {open > 0 && (
              <b className="font-semibold text-red">{t("importPage.kindOpen", { count: open })}</b>
            )}
            {said && (
              <span className="block text-ink-3 text-xs">
                {t("importPage.kindChosen", {
                  choice: t(`importPage.all_${said.choice}`),
                  name: said.by,
                })}
              </span>
            )}
          </p>
          {MATCH_CHOICES.filter((choice) => choice !== said?.choice).map((choice) => (
            <Choice
              key={choice}
              t={t}
              action={action}
              hidden={{ ...hidden, kind: "matchAll", by, choice }}
            >
              {t(`importPage.all_${choice}`)}
            </Choice>
          ))}
        </div>
      ))}
      {changes.map(({ field, rows, said }) => (
        <div key={field} className={LINE}>
          <p className="min-w-0 flex-1 basis-52">
            {t("importPage.differs", { field: fieldWord(t, field), count: rows })}
            <span className="block text-ink-3 text-xs">
              {said
                ? t("importPage.kindChosen", {
                    choice: t(said.choice ? "importPage.takeAll" : "importPage.keepAll"),
                    name: said.by,
                  })
                : field === "content" && t("importPage.summaryNote")}
            </span>
          </p>
          {[true, false]
            .filter((take) => take !== said?.choice)
            .map((take) => (
              <Choice
                key={String(take)}
                t={t}
                action={action}
                hidden={{ ...hidden, kind: "changeAll", field, take: take ? "on" : "" }}
              >
                {t(take ? "importPage.takeAll" : "importPage.keepAll")}
              </Choice>
            ))}
        </div>
      ))}
    </section>
  );
}
