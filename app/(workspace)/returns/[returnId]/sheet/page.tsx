import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Sheet } from "@/components/review/one/sheet";
import { BUTTON } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { translator } from "@/lib/language/translator";
import { getReturn } from "@/lib/monthly-return/review/compare";
import { wholeNumber } from "../../../projects/[projectId]/view";

type Props = PageProps<"/returns/[returnId]/sheet">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("return.read");
  const id = wholeNumber((await params).returnId);
  if (id === null) notFound();
  const { project, row } = await ask((tx) => getReturn(tx, viewer, id));
  return { title: `${project.name} ${row.month}` };
}

/** 签报单: a return on paper. The frame of the page is not printed. */
export default async function SheetPage({ params }: Props) {
  const viewer = await requireViewer("return.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).returnId);
  if (id === null) notFound();
  const found = await ask((tx) => getReturn(tx, viewer, id));
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
        <Link href={`/returns/${id}`} className={BUTTON}>
          ‹ {t("sheet.back")}
        </Link>
        <PrintButton label={t("sheet.print")} />
      </p>
      <Sheet t={t} found={found} />
    </>
  );
}
