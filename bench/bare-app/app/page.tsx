import { connection } from "next/server";
import type { CSSProperties } from "react";
import words from "../../../messages/zh-CN.json";
import { fiftyRows, type Row, type Unit } from "./rows";

/** What the ledger's page is measured against: the same fifty rows, mark by mark, and nothing else. */
export default async function Page() {
  await connection();
  const rows = fiftyRows();
  const most = Math.max(...rows.map(({ fen }) => fen ?? 0), 1);
  return (
    <table>
      <tbody className="ledger-rows">
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/projects/${row.id}`}>{row.name}</a>
              <small>{`${row.region} · ${sourceOf(row)} · ${sectorOf(row)}`}</small>
            </th>
            <Units units={row.units} of="owner" />
            <Units units={row.units} of="lead" />
            <Period {...row} />
            {row.fen === null ? (
              <td className="ledger-amount">{UNSTATED}</td>
            ) : (
              <td
                className="ledger-amount"
                style={{ "--bar": `${((100 * row.fen) / most).toFixed(1)}%` } as CSSProperties}
              >
                {(row.fen / 1_000_000).toLocaleString("en", { maximumFractionDigits: 6 })}
              </td>
            )}
            <td>
              <span className="ledger-stage">{stageOf(row)}</span>
              {row.overdue === 1 && <span className="ledger-overdue">{words.common.overdue}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const UNSTATED = <span className="text-ink-3">{words.common.notStated}</span>;

function sourceOf({ table, row }: Row): string {
  return table === null ? words.common.addedLater : `${table}第 ${row} 项`;
}

function sectorOf({ sector, confirmed }: Row): string {
  if (sector === null) return words.ledger.noSector;
  const word = words.sector[sector as keyof typeof words.sector];
  return confirmed === 1 ? word : `${word}（待确认）`;
}

function stageOf({ type, stage }: Row): string {
  if (stage === "planned") return words.common.notReported;
  const stages: Record<string, Record<string, string>> = words.stage;
  return stages[type]?.[stage] ?? "";
}

function Units({ units, of }: { units: Unit[]; of: "owner" | "lead" }) {
  const other = of === "owner" ? "host" : "support";
  const stated = units.filter(({ role }) => role === of);
  const others = units.filter(({ role }) => role === other);
  const joint = of === "lead" && stated.filter(({ kind }) => kind === "named").length > 1;
  return (
    <td>
      {stated.length + others.length === 0 ? UNSTATED : stated.map(textOf).join("、")}
      {of === "owner" && others.length > 0 && others.map(textOf).join("、")}
      {others.length > 0 && <small>{words.unitRole[other]}</small>}
      {joint && <small className="text-accent">{words.common.joint}</small>}
    </td>
  );
}

function textOf({ kind, text, count }: Unit): string {
  if (kind === "named") return text;
  if (kind === "placeholder") return `未明确具体单位（原文“${text}”）`;
  return count === null ? `${text}（未逐一列名）` : `${text}（共 ${count} 个，未逐一列名）`;
}

const STEP = 16;

function Period({ start, end, startYear, endYear, planStart, planEnd }: Row) {
  if (start === null && end === null) return <td className="ledger-period">{UNSTATED}</td>;
  const period = start === end ? start : `${start ?? "?"}–${end ?? "?"}`;
  if (startYear === null || endYear === null) return <td className="ledger-period">{period}</td>;
  const first = Math.min(startYear, planStart ?? startYear);
  const last = Math.max(endYear, planEnd ?? endYear);
  const bar = {
    "--width": `${(last - first + 1) * STEP - 2}px`,
    "--from": `${(startYear - first) * STEP}px`,
    "--to": `${(endYear - first + 1) * STEP}px`,
  } as CSSProperties;
  return (
    <td className="ledger-period" style={bar}>
      {period}
    </td>
  );
}
