import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Facts } from "@/components/account/facts";
import { Section } from "@/components/account/section";
import { SectorWords } from "@/components/account/sector-words";
import { TokenTable } from "@/components/account/token-table";
import { UserSearch } from "@/components/account/user-search";
import { UserTable } from "@/components/account/user-table";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, SubmitButton, TextField } from "@/components/form/fields";
import { BUTTON, PRIMARY_BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { ROTATION_DAYS, rotationDays } from "@/lib/auth/password/password-rotation";
import { translator } from "@/lib/language/translator";
import { countByRegion } from "@/lib/ledger/counts";
import { listTokens } from "@/lib/token/queries";
import { listUsers, USERS_LISTED } from "@/lib/user/queries";
import { addTokenAction, revokeTokenAction, setRotationAction } from "./actions";

export const generateMetadata = titled("nav.settings");

export default async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const viewer = await requireViewer("user.read");
  const t = translator(viewer.locale);
  const typed = (await searchParams).q;
  const q = typeof typed === "string" ? typed.trim().slice(0, 50) : "";
  const { counts, found, tokens, rotation } = await ask(async (tx) => ({
    counts: await countByRegion(tx, viewer),
    found: await listUsers(tx, viewer, { q }),
    tokens: await listTokens(tx, viewer),
    rotation: await rotationDays(tx),
  }));
  const total = counts.reduce((sum, { projects }) => sum + projects, 0);
  return (
    <>
      <PageHead
        title={t("nav.settings")}
        actions={
          <>
            <Link href="/settings/backup" className={BUTTON}>
              {t("backup.title")}
            </Link>
            <Link href="/settings/calendar" className={BUTTON}>
              {t("calendar.title")}
            </Link>
          </>
        }
      />
      <div className="grid gap-4">
        <Section title={t("settings.users")}>
          <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
            <UserSearch t={t} q={q} />
            <Link href="/settings/users/new" className={PRIMARY_BUTTON}>
              {t("settings.addUser")}
            </Link>
          </div>
          <UserTable t={t} users={found.users} viewerId={viewer.id} />
          {found.total > USERS_LISTED && (
            <p className="mt-2 text-ink-2">
              {t("settings.more", { total: found.total, listed: USERS_LISTED })}
            </p>
          )}
        </Section>
        <Section title={t("settings.passwords")}>
          <ActionForm
            action={setRotationAction}
            className="flex flex-wrap items-end gap-3"
            signInLabel={t("form.signInAgain")}
          >
            <SelectField
              name="days"
              label={t("settings.rotation")}
              defaultValue={rotation === null ? "" : String(rotation)}
              options={[
                { value: "", label: t("settings.rotationNever") },
                ...ROTATION_DAYS.map((days) => ({
                  value: String(days),
                  label: t("settings.rotationDays", { days }),
                })),
              ]}
            />
            <SubmitButton>{t("common.save")}</SubmitButton>
          </ActionForm>
        </Section>
        <Section title={t("settings.tokens")}>
          <TokenTable t={t} tokens={tokens} revoke={revokeTokenAction} />
          <ActionForm
            action={addTokenAction}
            className="mt-3 flex flex-wrap items-end gap-3"
            signInLabel={t("form.signInAgain")}
          >
            <TextField name="username" label={t("settings.tokenUser")} required />
            <TextField name="name" label={t("settings.tokenName")} required />
            <SubmitButton>{t("settings.tokenMake")}</SubmitButton>
          </ActionForm>
          <p className="mt-2 text-ink-3 text-xs">{t("settings.tokensNote")}</p>
        </Section>
        <Section title={t("settings.projects")}>
          <Facts
            facts={[
              ...counts.map(({ region, projects }) => ({ label: region, value: String(projects) })),
              { label: t("settings.projectsTotal"), value: String(total) },
            ]}
          />
          <p className="mt-2 text-ink-3 text-xs">{t("settings.projectsNote")}</p>
        </Section>
        <Section title={t("settings.sectors")}>
          <SectorWords t={t} />
          <p className="mt-2">
            <Link
              href="/lights/rules"
              className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
            >
              {t("lightRules.title")}
            </Link>
          </p>
        </Section>
        <Section title={t("settings.elsewhere")}>
          <p className="max-w-prose text-ink-2">{t("settings.elsewhereNote")}</p>
        </Section>
      </div>
    </>
  );
}
