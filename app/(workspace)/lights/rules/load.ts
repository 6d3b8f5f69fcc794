import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { dryRunLightRule } from "@/lib/light/commands";
import { listRuleRegions, readLightRules } from "@/lib/light/queries";
import { parseRulesUrl, type Query } from "./view";

/** The rules of one region, what the viewer may do with each, and what the address tries dry. */
export async function loadRules(tx: Tx, viewer: Viewer, t: Translator, query: Query) {
  const regions = await listRuleRegions(tx, viewer);
  const asked = [query.region].flat()[0];
  const region =
    regions.find(({ code }) => code === asked) ??
    regions.find(({ code }) => code === viewer.regionCode) ??
    regions[0] ??
    null;
  const view = parseRulesUrl(t, query, {
    region: region?.code ?? null,
    month: tx.today.slice(0, 7),
  });
  const rules = region ? await readLightRules(tx, viewer, region.code) : [];
  const subject = { regionCode: region?.code ?? null };
  const proposes = can(viewer, "light_rule.propose", subject);
  const activates = can(viewer, "light_rule.activate", subject);
  const chosen = rules.find(({ id, state }) => id === view.ruleId && state === "proposed") ?? null;
  const tries = chosen !== null && (proposes || activates);
  return {
    regions,
    region,
    view,
    rules,
    proposes,
    activates,
    withdraws: (id: number) =>
      rules.some(
        (rule) =>
          rule.id === id &&
          can(viewer, "light_rule.withdraw", {
            ...subject,
            userId: rule.proposedById ?? undefined,
          }),
      ),
    chosen: tries ? { rule: chosen, run: await dryRunLightRule(tx, viewer, chosen) } : null,
    tried:
      proposes && view.tried
        ? {
            rule: view.tried,
            run: await dryRunLightRule(tx, viewer, { ...view.tried, id: null }),
          }
        : null,
  };
}
