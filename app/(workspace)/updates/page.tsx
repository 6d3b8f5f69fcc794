import { randomUUID } from "node:crypto";
import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { OwedList } from "@/components/return/owed-list";
import { ReturnEditor } from "@/components/return/return-editor";
import { ReturnHead } from "@/components/return/return-head";
import { BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { translator } from "@/lib/language/translator";
import { openReturn } from "@/lib/monthly-return/open-return";
import type { OwedReturn } from "@/lib/monthly-return/owed";
import { EvidencePart } from "../evidence-part";
import { owedHere } from "../owed-here";
import { sameAsLastAction, saveDraftsAction, submitReturnAction } from "./actions";
import { formWords } from "./words";

export const generateMetadata = titled("nav.updates");

/** 我的填报: what the own units owe, one after the other; the list stands beside the form where there is room. */
export default async function UpdatesPage({ searchParams }: PageProps<"/updates">) {
  const viewer = await requireViewer("return.submit");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const isAsked = ({ projectId, days }: OwedReturn) =>
    String(projectId) === asked.project && days.month === asked.month;
  const list = await owedHere(viewer);
  const one = asked.next === "1" ? list.owed[0] : [...list.owed, ...list.joint].find(isAsked);
  const open = one
    ? await ask((tx) => openReturn(tx, viewer, one.projectId, one.days.month))
    : null;
  if (!open || !one)
    return (
      <>
        <PageHead
          title={t("nav.updates")}
          actions={
            list.live &&
            (["grid", "workbook"] as const).map((page) => (
              <Link key={page} href={`/updates/${page}`} className={BUTTON}>
                {t(`updates.${page}`)}
              </Link>
            ))
          }
        />
        <OwedList t={t} list={list} />
      </>
    );
  const place = `${open.project.id} ${open.month}`;
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)]">
      <div className="min-w-0">
        <ReturnHead
          t={t}
          open={open}
          owed={one}
          at={list.owed.indexOf(one)}
          of={list.owed.length}
        />
        <ReturnEditor
          key={place}
          open={open}
          maySubmit={open.maySubmit}
          viewerId={viewer.id}
          requestKeys={{ submit: randomUUID(), same: randomUUID() }}
          words={formWords(t, open)}
          save={saveDraftsAction}
          submit={submitReturnAction}
          same={sameAsLastAction}
        >
          <EvidencePart
            key={`files ${place}`}
            viewer={viewer}
            place={{ projectId: open.project.id, month: open.month }}
            back={`/updates?project=${open.project.id}&month=${open.month}`}
            look="field"
          />
        </ReturnEditor>
      </div>
      <aside aria-label={t("updates.list")} className="max-lg:hidden print:hidden">
        <OwedList t={t} list={list} current={one} />
      </aside>
    </div>
  );
}
