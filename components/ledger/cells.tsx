import type { ReactNode } from "react";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { Column } from "@/lib/ledger/filters";
import type { LedgerItem } from "@/lib/ledger/items";
import { formatWan } from "@/lib/money";
import { type Matched, UnitList } from "./unit-list";
import { YearsBar } from "./years-bar";

export type CellProps = {
  t: Translator;
  item: LedgerItem;
  matched: Matched;
  /** The largest amount on the page, in 分: the full width of a bar. */
  largestFen: number;
};

/** What stands in each column of the ledger. */
export const CELLS: Record<Column, (props: CellProps) => ReactNode> = {
  plan: ({ t, item }) =>
    item.plan ? (
      <>
        {item.plan.name}
        <small>{sourceText(t, item)}</small>
      </>
    ) : (
      t("common.addedLater")
    ),
  region: ({ item }) => item.region.name,
  type: ({ t, item }) => t(`projectType.${item.type}`),
  sector: SectorCell,
  owner: OwnerCell,
  lead: LeadCell,
  sponsor: ({ item }) => item.sponsor,
  period: ({ t, item }) => {
    const period = formatPeriod(item.start, item.end);
    return period ? (
      <>
        {period}
        <YearsBar item={item} />
      </>
    ) : (
      <NotStated t={t} />
    );
  },
  amount: AmountCell,
  stage: StageCell,
};

/** 重点项目表第 16 项. */
export function sourceText(t: Translator, item: LedgerItem): string {
  return item.sourceTable === null || item.sourceRow === null
    ? t("common.addedLater")
    : t("common.rowOf", { table: item.sourceTable, row: item.sourceRow });
}

function NotStated({ t }: { t: Translator }) {
  return <span className="text-ink-3">{t("common.notStated")}</span>;
}

function SectorCell({ t, item: { sectors } }: CellProps) {
  const word = (one: LedgerItem["sectors"]["further"][number]) =>
    one.confirmed
      ? t(`sector.${one.sector}`)
      : t("ledger.unconfirmed", { text: t(`sector.${one.sector}`) });
  return (
    <>
      {sectors.primary ? word(sectors.primary) : t("ledger.noSector")}
      {sectors.further.length > 0 && (
        <small>{sectors.further.map(word).join(t("ledger.filter.comma"))}</small>
      )}
    </>
  );
}

function OwnerCell({ t, item: { owners, hosts }, matched }: CellProps) {
  if (owners.length + hosts.length === 0) return <NotStated t={t} />;
  return (
    <>
      <UnitList t={t} units={owners} matched={matched} />
      {hosts.length > 0 && (
        <>
          <UnitList t={t} units={hosts} matched={matched} />
          <small>{t("unitRole.host")}</small>
        </>
      )}
    </>
  );
}

function LeadCell({ t, item: { leads, supports, joint }, matched }: CellProps) {
  return (
    <>
      {leads.length === 0 ? (
        <NotStated t={t} />
      ) : (
        <UnitList t={t} units={leads} matched={matched} />
      )}
      {joint && <small className="text-accent">{t("common.joint")}</small>}
      {supports.length > 0 && (
        <small>
          {t("unitRole.support")} <UnitList t={t} units={supports} matched={matched} />
        </small>
      )}
    </>
  );
}

function AmountCell({ t, item: { totalInvestmentFen: fen }, largestFen }: CellProps) {
  if (fen === null) return <NotStated t={t} />;
  return (
    <>
      {formatWan(fen)}
      <i
        className="ledger-bar"
        style={{ width: `${((100 * fen) / Math.max(largestFen, 1)).toFixed(1)}%` }}
      />
    </>
  );
}

/** The documents say no more than *planned*: that is 未填报. What is overdue says so with shape and word. */
function StageCell({ t, item }: CellProps) {
  return (
    <>
      <span className="ledger-stage">
        <i />
        {item.stage === "planned" ? t("common.notReported") : t(`stage.${item.type}.${item.stage}`)}
      </span>
      {item.overdue && (
        <span className="ledger-overdue">
          <i />
          {t("common.overdue")}
        </span>
      )}
    </>
  );
}
