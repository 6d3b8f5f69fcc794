import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { LinkState } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { UnitName } from "@/lib/organization/dossier/names";

type NamesProps = {
  t: Translator;
  names: UnitName[];
  /** Null for those who only read. */
  decide: FormAction | null;
};

/** The other names of a unit: what each rests on, whether it counts, and for the reviewer the decision. */
export function Names({ t, names, decide }: NamesProps) {
  if (names.length === 0) return <p className="text-ink-2">{t("unit.noNames")}</p>;
  return (
    <ul>
      {names.map((name) => (
        <li
          key={`${name.ground} ${name.id}`}
          className="border-line-2 border-b py-2 last:border-b-0"
        >
          <p>
            <Link
              href={`/organizations/${name.id}`}
              className="font-[550] text-accent hover:underline"
            >
              {name.name}
            </Link>{" "}
            <span className="text-ink-2 text-sm">
              {t(`unit.ground.${name.ground}`)} · {t(stateKey(name))}
              {" · "}
              {t(name.counted ? "unit.counted" : "unit.notCounted")}
            </span>
          </p>
          {decide && name.linkId !== null && (
            <Decisions t={t} name={name} linkId={name.linkId} decide={decide} />
          )}
        </li>
      ))}
    </ul>
  );
}

function stateKey({ ground, state }: UnitName) {
  return ground === "merged" ? ("unit.state.merged" as const) : (`unit.state.${state}` as const);
}

type DecisionsProps = { t: Translator; name: UnitName; linkId: number; decide: FormAction };

function Decisions({ t, name, linkId, decide }: DecisionsProps) {
  return (
    <details className="mt-1 print:hidden" open={name.state === "proposed"}>
      <summary className="inline-flex min-h-6 items-center text-accent text-sm max-sm:min-h-11">
        {t("unit.decide")}
      </summary>
      <div className="mt-1 grid gap-3 sm:grid-cols-2">
        {DECISIONS[name.state].map((state) => (
          <ActionForm
            key={`${state} ${name.version}`}
            action={decide}
            signInLabel={t("form.signInAgain")}
            className="grid content-start gap-2"
          >
            <HiddenField name="id" value={linkId} />
            <HiddenField name="version" value={name.version} />
            <HiddenField name="state" value={state} />
            <TextField
              name="reason"
              label={t("unit.reasonFor", {
                what: t(
                  `unit.decision.${name.ground === "bracketed_name" ? "bracketed" : "alias"}.${state}`,
                ),
              })}
              required
            />
            <div>
              <SubmitButton quiet={state !== "confirmed"}>
                {t(
                  `unit.decision.${name.ground === "bracketed_name" ? "bracketed" : "alias"}.${state}`,
                )}
              </SubmitButton>
            </div>
          </ActionForm>
        ))}
      </div>
    </details>
  );
}

/** What may be said next about a link in each state. */
const DECISIONS: Record<LinkState, LinkState[]> = {
  proposed: ["confirmed", "rejected"],
  confirmed: ["proposed", "rejected"],
  rejected: ["confirmed", "proposed"],
};
