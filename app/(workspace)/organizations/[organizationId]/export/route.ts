import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { EVENTS_MAX } from "@/lib/audit/history";
import { write } from "@/lib/audit/write";
import { attachment } from "@/lib/export/file-name";
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
  const { dossier, now, today } = await ask(async (tx) => ({
    dossier: await getDossier(tx, viewer, id, { projects: EXPORTED_MAX, events: EVENTS_MAX }),
    now: tx.now,
    today: tx.today,
  }));
  const file = await dossierFile(t, dossier, { at: now, by: viewer.name });
  await write((tx) => recordDossierExport(tx, viewer, id));
  return new Response(Buffer.from(file), {
    headers: {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": attachment(
        t("unit.sheet.fileName", { name: dossier.unit.name, date: today }),
      ),
    },
  });
}
