import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import { read } from "@/db/client";
import { environment } from "@/lib/environment";
import { localeOf, type Translator, translator } from "@/lib/language/translator";
import { listEvaluationAccounts } from "@/lib/user/evaluation";
import { currentViewer } from "../session";
import { chooseLanguage, enterAction, signInAction } from "./actions";

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  if (await currentViewer()) redirect("/");
  const t = translator(localeOf((await cookies()).get("locale")?.value));
  const { next } = await searchParams;
  const back = typeof next === "string" ? next : "";
  return (
    <main className="mx-auto grid min-h-[calc(100dvh-var(--sample-band))] max-w-[400px] content-center gap-5 px-5 py-10">
      <header className="flex items-end justify-between">
        <h1 className="text-xl">{t("app.name")}</h1>
        <form
          action={chooseLanguage}
          aria-label={t("signIn.language")}
          className="flex gap-2 text-sm"
        >
          {(["zh-CN", "en"] as const).map((locale) => (
            <button
              type="submit"
              key={locale}
              name="locale"
              value={locale}
              lang={locale}
              className="px-1 text-accent underline"
            >
              {locale === "en" ? "English" : "中文"}
            </button>
          ))}
        </form>
      </header>
      <p className="rounded-card border border-red bg-surface px-3 py-2 font-semibold text-red">
        {t("app.unclassified")}
      </p>
      {environment().evaluation && <ReadyAccounts t={t} back={back} />}
      <section className="rounded-card border border-line bg-surface p-5">
        <ActionForm action={signInAction} className="grid gap-3" signInLabel={t("signIn.title")}>
          <HiddenField name="next" value={back} />
          <TextField
            name="username"
            label={t("signIn.username")}
            autoComplete="username"
            required
          />
          <TextField
            name="password"
            type="password"
            label={t("signIn.password")}
            autoComplete="current-password"
            required
          />
          <SubmitButton>{t("signIn.submit")}</SubmitButton>
        </ActionForm>
      </section>
    </main>
  );
}

async function ReadyAccounts({ t, back }: { t: Translator; back: string }) {
  const accounts = await read((tx) => listEvaluationAccounts(tx));
  return (
    <section className="rounded-card border border-line bg-surface p-5">
      <h2 className="text-base">{t("signIn.evaluation")}</h2>
      <p className="mb-3 text-sm text-ink-2">{t("signIn.evaluationNote")}</p>
      <ul className="grid gap-2">
        {accounts.map(({ username, name, role }) => (
          <li key={username}>
            <ActionForm action={enterAction} className="grid" signInLabel={t("signIn.title")}>
              <HiddenField name="username" value={username} />
              <HiddenField name="next" value={back} />
              <SubmitButton quiet>
                {t("signIn.enterAs", { role: t(`role.${role}`) })}
                <span className="ml-2 text-sm text-ink-3">{name}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
