import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ChangeTabs } from "@/components/change/change-tabs";
import { BatchList } from "@/components/change-batch/batch-list";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { listBatches } from "@/lib/change-request/batch/queries";
import { translator } from "@/lib/language/translator";

export const generateMetadata = titled("changeBatch.title");

export default async function BatchesPage() {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const batches = await ask((tx) => listBatches(tx, viewer));
  return (
    <>
      <PageHead title={t("nav.changes")} note={t("changeBatch.note")} />
      <ChangeTabs t={t} viewer={viewer} current="batches" />
      {batches.length === 0 ? (
        <Empty>{t("changeBatch.noneYet")}</Empty>
      ) : (
        <BatchList t={t} batches={batches} />
      )}
    </>
  );
}
