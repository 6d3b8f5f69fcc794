import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import { MissingList } from "@/components/notice/missing-list";
import { TickAll } from "@/components/sector/tick-all";
import { CopyButton } from "@/components/ui/copy-button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { parseReviewUrl, reviewQuery } from "@/lib/monthly-return/review/filters";
import { listMissing, missingText } from "@/lib/monthly-return/review/missing";
import { findRegionAndMonth } from "../data";
import { sendRemindersAction } from "./actions";

export const generateMetadata = titled("reminder.title");

const TEXT = "missing-text";

/** 催报名单: ready to copy into the office's messenger, and a button that tells the units in the ledger itself. */
export default async function RemindersPage({ searchParams }: PageProps<"/returns/reminders">) {
  const viewer = await requireViewer("return_overview.read");
  const t = translator(viewer.locale);
  const asked = parseReviewUrl(await searchParams);
  const { place, found, today } = await ask(async (tx) => {
    const place = await findRegionAndMonth(tx, viewer, asked);
    const { region, month } = place;
    const found = region && month ? await listMissing(tx, viewer, region.code, month) : null;
    return { place, found, today: tx.today };
  });
  const { region, month } = place;
  const reminds = region !== null && can(viewer, "return.remind", { regionCode: region.code });
  const query = reviewQuery({ ...asked, region: region?.code ?? null, month, show: "waiting" });
  return (
    <>
      <PageHead
        above={{ label: t("review.title"), href: { pathname: "/returns", query } }}
        title={t("reminder.title")}
        note={
          found && region
            ? t("reminder.note", { region: region.name, month: found.month, due: found.days.dueOn })
            : t("review.notLive", { region: region?.name ?? "" })
        }
      />
      {found && found.units.length === 0 && <Empty>{t("review.empty.missing")}</Empty>}
      {found && region && found.units.length > 0 && (
        <div className="grid items-start gap-4 xl:grid-cols-2">
          <Section title={t("reminder.text")}>
            <textarea
              id={TEXT}
              readOnly
              aria-label={t("reminder.text")}
              rows={Math.min(22, found.units.length * 3 + 2)}
              value={missingText(t, found, { region: region.name, today })}
              className="mb-2 w-full rounded-card border border-line-3 bg-paper px-2.5 py-1.5 max-sm:text-[16px]"
            />
            <CopyButton
              from={TEXT}
              label={t("reminder.copy")}
              done={t("reminder.copied")}
              failed={t("reminder.notCopied")}
            />
          </Section>
          <Section title={t("reminder.inLedger")}>
            {reminds ? (
              <ActionForm action={sendRemindersAction} signInLabel={t("form.signInAgain")}>
                <input type="hidden" name="regionCode" value={region.code} readOnly />
                <input type="hidden" name="month" value={found.month} readOnly />
                <MissingList t={t} units={found.units} tickable />
                <div className="mt-2 flex flex-wrap gap-2 print:hidden">
                  <TickAll name="unit" all={t("review.tickAll")} none={t("review.tickNone")} />
                  <SubmitButton>{t("reminder.send")}</SubmitButton>
                </div>
              </ActionForm>
            ) : (
              <MissingList t={t} units={found.units} tickable={false} />
            )}
          </Section>
        </div>
      )}
    </>
  );
}
