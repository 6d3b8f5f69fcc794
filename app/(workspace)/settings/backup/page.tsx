import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Facts } from "@/components/account/facts";
import { RetentionForm } from "@/components/account/retention-form";
import { Section } from "@/components/account/section";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import { PRIMARY_BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { secondPlace } from "@/lib/audit/checkpoint/second-place";
import { loadUpkeep, type Upkeep } from "@/lib/backup/upkeep";
import { formatInstant } from "@/lib/dates";
import { type Translator, translator } from "@/lib/language/translator";
import { loadRetention } from "@/lib/retention/queries";
import { recordDrillAction, setRetentionAction } from "../actions";

export const generateMetadata = titled("backup.title");

const KEPT = ["history", "files", "drafts", "requests", "failures", "backups", "replaced"] as const;

/** 备份与恢复: a backup to take away, when it was last tried out, what is kept how long. */
export default async function BackupPage() {
  const viewer = await requireViewer("backup.run");
  const t = translator(viewer.locale);
  const { upkeep, retention, today } = await ask(async (tx) => ({
    upkeep: await loadUpkeep(tx, viewer),
    retention: await loadRetention(tx),
    today: tx.today,
  }));
  const place = secondPlace();
  return (
    <div className="max-w-3xl">
      <PageHead above={{ label: t("nav.settings"), href: "/settings" }} title={t("backup.title")} />
      <div className="grid gap-4">
        <Section title={t("backup.backup")}>
          <Facts facts={[{ label: t("backup.last"), value: backupSentence(t, upkeep.backup) }]} />
          <p className="mt-3 print:hidden">
            <a href="/settings/backup/file" className={PRIMARY_BUTTON}>
              {t("backup.download")}
            </a>
          </p>
          <p className="mt-2 text-ink-3 text-xs">{t("backup.note")}</p>
        </Section>
        <Section title={t("backup.restore")}>
          <p className="text-ink-2">{t("backup.restoreNote")}</p>
          <pre className="mt-1 whitespace-pre-wrap rounded-card bg-sunken p-2 text-xs">
            npm run -s ledger -- restore FILE
          </pre>
        </Section>
        <Section title={t("backup.drill")}>
          <Facts
            facts={[{ label: t("backup.lastDrill"), value: drillSentence(t, upkeep.drill) }]}
          />
          <ActionForm
            action={recordDrillAction}
            className="mt-3 flex flex-wrap items-end gap-3 print:hidden"
            signInLabel={t("form.signInAgain")}
          >
            <TextField
              name="drilledOn"
              type="date"
              label={t("backup.drilledOn")}
              defaultValue={today}
              required
            />
            <div className="w-72 max-sm:w-full">
              <TextField name="note" label={t("backup.drillNote")} />
            </div>
            <SubmitButton>{t("backup.record")}</SubmitButton>
          </ActionForm>
        </Section>
        <Section title={t("backup.retention")}>
          <RetentionForm t={t} retention={retention} action={setRetentionAction} />
          <h3 className="mt-4 mb-1 font-semibold text-ink-2 text-sm">{t("backup.alwaysKept")}</h3>
          <Facts
            facts={KEPT.map((kept) => ({
              label: t(`backup.kept.${kept}.label`),
              value: t(`backup.kept.${kept}.value`),
            }))}
          />
          <p className="mt-2 text-ink-3 text-xs [overflow-wrap:anywhere]">
            {place?.fault
              ? t("proof.placeFault", { directory: place.directory, fault: place.fault })
              : t("backup.place", { directory: place?.directory ?? "" })}
          </p>
        </Section>
      </div>
    </div>
  );
}

const MB = 1024 * 1024;

function backupSentence(t: Translator, backup: Upkeep["backup"]): string {
  if (!backup) return t("backup.never");
  const { at, by, bytes, sha256 } = backup;
  return t("backup.made", {
    at: formatInstant(at),
    by,
    size: (bytes / MB).toFixed(1),
    sha256: sha256.slice(0, 16),
  });
}

function drillSentence(t: Translator, drill: Upkeep["drill"]): string {
  if (!drill) return t("backup.neverDrilled");
  return [drill.on, drill.by, drill.note].filter(Boolean).join(" · ");
}
