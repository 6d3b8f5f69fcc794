import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ConfirmForm } from "@/components/account/confirm-form";
import { Facts } from "@/components/account/facts";
import { PasswordForm } from "@/components/account/password-form";
import { PreferencesForm } from "@/components/account/preferences-form";
import { Section } from "@/components/account/section";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { getOwnAccount } from "@/lib/user/queries";
import { changePasswordAction, changePreferencesAction, signOutEverywhereAction } from "./actions";

export const generateMetadata = titled("nav.account");

export default async function AccountPage() {
  const viewer = await requireViewer("account.use");
  const t = translator(viewer.locale);
  const { sessions, evaluation, region } = await ask((tx) => getOwnAccount(tx, viewer));
  const all = viewer.scope === "all" ? t("settings.allRegions") : t("settings.noRegion");
  return (
    <div className="max-w-2xl">
      <PageHead title={viewer.name} />
      <div className="grid gap-4">
        {viewer.mustChangePassword && (
          <p className="rounded-card border border-red bg-surface px-3 py-2 text-red">
            {t("account.mustChange")}
          </p>
        )}
        <Facts
          facts={[
            { label: t("account.facts.username"), value: viewer.username },
            { label: t("account.facts.role"), value: t(`role.${viewer.kind}`) },
            { label: t("account.facts.region"), value: region ?? all },
            ...(viewer.unitNames.length > 0
              ? [{ label: t("account.facts.units"), value: viewer.unitNames.join("、") }]
              : []),
          ]}
        />
        <Section title={t("account.password")}>
          {evaluation ? (
            <p className="text-ink-2">{t("account.readyAccount")}</p>
          ) : (
            <PasswordForm t={t} username={viewer.username} action={changePasswordAction} />
          )}
        </Section>
        <Section title={t("account.display")}>
          <PreferencesForm t={t} viewer={viewer} action={changePreferencesAction} />
        </Section>
        <Section title={t("account.sessions")}>
          <p className="mb-2.5 text-ink-2">{t("account.sessionCount", { count: sessions })}</p>
          <ConfirmForm
            action={signOutEverywhereAction}
            label={t("account.endSessions")}
            note={t("account.endSessionsNote")}
            confirm={t("account.confirmEndSessions")}
            signInLabel={t("signIn.title")}
          />
        </Section>
      </div>
    </div>
  );
}
