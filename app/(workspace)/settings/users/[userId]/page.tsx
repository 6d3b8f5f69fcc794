import { notFound } from "next/navigation";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Facts } from "@/components/account/facts";
import { RightsFields } from "@/components/account/rights-fields";
import { Section } from "@/components/account/section";
import { UserActions } from "@/components/account/user-actions";
import { lastSignInOf, regionOf, stateOf } from "@/components/account/user-table";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton } from "@/components/form/fields";
import { PageHead } from "@/components/ui/page-head";
import { can } from "@/lib/auth/permissions";
import { idInput } from "@/lib/form";
import { translator } from "@/lib/language/translator";
import { listEveryRegion } from "@/lib/region/queries";
import { getUser } from "@/lib/user/queries";
import * as actions from "../../actions";

export const generateMetadata = titled("settings.users");

export default async function UserPage({ params }: PageProps<"/settings/users/[userId]">) {
  const viewer = await requireViewer("user.read");
  const t = translator(viewer.locale);
  const id = idInput.safeParse((await params).userId);
  if (!id.success) notFound();
  const { user, regions } = await ask(async (tx) => ({
    user: await getUser(tx, viewer, id.data),
    regions: await listEveryRegion(tx),
  }));
  const manageable = can(viewer, "user.manage", { regionCode: user.regionCode, userId: user.id });
  return (
    <div className="max-w-2xl">
      <PageHead above={{ label: t("nav.settings"), href: "/settings" }} title={user.name} />
      <div className="grid gap-4">
        <Facts facts={factsOf(t, user)} />
        {manageable ? (
          <>
            <Section title={t("settings.rights")}>
              <ActionForm
                action={actions.changeRightsAction}
                className="grid max-w-lg gap-3"
                signInLabel={t("signIn.title")}
              >
                <HiddenField name="userId" value={user.id} />
                <HiddenField name="version" value={user.version} />
                <RightsFields t={t} regions={regions} rights={user} />
                <p className="text-ink-3 text-xs">{t("settings.rightsNote")}</p>
                <div>
                  <SubmitButton>{t("settings.saveRights")}</SubmitButton>
                </div>
              </ActionForm>
            </Section>
            <Section title={t("settings.actions")}>
              <UserActions t={t} user={user} actions={actions} />
            </Section>
          </>
        ) : (
          <p className="text-ink-2">{t("settings.own")}</p>
        )}
      </div>
    </div>
  );
}

function factsOf(t: ReturnType<typeof translator>, user: Awaited<ReturnType<typeof getUser>>) {
  const state = stateOf(t, user);
  return [
    { label: t("settings.username"), value: user.username },
    { label: t("settings.role"), value: t(`role.${user.role}`) },
    { label: t("settings.region"), value: regionOf(t, user) },
    { label: t("settings.units"), value: user.units.join("、") || t("settings.noRegion") },
    {
      label: t("settings.state"),
      value: user.mustChangePassword ? `${state} · ${t("settings.oneTime")}` : state,
    },
    { label: t("settings.lastSignIn"), value: lastSignInOf(t, user) },
    {
      label: t("settings.openSessions"),
      value: t("settings.sessionCount", { count: user.sessions }),
    },
  ];
}
