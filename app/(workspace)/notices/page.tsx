import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import { NoticeList } from "@/components/notice/notice-list";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { listNotices } from "@/lib/notice/queries";
import { readNoticesAction } from "./actions";

export const generateMetadata = titled("notice.title");

/** 消息: what the ledger has told this person, the newest first; unread ones are marked. */
export default async function NoticesPage() {
  const viewer = await requireViewer("notice.read");
  const t = translator(viewer.locale);
  const notices = await ask((tx) => listNotices(tx, viewer));
  const unread = notices.filter(({ notice }) => notice.readAt === null).length;
  return (
    <div className="max-w-3xl">
      <PageHead
        title={t("notice.title")}
        actions={
          unread > 0 && (
            <ActionForm action={readNoticesAction} signInLabel={t("form.signInAgain")} quiet>
              <input type="hidden" name="notice" value="all" readOnly />
              <SubmitButton quiet>{t("notice.readAll", { count: unread })}</SubmitButton>
            </ActionForm>
          )
        }
      />
      {notices.length === 0 ? (
        <Empty>{t("notice.none")}</Empty>
      ) : (
        <NoticeList t={t} notices={notices} read={readNoticesAction} />
      )}
    </div>
  );
}
