import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { BUTTON } from "@/components/ui/button";
import { isAcceptable } from "@/lib/document/marks";
import { markSentence } from "@/lib/document/reading-answer";
import { EVERY_ROW } from "@/lib/import/decision";
import { isOpen, type ReviewMark } from "@/lib/import/review/apply";
import type { Translator } from "@/lib/language/translator";

type MarkCardProps = {
  t: Translator;
  importId: number;
  mark: ReviewMark;
  place: { table: number; row: number };
  /** How many open marks of this kind the table has. */
  alike: number;
  action: FormAction | null;
  /** Opens the editor of the mark's field; null where there is none. */
  editHref: string | null;
};

/** One oddity: what it is, and what to do about it. */
export function MarkCard({ t, importId, mark, place, alike, action, editHref }: MarkCardProps) {
  const open = isOpen(mark);
  const blocking = mark.weight === "blocking";
  const asUnknown = blocking && isAcceptable(mark.code);
  const edge = !open ? "border-line-3" : blocking ? "border-red" : "border-amber";
  const accept = (row: number, label: string) => (
    <ActionForm action={action as FormAction} signInLabel={t("form.signInAgain")} quiet>
      {Object.entries({ importId, kind: "accept", table: place.table, row, code: mark.code }).map(
        ([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ),
      )}
      <input type="hidden" name="field" value={mark.field ?? ""} />
      <SubmitButton quiet={row === EVERY_ROW}>{label}</SubmitButton>
    </ActionForm>
  );
  return (
    <div className={`my-2 rounded-r-card border-l-3 bg-surface px-3 py-2 text-sm ${edge}`}>
      <b className="font-semibold">{t(`importPage.weight_${mark.weight}`)}：</b>
      {markSentence(t, mark)}
      {mark.state === "accepted" && (
        <span className="text-ink-3">
          {" "}
          {t("importPage.accepted", { name: mark.acceptedBy ?? "" })}
        </span>
      )}
      {mark.state === "edited" && <span className="text-ink-3"> {t("importPage.editedMark")}</span>}
      {open && action && (
        <div className="mt-1.5 flex flex-wrap items-center gap-2">
          {!blocking && <span data-accept>{accept(place.row, t("importPage.accept"))}</span>}
          {!blocking && alike > 1 && accept(EVERY_ROW, t("importPage.acceptAll", { count: alike }))}
          {asUnknown && accept(place.row, t("importPage.acceptUnknown"))}
          {asUnknown &&
            alike > 1 &&
            accept(EVERY_ROW, t("importPage.acceptUnknownAll", { count: alike }))}
          {editHref && (
            <Link href={editHref as "/imports"} scroll={false} className={BUTTON}>
              {t("importPage.change")}
            </Link>
          )}
          {!blocking && <span className="text-ink-3 text-xs">{t("importPage.enter")}</span>}
        </div>
      )}
    </div>
  );
}
