import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { type FindingRow, overdueDays } from "@/lib/finding/finding";
import type { Translator } from "@/lib/language/translator";

type FindingTableProps = {
  t: Translator;
  items: { finding: FindingRow; unit: string; region: string }[];
  today: string;
};

/** Findings, the next due first; on a phone one under the other. */
export function FindingTable({ t, items, today }: FindingTableProps) {
  if (items.length === 0) return <Empty>{t("finding.none")}</Empty>;
  return (
    <ul className="rounded-card border border-line bg-surface px-4.5 py-1">
      {items.map(({ finding, unit, region }) => (
        <li
          key={finding.id}
          className="flex flex-wrap items-baseline justify-between gap-x-6 border-line-2 border-b py-2.5 last:border-b-0"
        >
          <span className="min-w-0">
            <Link
              href={`/audit/findings/${finding.id}`}
              className="inline-flex min-h-6 items-center font-semibold hover:underline max-sm:min-h-11"
            >
              {finding.title}
            </Link>
            <span className="block text-ink-2 text-sm">
              {unit} · {region} · {t("finding.raisedOn", { on: finding.raisedOn })}
            </span>
          </span>
          <FindingState t={t} finding={finding} today={today} />
        </li>
      ))}
    </ul>
  );
}

type FindingStateProps = { t: Translator; finding: FindingRow; today: string };

/** The state in words, with the day it is due; late ones say by how much. */
export function FindingState({ t, finding, today }: FindingStateProps) {
  const late = overdueDays(finding, today);
  return (
    <span className="text-sm">
      <b>{t(`finding.states.${finding.state}`)}</b>{" "}
      {finding.state !== "closed" && (
        <span className={late > 0 ? "text-red" : "text-ink-2"}>
          {late > 0
            ? t("finding.late", { on: finding.dueOn, days: late })
            : t("finding.due", { on: finding.dueOn })}
        </span>
      )}
    </span>
  );
}
