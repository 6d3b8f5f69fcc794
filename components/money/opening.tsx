import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { OpeningBalance } from "@/lib/money-plan/money-plan";

type OpeningProps = {
  t: Translator;
  opening: OpeningBalance | null;
  /** Null for readers. */
  editHref: string | null;
};

/** 期初数 and the real dates, or what is missing without them. */
export function Opening({ t, opening, editHref }: OpeningProps) {
  const amount = (fen: number | null) =>
    fen === null ? t("common.notReported") : `${formatWan(fen)} ${t("common.wan")}`;
  return (
    <>
      {opening === null ? (
        <p className="text-ink-2">{t("money.noOpening")}</p>
      ) : (
        <>
          <p className="mb-1.5 text-ink-2">
            {t("money.through", { year: String(opening.throughYear) })}
          </p>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-5">
            {(
              [
                ["completedFen", amount(opening.completedFen)],
                ["inPlaceFen", amount(opening.inPlaceFen)],
                ["paidFen", amount(opening.paidFen)],
                ["startedOn", opening.startedOn ?? t("common.notReported")],
                ["completedOn", opening.completedOn ?? t("common.notReported")],
              ] as const
            ).map(([key, value]) => (
              <div key={key}>
                <dt className="text-ink-3 text-xs">{t(`eventField.opening_balances.${key}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {editHref && (
        <Link
          id="opening-edit"
          href={editHref as "/"}
          scroll={false}
          className="mt-1.5 inline-flex min-h-6 items-center text-accent hover:underline print:hidden max-sm:min-h-11"
        >
          {t(opening === null ? "money.enterOpening" : "money.correctOpening")}
        </Link>
      )}
    </>
  );
}
