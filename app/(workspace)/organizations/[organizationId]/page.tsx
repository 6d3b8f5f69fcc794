import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ledgerHref } from "@/components/ledger/href";
import { Events } from "@/components/organization/events";
import { Manage } from "@/components/organization/manage";
import { Milestones } from "@/components/organization/milestones";
import { Names } from "@/components/organization/names";
import { PartList } from "@/components/organization/part-list";
import { partHref } from "@/components/organization/unit-table";
import { BUTTON } from "@/components/ui/button";
import { FigureTable } from "@/components/ui/figure-table";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { canEver } from "@/lib/auth/permissions";
import { type Translator, translator } from "@/lib/language/translator";
import { type Dossier, LISTED_PARTS } from "@/lib/organization/dossier/dossier";
import { getDossier, ledgerOf } from "@/lib/organization/dossier/queries";
import { suggestNames } from "@/lib/organization/queries";
import { canManage, loadOrganization } from "@/lib/organization/rights";
import * as actions from "../actions";
import { ProblemsPart } from "./problems-part";
import { idOf, totalRows } from "./view";

type Props = PageProps<"/organizations/[organizationId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("organization.read");
  const id = idOf((await params).organizationId);
  if (id === null) notFound();
  const unit = await ask((tx) => loadOrganization(tx, viewer, id));
  return { title: unit.name };
}

export default async function OrganizationPage({ params }: Props) {
  const viewer = await requireViewer("organization.read");
  const t = translator(viewer.locale);
  const id = idOf((await params).organizationId);
  if (id === null) notFound();
  const { dossier, suggestions, today } = await ask(async (tx) => {
    const found = await getDossier(tx, viewer, id);
    const managed = canManage(viewer, found.unit);
    return {
      dossier: found,
      suggestions: managed ? await suggestNames(tx, viewer, found.unit) : null,
      today: tx.today,
    };
  });
  const { unit, mergedInto } = dossier;
  return (
    <>
      <Head t={t} dossier={dossier} today={today} audits={canEver(viewer, "audit.use")} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid min-w-0 gap-4">
          <Section title={t("unit.totals")}>
            <FigureTable
              caption={t("unit.totals")}
              headings={[t("unit.way"), t("unit.projects"), t("unit.amountWan")]}
              rows={totalRows(t, dossier)}
            />
            <p className="mt-2 text-ink-3 text-xs">{t("unit.totalsNote")}</p>
          </Section>
          <Parts t={t} dossier={dossier} />
          <Milestones t={t} milestones={dossier.milestones} />
          <ProblemsPart viewer={viewer} unitId={id} />
        </div>
        <div className="grid min-w-0 gap-4">
          <Section title={t("unit.names")}>
            <Names
              t={t}
              names={dossier.names}
              decide={suggestions && !mergedInto ? actions.decideLinkAction : null}
            />
          </Section>
          {suggestions && (
            <div className="print:hidden">
              <Section title={t("unit.manage")}>
                <Manage
                  t={t}
                  unit={unit}
                  mergedInto={mergedInto?.name ?? null}
                  suggestions={suggestions}
                  actions={{
                    setKind: actions.setKindAction,
                    rename: actions.renameAction,
                    link: actions.linkUnitsAction,
                    merge: actions.mergeAction,
                    unmerge: actions.unmergeAction,
                  }}
                />
              </Section>
            </div>
          )}
          <Section title={t("unit.events")}>
            <Events t={t} events={dossier.events} />
          </Section>
        </div>
      </div>
    </>
  );
}

type HeadProps = { t: Translator; dossier: Dossier; today: string; audits: boolean };

function Head({ t, dossier: { unit, regionName, mergedInto, overdue }, today, audits }: HeadProps) {
  const facts = [t(`organizationKind.${unit.kind}`), regionName ?? t("unit.outside")];
  return (
    <PageHead
      above={{ label: t("unit.title"), href: "/organizations" }}
      title={unit.name}
      note={
        <>
          {facts.join(" · ")} · {t("unit.asOf", { date: today })}
          {overdue.projects > 0 && (
            <>
              {" · "}
              <Link
                href={ledgerHref(ledgerOf(unit.id, { overdue: true, unitRole: "any" })) as "/"}
                className="text-red underline"
              >
                {t("unit.overdue", { count: overdue.projects })}
              </Link>
            </>
          )}
        </>
      }
      actions={
        <>
          <Link href={ledgerHref(ledgerOf(unit.id, { unitRole: "any" })) as "/"} className={BUTTON}>
            {t("unit.inLedger")}
          </Link>
          <a href={`/organizations/${unit.id}/export`} className={BUTTON}>
            {t("unit.export")}
          </a>
          {audits && (
            <a href={`/organizations/${unit.id}/dossier`} className={BUTTON}>
              {t("dossier.export")}
            </a>
          )}
          <PrintButton label={t("unit.print")} />
        </>
      }
    >
      {mergedInto && (
        <p role="note" className="mt-1 text-ink-2">
          {t("unit.mergedInto")}{" "}
          <Link href={`/organizations/${mergedInto.id}`} className="text-accent underline">
            {mergedInto.name}
          </Link>
        </p>
      )}
    </PageHead>
  );
}

function Parts({ t, dossier }: { t: Translator; dossier: Dossier }) {
  const { unit, sums, projects, names } = dossier;
  const counted = names.filter((name) => name.counted).map((name) => name.id);
  const unitIds = new Set([unit.id, ...counted]);
  return (
    <div id="leads" className="grid gap-4">
      {LISTED_PARTS.map((part) => (
        <PartList
          key={part}
          t={t}
          part={part}
          sum={sums[part]}
          items={projects[part]}
          unitIds={unitIds}
          ledger={part === "alone" ? null : partHref(unit.id, part)}
        />
      ))}
      {LISTED_PARTS.every((part) => sums[part].projects === 0) && (
        <p className="rounded-card border border-line bg-surface px-5 py-8 text-center text-ink-2">
          {t("unit.noProjects")}
        </p>
      )}
    </div>
  );
}
