import { EvidenceList } from "@/components/evidence/evidence-list";
import { EvidenceUpload } from "@/components/evidence/evidence-upload";
import type { Viewer } from "@/lib/auth/actor";
import { EVIDENCE_LIMITS, type EvidencePlace } from "@/lib/evidence/evidence";
import { listEvidence } from "@/lib/evidence/queries";
import { translator } from "@/lib/language/translator";
import { ask } from "../session";
import { removeEvidenceAction } from "./evidence-actions";

type EvidencePartProps = {
  viewer: Viewer;
  place: EvidencePlace;
  /** The page it stands on: where a form without scripts returns to. */
  back: string;
  /** A card of its own, or a field among those of a form. */
  look?: "card" | "field";
};

const LOOKS = {
  card: {
    part: "rounded-card border border-line bg-surface px-4.5 py-3.5",
    title: "mb-1.5 text-base",
  },
  field: { part: "mt-3", title: "mb-1 font-normal text-ink-2 text-sm" },
};

/** 附件 of a return or a problem: the files, and a way to add one for those who may. */
export async function EvidencePart({ viewer, place, back, look = "card" }: EvidencePartProps) {
  const t = translator(viewer.locale);
  const { files, mayAdd, mayRemove } = await ask((tx) => listEvidence(tx, viewer, place));
  return (
    <section aria-label={t("evidence.title")} className={LOOKS[look].part}>
      <h2 className={LOOKS[look].title}>{t("evidence.title")}</h2>
      {(files.length > 0 || !mayAdd) && (
        <EvidenceList t={t} files={files} remove={mayRemove ? removeEvidenceAction : null} />
      )}
      {mayAdd && (
        <EvidenceUpload
          place={place}
          back={back}
          words={{
            choose: t("evidence.choose"),
            upload: t("evidence.upload"),
            hint: t("evidence.hint", { max: EVIDENCE_LIMITS.fileBytes / 1024 / 1024 }),
            uploading: t("evidence.uploading", { at: "{at}", of: "{of}" }),
            done: t("evidence.done"),
            failed: t("evidence.failed"),
          }}
        />
      )}
    </section>
  );
}
