import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { RightsFields } from "@/components/account/rights-fields";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { listEveryRegion } from "@/lib/region/queries";
import { addUserAction } from "../../actions";

export const generateMetadata = titled("settings.addUser");

const BLANK = { role: "manager", scope: "region", regionCode: null, units: [] } as const;

export default async function NewUserPage() {
  const viewer = await requireViewer("user.create");
  const t = translator(viewer.locale);
  const regions = await ask(listEveryRegion);
  return (
    <div className="max-w-lg">
      <PageHead
        above={{ label: t("nav.settings"), href: "/settings" }}
        title={t("settings.addUser")}
      />
      <ActionForm action={addUserAction} className="grid gap-3" signInLabel={t("signIn.title")}>
        <TextField name="name" label={t("settings.name")} required />
        <TextField
          name="username"
          label={t("settings.username")}
          hint={t("settings.usernameHint")}
          required
        />
        <RightsFields t={t} regions={regions} rights={{ ...BLANK, units: [] }} />
        <div>
          <SubmitButton>{t("settings.create")}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  );
}
