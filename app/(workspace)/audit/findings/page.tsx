import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { FindingTable } from "@/components/finding/finding-table";
import { RaiseForm } from "@/components/finding/raise-form";
import { PRIMARY_BUTTON } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Pills } from "@/components/ui/pills";
import { FLAGS } from "@/lib/audit/flags/flags";
import { canEver } from "@/lib/auth/permissions";
import { FINDING_VIEWS, type FindingView } from "@/lib/finding/input";
import { proposedFinding } from "@/lib/finding/proposal";
import { listFindings } from "@/lib/finding/queries";
import { type Translator, translator } from "@/lib/language/translator";
import { wholeNumber } from "../../projects/[projectId]/view";
import { raiseFindingAction } from "./actions";

export const generateMetadata = titled("nav.findings");

/** 审计发现: what was raised, who has to answer by when, what is still open. */
export default async function FindingsPage({ searchParams }: PageProps<"/audit/findings">) {
  const viewer = await requireViewer("finding.read");
  const t = translator(viewer.locale);
  const asked = await searchParams;
  const view = FINDING_VIEWS.find((one) => one === asked.state) ?? "open";
  const raises = canEver(viewer, "finding.raise");
  const projectId = typeof asked.project === "string" ? wholeNumber(asked.project) : null;
  const flag = FLAGS.find((one) => one === asked.flag) ?? null;
  const { list, proposal, today } = await ask(async (tx) => ({
    list: await listFindings(tx, viewer, view),
    proposal: raises && asked.raise ? await proposedFinding(tx, viewer, projectId) : null,
    today: tx.today,
  }));
  return (
    <>
      <PageHead
        title={t("nav.findings")}
        note={t("finding.note")}
        actions={
          raises &&
          !proposal && (
            <Link href="/audit/findings?raise=1" className={PRIMARY_BUTTON}>
              {t("finding.raise")}
            </Link>
          )
        }
      />
      {proposal && (
        <div className="mb-4 max-w-3xl print:hidden">
          <Section title={t("finding.raise")}>
            <RaiseForm
              t={t}
              proposal={{ ...proposal, title: flag ? t(`flag.${flag}.question`) : "" }}
              action={raiseFindingAction}
            />
          </Section>
        </div>
      )}
      <Tabs t={t} view={view} counts={list.counts} />
      <FindingTable t={t} items={list.items} today={today} />
    </>
  );
}

type TabsProps = {
  t: Translator;
  view: FindingView;
  counts: Record<Exclude<FindingView, "open" | "all">, number>;
};

function Tabs({ t, view, counts }: TabsProps) {
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const numbers = { ...counts, all, open: all - counts.closed };
  return (
    <div className="mb-2.5">
      <Pills
        label={t("finding.state")}
        pills={FINDING_VIEWS.map((one) => ({
          key: one,
          words: `${t(`finding.states.${one}`)} ${numbers[one]}`,
          href: { pathname: "/audit/findings", query: { state: one } },
          chosen: one === view,
        }))}
      />
    </div>
  );
}
