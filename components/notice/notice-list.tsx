import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { ListedNotice } from "@/lib/notice/notices";

type NoticeListProps = { t: Translator; notices: ListedNotice[]; read: FormAction };

/** Notices in words, each leading to what it is about; unread ones with a button that says so. */
export function NoticeList({ t, notices, read }: NoticeListProps) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {notices.map((one) => {
        const { id, senderName, sentAt, readAt } = one.notice;
        return (
          <li
            key={id}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line-2 border-b px-4 py-3 last:border-b-0"
          >
            <div className="min-w-0">
              <p className="text-ink-3 text-xs">
                {readAt === null && <b className="mr-1.5 text-accent">{t("notice.unread")}</b>}
                <time dateTime={sentAt}>{formatInstant(sentAt)}</time> {senderName}
              </p>
              <p className={readAt === null ? "font-[550]" : ""}>{noticeText(t, one)}</p>
              <Link
                href={hrefOf(one) as "/"}
                prefetch={false}
                className="inline-flex min-h-6 items-center text-accent text-sm hover:underline max-sm:min-h-11"
              >
                {t(isToDo(one) ? "notice.open" : "notice.look")}
              </Link>
            </div>
            {readAt === null && (
              <ActionForm action={read} signInLabel={t("form.signInAgain")} quiet>
                <input type="hidden" name="notice" value={id} readOnly />
                <SubmitButton quiet>{t("notice.read")}</SubmitButton>
              </ActionForm>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Something is to be written; the rest is only to be read. */
function isToDo({ notice: { kind } }: ListedNotice): boolean {
  return kind === "reminder" || kind === "returned";
}

function noticeText(t: Translator, { notice, unitName, projectName }: ListedNotice): string {
  const { kind, month, missing, note } = notice;
  if (kind === "reminder")
    return t("notice.reminder", { unit: unitName ?? "", month, count: missing ?? 0 });
  const facts = { project: projectName ?? "", month, reason: note ?? "" };
  return t(`notice.${kind}`, facts);
}

function hrefOf({ notice: { kind, projectId, month } }: ListedNotice): string {
  if (kind === "reminder") return "/updates";
  if (kind === "returned") return `/updates?project=${projectId}&month=${month}`;
  return `/projects/${projectId}?tab=returns`;
}
