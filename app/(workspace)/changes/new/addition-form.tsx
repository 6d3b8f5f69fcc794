import { WhyFields } from "@/components/change/why-fields";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmField } from "@/components/form/choices";
import { FormEnd } from "@/components/form/form-end";
import { FactFields } from "@/components/project/form/fact-fields";
import { PageHead } from "@/components/ui/page-head";
import type { Viewer } from "@/lib/auth/actor";
import type { Translator } from "@/lib/language/translator";
import { askAdditionAction } from "../actions";

/** Asks that a new project enters the ledger; for one that is there the way leads from its page. */
export function AdditionForm({ t, viewer }: { t: Translator; viewer: Viewer }) {
  return (
    <div className="max-w-[760px]">
      <PageHead
        above={{ label: t("nav.changes"), href: "/changes" }}
        title={t("change.askKind", { kind: t("changeKind.addition") })}
        note={
          <>
            {t("change.kindNote.addition")} {t("change.fromProject")}
            {viewer.kind === "manager" && ` ${t("change.ownUnitLeads")}`}
          </>
        }
      />
      <ActionForm
        action={askAdditionAction}
        className="grid gap-4"
        signInLabel={t("form.signInAgain")}
      >
        <FactFields t={t} facts={{}} />
        <WhyFields t={t} />
        <ConfirmField name="confirmSimilar" label={t("project.confirmSimilar")} />
        <p className="text-ink-3 text-sm">{t("change.askNote")}</p>
        <FormEnd label={t("change.submit")} cancel={t("common.cancel")} closeHref="/changes" />
      </ActionForm>
    </div>
  );
}
