import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { ReturnInFull } from "@/lib/monthly-return/review/compare";
import { contentLines } from "../content-lines";

const CELL = "border border-ink px-2 py-1.5 align-top";
/** What the table of amounts says already. */
const IN_AMOUNTS = new Set(["completedFen", "paidFen"]);

/** One return on one sheet of paper, for signature and seal: reporter, reviewer, head of the unit. */
export function Sheet({ t, found }: { t: Translator; found: ReturnInFull }) {
  const { row, project, amounts, annualPlanFen, unitName } = found;
  const lines = contentLines(t, row, project.type).filter(
    ({ key, value }) => value !== null && !IN_AMOUNTS.has(key),
  );
  const wan = (fen: number | null) => (fen === null ? "—" : formatWan(fen));
  return (
    <article className="max-w-190 text-ink">
      <h1 className="mb-1 text-center text-lg">{t("sheet.title", { month: row.month })}</h1>
      <p className="mb-2 flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{t("sheet.unit", { unit: unitName ?? t("review.noUnit") })}</span>
        <span>{t("sheet.wan")}</span>
      </p>
      <table className="w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">{t("sheet.title", { month: row.month })}</caption>
        <tbody>
          <Line label={t("sheet.project")}>{project.name}</Line>
          <Line label={t("sheet.state")}>
            {[t(`returnState.${row.state}`), ...(row.late ? [t("review.lateSubmitted")] : [])].join(
              " · ",
            )}
          </Line>
          {lines.map(({ key, label, value }) => (
            <Line key={key} label={label}>
              {value}
            </Line>
          ))}
          <Line label={t("sheet.annualPlan")}>{wan(annualPlanFen)}</Line>
        </tbody>
      </table>
      <table className="mt-2 w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">{t("returnPage.amounts")}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${CELL} w-36 text-left font-medium`}>
              {t("returnPage.amount")}
            </th>
            {(["monthAmount", "yearAmount", "totalAmount"] as const).map((column) => (
              <th key={column} scope="col" className={`${CELL} text-right font-medium`}>
                {t(`returnPage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(["completed", "inPlace", "paid"] as const).map((kind) => (
            <tr key={kind}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {t(`returnPage.row.${kind}`)}
              </th>
              {(["monthFen", "yearFen", "totalFen"] as const).map((column) => (
                <td key={column} className={`${CELL} text-right tabular-nums`}>
                  {wan(amounts[kind][column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Signatures t={t} found={found} />
    </article>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} w-36 text-left font-medium`}>
        {label}
      </th>
      <td className={`${CELL} whitespace-pre-line break-words`}>{children}</td>
    </tr>
  );
}

/** Names as far as they are known, and room for the hand and the seal. */
function Signatures({ t, found: { row } }: { t: Translator; found: ReturnInFull }) {
  const reviewed = ["approved", "locked", "corrected"].includes(row.state);
  const people = [
    ["reporter", row.submittedByName],
    ["reviewer", reviewed ? row.reviewedByName : null],
    ["head", row.headOfUnit],
  ] as const;
  return (
    <table className="mt-2 w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">{t("sheet.signatures")}</caption>
      <tbody>
        {people.map(([who, name]) => (
          <tr key={who}>
            <th scope="row" className={`${CELL} w-36 text-left font-medium`}>
              {t(`sheet.${who}`)}
            </th>
            <td className={`${CELL} h-14`}>{name}</td>
            <td className={CELL}>
              {t("sheet.signature")}
              <span className="mt-4 block">{t("sheet.date")}</span>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" className={`${CELL} h-28 text-left font-medium`}>
            {t("sheet.seal")}
          </th>
          <td colSpan={2} className={CELL} />
        </tr>
      </tbody>
    </table>
  );
}
