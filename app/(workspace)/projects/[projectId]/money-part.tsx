import { Opening } from "@/components/money/opening";
import { OpeningForm } from "@/components/money/opening-form";
import { PlanForm } from "@/components/money/plan-form";
import { PlanTable } from "@/components/money/plan-table";
import { PlanWarnings } from "@/components/money/plan-warnings";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { moneyByYear } from "@/lib/money-plan/by-year";
import { openingTyped, yearTyped, yearVersion } from "@/lib/money-plan/typed";
import { setOpeningAction, setYearPlanAction } from "./actions";
import type { ProjectPageData } from "./data";
import { type ProjectView, pageHref } from "./view";

type MoneyPartProps = { t: Translator; viewer: Viewer; page: ProjectPageData; view: ProjectView };

/** 资金: the plan by year and source beside what was done, and 期初数; entered by the lead unit, read by others. */
export function MoneyPart({ t, viewer, page, view }: MoneyPartProps) {
  const { project, money, returns, today } = page;
  const { row, subject } = project;
  if (money.seen === null) return null;
  const { rows, lines, warnings, opening } = money.seen;
  const enters = can(viewer, "money_plan.enter", subject);
  const href = pageHref(row.id, view);
  const planOf = enters ? plannedYearOf(view) : null;
  const figures = rows.filter((figure) => figure.year === planOf);
  return (
    <div className="grid gap-6">
      <section aria-labelledby="plan">
        <h2 id="plan" className="mb-2 text-base">
          {t("money.plan")}
        </h2>
        <PlanWarnings t={t} warnings={warnings} />
        {planOf !== null && (
          <PlanForm
            key={planOf}
            t={t}
            projectId={row.id}
            year={planOf}
            version={yearVersion(figures)}
            values={yearTyped(figures)}
            action={setYearPlanAction}
            closeHref={href}
          />
        )}
        <PlanTable
          t={t}
          years={moneyByYear(
            // An overdue project goes on: its years run up to this one.
            { startOn: row.startOn, endOn: project.overdue ? today : row.endOn },
            lines,
            returns.map((one) => one.row),
            today,
          )}
          totalFen={row.totalInvestmentFen}
          editHref={enters ? `${href}&edit=plan-` : null}
        />
      </section>
      <section aria-labelledby="opening">
        <h2 id="opening" className="mb-2 text-base">
          {t("money.opening")}
        </h2>
        {enters && view.open === "opening" ? (
          <OpeningForm
            t={t}
            projectId={row.id}
            version={opening?.version ?? 0}
            values={{
              throughYear: String(Number(today.slice(0, 4)) - 1),
              ...openingTyped(opening),
            }}
            action={setOpeningAction}
            closeHref={href}
          />
        ) : (
          <Opening t={t} opening={opening} editHref={enters ? `${href}&edit=opening` : null} />
        )}
      </section>
    </div>
  );
}

/** The year whose form is open, or null. */
function plannedYearOf({ open }: ProjectView): number | null {
  return typeof open === "object" && open !== null && "planOf" in open ? open.planOf : null;
}
