import { notFound } from "next/navigation";
import { fileAnswer } from "@/app/answers/file-answer";
import { ask, requireViewer } from "@/app/session";
import { chainHead } from "@/lib/audit/chain-head";
import { EVENTS_MAX } from "@/lib/audit/history/history";
import { write } from "@/lib/audit/write";
import { translator } from "@/lib/language/translator";
import { recordDossierExport } from "@/lib/organization/dossier/commands";
import { getDossier } from "@/lib/organization/dossier/queries";
import { dossierFile, EXPORTED_MAX } from "@/lib/organization/dossier/workbook";
import { idOf } from "../view";

type Context = RouteContext<"/organizations/[organizationId]/export">;

/** The dossier as one XLSX, with up to 5,000 projects per role and the latest 200 events. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const viewer = await requireViewer("organization.read");
  const t = translator(viewer.locale);
  const id = idOf((await params).organizationId);
  if (id === null) notFound();
  const { dossier, now, today, head } = await ask(async (tx) => ({
    dossier: await getDossier(tx, viewer, id, { projects: EXPORTED_MAX, events: EVENTS_MAX }),
    now: tx.now,
    today: tx.today,
    head: await chainHead(tx),
  }));
  const file = await dossierFile(t, dossier, { at: now, by: viewer.name, head });
  await write((tx) => recordDossierExport(tx, viewer, id));
  return fileAnswer(
    file,
    t("unit.sheet.fileName", { name: dossier.unit.name, date: today }),
    "xlsx",
  );
}
