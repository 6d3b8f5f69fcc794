import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { Section } from "@/components/account/section";
import { FlagRows } from "@/components/audit/flag-rows";
import { FlagTable } from "@/components/audit/flag-table";
import { BUTTON } from "@/components/ui/button";
import { FigureTable } from "@/components/ui/figure-table";
import { PageHead } from "@/components/ui/page-head";
import { FINDING_STATES } from "@/db/vocabulary";
import { chainHead } from "@/lib/audit/chain-head";
import { listCheckpoints } from "@/lib/audit/checkpoint/queries";
import { FLAGS } from "@/lib/audit/flags/flags";
import { countFlags, listFlagged } from "@/lib/audit/flags/queries";
import { lastVerification } from "@/lib/audit/verify/verify-ledger";
import { formatInstant } from "@/lib/dates";
import { listFindings } from "@/lib/finding/queries";
import { translator } from "@/lib/language/translator";

export const generateMetadata = titled("nav.audit");

/** 审计: the questions that deserve a look, findings on their way, samples, proof. */
export default async function AuditPage({ searchParams }: PageProps<"/audit">) {
  const viewer = await requireViewer("audit.use");
  const t = translator(viewer.locale);
  const asked = (await searchParams).flag;
  const flag = FLAGS.find((one) => one === asked) ?? null;
  const page = await ask(async (tx) => ({
    counts: await countFlags(tx, viewer),
    rows: flag ? await listFlagged(tx, viewer, flag) : [],
    findings: await listFindings(tx, viewer, "open"),
    head: await chainHead(tx),
    last: await lastVerification(tx),
    checkpoints: await listCheckpoints(tx, viewer),
  }));
  const { head, last } = page;
  const [checkpoint] = page.checkpoints.items;
  return (
    <>
      <PageHead
        title={t("nav.audit")}
        note={t("audit.note")}
        actions={
          <nav aria-label={t("audit.tools")} className="flex flex-wrap gap-1.5">
            <Link href="/audit/history" className={BUTTON}>
              {t("historyPage.title")}
            </Link>
            <Link href="/audit/compare" className={BUTTON}>
              {t("compare.title")}
            </Link>
            <Link href="/audit/sample" className={BUTTON}>
              {t("audit.sample")}
            </Link>
            <Link href="/audit/proof" className={BUTTON}>
              {t("proof.title")}
            </Link>
            <Link href="/audit/findings" className={BUTTON}>
              {t("nav.findings")}
            </Link>
          </nav>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Section title={t("audit.flags")}>
          <FlagTable t={t} counts={page.counts} chosen={flag} />
          <p className="mt-2 text-ink-3 text-xs">{t("audit.flagsNote")}</p>
        </Section>
        <Section title={t("nav.findings")}>
          <FigureTable
            caption={t("nav.findings")}
            headings={[t("finding.state"), t("audit.number")]}
            rows={FINDING_STATES.map((state) => ({
              key: state,
              label: t(`finding.states.${state}`),
              cells: [
                {
                  text: String(page.findings.counts[state]),
                  href: `/audit/findings?state=${state}`,
                },
              ],
            }))}
          />
        </Section>
      </div>
      {flag && (
        <div className="mt-4" id="rows">
          <Section title={t(`flag.${flag}.question`)}>
            <FlagRows t={t} flag={flag} rows={page.rows} />
          </Section>
        </div>
      )}
      <p className="mt-3 text-ink-3 text-xs">
        {t("audit.newest", { seq: head.seq })}
        {last
          ? t(last.broken ? "audit.lastBroken" : "audit.lastSound", { at: formatInstant(last.at) })
          : t("audit.neverVerified")}
        {checkpoint && t("audit.checkpoint", { at: formatInstant(checkpoint.recordedAt) })}
      </p>
    </>
  );
}
