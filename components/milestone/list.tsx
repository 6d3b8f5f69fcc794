import Link from "next/link";
import { MILESTONES_MAX } from "@/lib/milestone/milestone";
import { NewMilestoneForm, TemplateForm } from "./new-forms";
import { GRID, type MilestoneActions, type MilestoneListProps } from "./panel";
import { MilestoneItem } from "./row";

/** 里程碑 in their order, with what may be done about each. */
export function MilestoneList(props: MilestoneListProps) {
  const { t, milestones, actions } = props;
  return (
    <>
      {milestones.length === 0 ? (
        <p className="text-ink-2">{t(actions ? "milestone.empty" : "milestone.emptyReader")}</p>
      ) : (
        <>
          <div
            aria-hidden
            className={`${GRID} border-line border-b py-0.5 text-ink-3 text-xs max-lg:hidden`}
          >
            <span />
            <span>{t("milestone.column")}</span>
            <span>{t("milestone.planned")}</span>
            <span>{t("milestone.forecast")}</span>
            <span>{t("milestone.actual")}</span>
          </div>
          <ol>
            {milestones.map((milestone, at) => (
              <MilestoneItem
                key={milestone.id}
                {...props}
                milestone={milestone}
                isFirst={at === 0}
                isLast={at === milestones.length - 1}
              />
            ))}
          </ol>
        </>
      )}
      {actions && <Additions {...props} actions={actions} />}
      {milestones.length > 0 && (
        <p className="mt-2 text-ink-3 text-xs">{t("milestone.plansNone")}</p>
      )}
    </>
  );
}

function Additions(props: MilestoneListProps & { actions: MilestoneActions }) {
  const { t, project, milestones, actions, open, pageHref } = props;
  if (milestones.length >= MILESTONES_MAX)
    return <p className="mt-3 text-ink-2">{t("milestone.limit", { max: MILESTONES_MAX })}</p>;
  const form = { t, project, closeHref: pageHref };
  if (open === "add") return <NewMilestoneForm {...form} action={actions.add} />;
  if (open === "template") return <TemplateForm {...form} action={actions.template} />;
  const type = t(`projectType.${project.type}`);
  return (
    <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 print:hidden lg:pl-7">
      <Opener id="milestone-add" href={`${pageHref}&edit=add`}>
        {`＋ ${t("milestone.add")}`}
      </Opener>
      <Opener id="milestone-template" href={`${pageHref}&edit=template`}>
        {t("milestone.template", { type })}
      </Opener>
    </p>
  );
}

function Opener({ id, href, children }: { id: string; href: string; children: string }) {
  return (
    <Link
      id={id}
      href={href as "/"}
      scroll={false}
      className="py-1 text-accent hover:underline max-sm:min-h-11 max-sm:content-center"
    >
      {children}
    </Link>
  );
}
