import type { ReactNode } from "react";
import { ChangeTable } from "@/components/change/change-table";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { TickAll } from "@/components/sector/tick-all";
import type { ListedChange } from "@/lib/change-request/change-request";
import type { Translator } from "@/lib/language/translator";

/** The list of requests, and below it what makes a batch of the ticked ones. */
export function NewBatchForm({
  t,
  action,
  children,
}: {
  t: Translator;
  action: FormAction;
  children: ReactNode;
}) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")}>
      {children}
      <details className="mt-3 rounded-card border border-line bg-surface px-4 py-2 print:hidden">
        <summary className="text-accent hover:underline max-sm:min-h-11 max-sm:content-center">
          {t("changeBatch.make")}
        </summary>
        <div className="grid max-w-[760px] gap-3 py-2">
          <p className="text-ink-2 text-sm">{t("changeBatch.makeNote")}</p>
          <TextField name="name" label={t("changeBatch.name")} required />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField name="documentNumber" label={t("change.documentNumber")} />
            <TextField name="documentOn" type="date" label={t("change.documentOn")} />
          </div>
          <p className="flex gap-3">
            <SubmitButton>{t("changeBatch.makeIt")}</SubmitButton>
            <TickAll name="request" all={t("changeBatch.all")} none={t("changeBatch.none")} />
          </p>
        </div>
      </details>
    </ActionForm>
  );
}

/** Requests with a box in front of those that wait and stand in no batch. */
export function TickedTable({
  t,
  items,
  open,
}: {
  t: Translator;
  items: ListedChange[];
  open: number[];
}) {
  return (
    <ChangeTable
      t={t}
      items={items}
      tick={({ id, projectName }) =>
        open.includes(id) && (
          <input
            type="checkbox"
            name="request"
            value={id}
            aria-label={t("changeBatch.tick", { id, project: projectName })}
            className="size-4 accent-accent"
          />
        )
      }
    />
  );
}
