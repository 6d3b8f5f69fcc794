import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import { ReturnList } from "@/components/review/return-list";
import { TickAll } from "@/components/sector/tick-all";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { REVIEWED_PER_PAGE, reviewQuery } from "@/lib/monthly-return/review/filters";
import type { ReviewedProject } from "@/lib/monthly-return/review/standing";
import { reviewReturnsAction } from "./actions";
import type { loadReturns } from "./data";

type Open = Extract<Awaited<ReturnType<typeof loadReturns>>, { state: "open" }>;
type ListPartProps = { t: Translator; viewer: Viewer; data: Open };

/** The chosen list, with the buttons of those who decide. */
export function ListPart({ t, viewer, data }: ListPartProps) {
  const { filters, page, corrections, found } = data;
  const unitNames = new Map(
    found.units.flatMap(({ unitId, name }) =>
      unitId === null || name === null ? [] : [[unitId, name] as const],
    ),
  );
  if (filters.show === "correction" && corrections.length > 0)
    return <Corrections t={t} corrections={corrections} />;
  if (page.length === 0) return <Empty>{t(`review.empty.${filters.show}`)}</Empty>;
  const mayDecide = ({ standing, submittedById }: ReviewedProject) =>
    standing === "waiting" &&
    can(viewer, "return.review", {
      regionCode: filters.region,
      userId: submittedById ?? undefined,
    });
  return (
    <>
      <DecisionForm t={t} shown={page.some(mayDecide)}>
        <ReturnList
          t={t}
          projects={page}
          compared={data.compared}
          unitNames={unitNames}
          today={data.today}
          mayDecide={mayDecide}
          ownId={viewer.id}
        />
      </DecisionForm>
      <Pages t={t} data={data} />
    </>
  );
}

type DecisionFormProps = { t: Translator; shown: boolean; children: ReactNode };

/** Enter in the reason sends back, which asks for one; approving takes its own button. */
function DecisionForm({ t, shown, children }: DecisionFormProps) {
  if (!shown) return children;
  return (
    <ActionForm action={reviewReturnsAction} signInLabel={t("form.signInAgain")}>
      {children}
      <div className="bottom-0 flex flex-wrap items-end gap-2 border-line border-t bg-paper py-2 md:sticky print:hidden">
        <TickAll name="return" all={t("review.tickAll")} none={t("review.tickNone")} />
        <div className="w-70 max-sm:w-full">
          <TextField name="reason" label={t("review.reason")} />
        </div>
        <SubmitButton quiet name="decision" value="return">
          {t("review.sendBack")}
        </SubmitButton>
        <SubmitButton name="decision" value="approve">
          {t("review.approve")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Corrections({ t, corrections }: { t: Translator; corrections: Open["corrections"] }) {
  return (
    <ul id="returns" className="rounded-card border border-line bg-surface">
      {corrections.map(({ id, month, projectName, asked }) => (
        <li key={id} className="border-line-2 border-b px-4 py-3 last:border-b-0">
          <Link
            data-return-link
            prefetch={false}
            href={`/returns/${id}`}
            className="font-[550] hover:underline"
          >
            {projectName} · {month}
          </Link>
          <p className="text-ink-2 text-sm">
            {t("review.asked", {
              name: asked.askedByName,
              on: asked.askedOn,
              reason: asked.reason,
            })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Pages({ t, data: { filters, total } }: { t: Translator; data: Open }) {
  const { page } = filters;
  if (total <= REVIEWED_PER_PAGE) return null;
  const to = Math.min(page * REVIEWED_PER_PAGE, total);
  const at = (number: number) => ({
    pathname: "/returns",
    query: reviewQuery(filters, { page: number }),
  });
  return (
    <Pager
      label={t("review.pages")}
      range={t("review.range", { from: (page - 1) * REVIEWED_PER_PAGE + 1, to, total })}
      previous={page > 1 ? { label: t("review.previous"), href: at(page - 1) } : null}
      next={to < total ? { label: t("review.next"), href: at(page + 1) } : null}
    />
  );
}
