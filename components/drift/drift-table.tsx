import Link from "next/link";
import { signedWan } from "@/components/change/effect-table";
import type { DriftReport, UnitDrift } from "@/lib/change-request/drift/drift";
import { unitName } from "@/lib/change-request/drift/workbook";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";

const NUMBER = "whitespace-nowrap px-2 py-2 text-right align-top";

/** Drift by first-named lead: how often, by how much, by how long, with the totals of both bases side by side. */
export function DriftTable({ t, report }: { t: Translator; report: DriftReport }) {
  const head = "whitespace-nowrap px-2 py-1.5 text-right font-medium";
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface print:border-0">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("drift.title")}</caption>
        <thead>
          <tr className="border-line border-b text-ink-3 text-xs">
            <th scope="col" className="px-3 py-1.5 text-left font-medium">
              {t("drift.column.unit")}
            </th>
            {(["changed", "times", "up", "down", "net", "months"] as const).map((column) => (
              <th key={column} scope="col" className={head}>
                {t(`drift.column.${column}`)}
              </th>
            ))}
            <th scope="col" className={head}>
              {t("drift.planBasis")}
            </th>
            <th scope="col" className={head}>
              {t("drift.currentBasis")}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.units.map((unit) => (
            <Row key={unit.key} t={t} unit={unit} />
          ))}
        </tbody>
        <tfoot className="border-line border-t bg-sunken font-[650]">
          <Row t={t} unit={report.total} label={t("drift.total")} />
        </tfoot>
      </table>
    </div>
  );
}

function Row({ t, unit, label }: { t: Translator; unit: UnitDrift; label?: string }) {
  const body = /^\d+$/.test(unit.key);
  const name = label ?? unitName(t, unit);
  return (
    <tr className="border-line-2 border-b last:border-b-0">
      <th scope="row" className="min-w-45 px-3 py-2 text-left align-top [font-weight:inherit]">
        {body && !label ? (
          <Link
            prefetch={false}
            href={`/organizations/${unit.key}`}
            className="inline-block min-h-6 hover:underline"
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </th>
      <td className={NUMBER}>
        {t("drift.changedOf", { changed: unit.changed, of: unit.projects })}
      </td>
      <td className={NUMBER}>
        {unit.times > 0 && body && !label ? (
          <Link
            prefetch={false}
            href={{ pathname: "/changes", query: { unit: unit.key, state: "approved" } }}
            className="inline-block min-h-6 min-w-6 text-accent hover:underline"
          >
            {unit.times}
          </Link>
        ) : (
          unit.times
        )}
      </td>
      <td className={NUMBER}>{signedWan(unit.upFen)}</td>
      <td className={NUMBER}>{signedWan(unit.downFen)}</td>
      <td className={NUMBER}>{signedWan(unit.upFen + unit.downFen)}</td>
      <td className={NUMBER}>{signed(unit.months)}</td>
      <Basis t={t} projects={unit.planned} fen={unit.planFen} />
      <Basis t={t} projects={unit.current} fen={unit.currentFen} />
    </tr>
  );
}

function Basis({ t, projects, fen }: { t: Translator; projects: number; fen: number | null }) {
  return (
    <td className={NUMBER}>
      {fen === null ? t("common.unknown") : formatWan(fen)}
      <small className="block font-normal text-ink-3 text-xs">
        {t("common.projects", { count: projects })}
      </small>
    </td>
  );
}

/** `+6`, `-3`: months. */
export function signed(number: number): string {
  return number > 0 ? `+${number}` : String(number);
}
