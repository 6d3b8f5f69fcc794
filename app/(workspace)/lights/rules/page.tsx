import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { ActivateForm, DeclineForm, WithdrawForm } from "@/components/light/rules/decision-forms";
import { DryRunResult } from "@/components/light/rules/dry-run";
import { Proposal } from "@/components/light/rules/proposal";
import { RuleForm } from "@/components/light/rules/rule-form";
import { RuleList } from "@/components/light/rules/rule-list";
import { PageHead } from "@/components/ui/page-head";
import { Pills } from "@/components/ui/pills";
import type { RuleState } from "@/db/vocabulary";
import { type Translator, translator } from "@/lib/language/translator";
import {
  activateRuleAction,
  declineRuleAction,
  proposeRuleAction,
  withdrawRuleAction,
} from "./actions";
import { loadRules } from "./load";

export const generateMetadata = titled("lightRules.title");

/** 亮灯规则: what decides the system's light, by project type; proposed, tried dry, activated or declined, and what held before. */
export default async function RulesPage({ searchParams }: PageProps<"/lights/rules">) {
  const viewer = await requireViewer("light_rule.read");
  const t = translator(viewer.locale);
  const query = await searchParams;
  const page = await ask((tx) => loadRules(tx, viewer, t, query));
  const { regions, region, view, rules, chosen, tried } = page;
  const of = (...states: RuleState[]) => rules.filter(({ state }) => states.includes(state));
  const tryHref = (id: number) => `/lights/rules?region=${region?.code}&rule=${id}`;
  return (
    <>
      <PageHead
        above={{ label: t("nav.lights"), href: "/lights" }}
        title={region ? t("lightRules.titleOf", { region: region.name }) : t("lightRules.title")}
        note={t("lightRules.lead")}
      />
      <RegionPills t={t} regions={regions} chosen={region?.code} />
      <div className="grid gap-4">
        <Section title={t("lightRules.active")}>
          <RuleList t={t} rules={of("active")} none={t("lightRules.noActive")} tryHref={null} />
        </Section>
        <Section title={t("lightRules.proposed")}>
          <RuleList
            t={t}
            rules={of("proposed")}
            none={t("lightRules.noProposed")}
            tryHref={page.proposes || page.activates ? tryHref : null}
            act={(rule) =>
              page.withdraws(rule.id) && (
                <WithdrawForm t={t} rule={rule} action={withdrawRuleAction} />
              )
            }
          />
          {chosen && (
            <DryRunResult t={t} name={chosen.rule.name} run={chosen.run}>
              {page.activates && (
                <>
                  <ActivateForm t={t} rule={chosen.rule} action={activateRuleAction} />
                  <DeclineForm t={t} rule={chosen.rule} action={declineRuleAction} />
                </>
              )}
            </DryRunResult>
          )}
        </Section>
        {page.proposes && region && (
          <Section title={t("lightRules.propose")}>
            <RuleForm t={t} region={region.code} values={view.typed} faults={view.faults} />
            {tried && (
              <DryRunResult t={t} name={tried.rule.name} run={tried.run}>
                <Proposal
                  t={t}
                  region={region.code}
                  rule={tried.rule}
                  values={view.typed}
                  action={proposeRuleAction}
                />
              </DryRunResult>
            )}
          </Section>
        )}
        <Section title={t("lightRules.history")}>
          <RuleList
            t={t}
            rules={of("retired", "declined", "withdrawn")}
            none={t("lightRules.noRetired")}
            tryHref={null}
          />
        </Section>
      </div>
    </>
  );
}

type RegionPillsProps = {
  t: Translator;
  regions: { code: string; name: string }[];
  chosen: string | undefined;
};

/** Whose rules are shown; for who sees one region there is nothing to choose. */
function RegionPills({ t, regions, chosen }: RegionPillsProps) {
  if (regions.length < 2) return null;
  return (
    <div className="mb-3.5">
      <Pills
        label={t("calendar.regions")}
        pills={regions.map(({ code, name }) => ({
          key: code,
          words: name,
          href: { pathname: "/lights/rules", query: { region: code } },
          chosen: code === chosen,
        }))}
      />
    </div>
  );
}
