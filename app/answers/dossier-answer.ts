import { fileAnswer, noFile } from "@/app/answers/file-answer";
import { ask } from "@/app/session";
import { addCheckpointOnRequest } from "@/lib/audit/checkpoint/commands";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { recordDossier } from "@/lib/dossier/commands";
import type { DossierAbout } from "@/lib/dossier/dossier";
import { packDossier } from "@/lib/dossier/pack";
import { collectDossier } from "@/lib/dossier/queries";
import { RuleError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";

/** The evidence about a project or a unit as one ZIP, with a checkpoint of this moment in it; recorded. */
export async function dossierAnswer(viewer: Viewer, about: DossierAbout): Promise<Response> {
  const t = translator(viewer.locale);
  try {
    // Whoever may not see it leaves no checkpoint either.
    await ask((tx) => collectDossier(tx, viewer, about));
    await write((tx) => addCheckpointOnRequest(tx, viewer));
    const { dossier, today } = await ask(async (tx) => ({
      dossier: await collectDossier(tx, viewer, about),
      today: tx.today,
    }));
    const zip = await packDossier(t, dossier);
    await write((tx) => recordDossier(tx, viewer, dossier, zip));
    return fileAnswer(zip, `${t("dossier.title", { name: dossier.name })}-${today}.zip`, "zip");
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return noFile(t, error);
  }
}
