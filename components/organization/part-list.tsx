import Link from "next/link";
import { UnitList } from "@/components/ledger/table/unit-list";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { LedgerItem } from "@/lib/ledger/items";
import { formatWan } from "@/lib/money";
import { LISTED_MAX, type ListedPart } from "@/lib/organization/dossier/dossier";
import type { PartSum } from "@/lib/organization/role-sums";
import { amountText } from "./sum-text";

type PartListProps = {
  t: Translator;
  part: ListedPart;
  sum: PartSum;
  items: LedgerItem[];
  /** All names that count as the unit: marked wherever they stand. */
  unitIds: ReadonlySet<number>;
  /** The ledger with exactly these projects; null where its filters cannot say it. */
  ledger: string | null;
};

/** The projects in which a unit takes part in one way, with the others in the same role and what they cost. */
export function PartList({ t, part, sum, items, unitIds, ledger }: PartListProps) {
  if (sum.projects === 0) return null;
  const matched = { ids: unitIds, role: "any" as const };
  return (
    <section className="rounded-card border border-line bg-surface px-4.5 py-3.5 print:border-0 print:px-0">
      <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-2 text-base">
        <span>
          {t(`unit.part.${part}`)}{" "}
          <span className="font-normal text-ink-2 text-sm">
            {t("unit.count", { count: sum.projects })} · {amountText(t, sum)}
          </span>
        </span>
        {ledger && (
          <Link
            href={ledger as "/"}
            className="font-normal text-accent text-sm hover:underline print:hidden"
          >
            {t("unit.inLedger")}
          </Link>
        )}
      </h3>
      <ul>
        {items.map((item) => (
          <li
            key={item.id}
            className="grid gap-x-4 border-line-2 border-b py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:items-baseline"
          >
            <span className="min-w-0">
              <Link
                href={`/projects/${item.id}`}
                className="inline-block min-h-6 font-[550] hover:underline"
              >
                {item.name}
              </Link>
              <small className="block text-ink-2 text-xs">
                <UnitList t={t} units={unitsIn(item, part)} matched={matched} />
              </small>
            </span>
            <span className="whitespace-nowrap text-ink-2 text-sm">
              {formatPeriod(item.start, item.end)}{" "}
              {item.overdue && <span className="text-red">{t("common.overdue")}</span>}
            </span>
            <span className="whitespace-nowrap sm:min-w-28 sm:text-right">
              {item.totalInvestmentFen === null
                ? t("unit.amountUnknown")
                : t("unit.amount", { amount: formatWan(item.totalInvestmentFen) })}
            </span>
          </li>
        ))}
      </ul>
      {sum.projects > items.length && (
        <p className="mt-2 text-ink-3 text-xs">{t("unit.listedMax", { max: LISTED_MAX })}</p>
      )}
    </section>
  );
}

function unitsIn(item: LedgerItem, part: ListedPart) {
  if (part === "owner") return item.owners;
  if (part === "host") return item.hosts;
  return part === "support" ? [...item.leads, ...item.supports] : item.leads;
}
