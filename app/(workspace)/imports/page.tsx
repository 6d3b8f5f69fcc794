import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ImportList } from "@/components/import/import-list";
import { UploadForm } from "@/components/import/upload-form";
import { Pager } from "@/components/ui/pager";
import { IMPORTS_PER_PAGE, listImports } from "@/lib/import/queries";
import { translator } from "@/lib/language/translator";
import { wholeNumber } from "../projects/[projectId]/view";

export const generateMetadata = titled("importPage.title");

export default async function ImportsPage({ searchParams }: PageProps<"/imports">) {
  const viewer = await requireViewer("import.manage");
  const t = translator(viewer.locale);
  const { page: asked } = await searchParams;
  const page = (typeof asked === "string" ? wholeNumber(asked) : null) ?? 1;
  const { items, total } = await ask((tx) => listImports(tx, viewer, page));
  const from = (page - 1) * IMPORTS_PER_PAGE;
  const at = (number: number) => ({ pathname: "/imports", query: { page: number } });
  return (
    <>
      <h1 className="text-xl">{t("importPage.title")}</h1>
      <p className="mb-3.5 text-ink-2">{t("importPage.lead")}</p>
      <UploadForm
        words={{
          choose: t("importPage.choose"),
          dropHere: t("importPage.dropHere"),
          formats: t("importPage.formats"),
          upload: t("importPage.upload"),
          paste: t("importPage.paste"),
          pasteHint: t("importPage.pasteHint"),
          pasteName: t("importPage.pasteName"),
          uploading: t("importPage.reading"),
          failed: t("importPage.failed"),
        }}
      />
      <h2 className="mb-2">{t("importPage.list")}</h2>
      <ImportList t={t} items={items} />
      {total > IMPORTS_PER_PAGE && (
        <Pager
          label={t("importPage.pages")}
          range={t("importPage.page", { from: from + 1, to: from + items.length, total })}
          previous={page > 1 ? { label: t("importPage.previous"), href: at(page - 1) } : null}
          next={
            from + items.length < total ? { label: t("importPage.next"), href: at(page + 1) } : null
          }
        />
      )}
    </>
  );
}
