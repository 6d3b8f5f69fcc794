"use client";

import { TextField } from "@/components/form/fields";
import { formatWan, parseSignedWan } from "@/lib/money";
import { TOTAL_FIELDS } from "@/lib/monthly-return/amounts";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { ContentField, TypedContent } from "@/lib/monthly-return/typed";
import { fill } from "./fill";
import type { ReturnWords } from "./words";

type Amount = keyof OpenReturn["before"];
type MoneyFieldsProps = {
  open: OpenReturn;
  values: TypedContent;
  words: ReturnWords;
};

/** Funds in place by source, what was paid, and totals that are checked. */
export function MoneyFields({ open, values, words }: MoneyFieldsProps) {
  const inPlace = monthOf("inPlace", values);
  return (
    <>
      <fieldset className="min-w-0">
        <legend className="mb-1 text-ink-2 text-sm">{words.inPlace}</legend>
        <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
          {words.sources.map(({ value, label }) => (
            <TextField
              key={value}
              name={value}
              label={label}
              inputMode="decimal"
              defaultValue={open.values[value as ContentField]}
            />
          ))}
        </div>
        {inPlace !== null && (
          <p className="mt-1 text-ink-3 text-xs">
            {fill(words.inPlaceSum, { sum: formatWan(inPlace) })}
          </p>
        )}
      </fieldset>
      <TextField
        name="paidFen"
        label={words.fields.paidFen}
        inputMode="decimal"
        defaultValue={open.values.paidFen}
      />
      <fieldset className="min-w-0">
        <legend className="mb-1 text-ink-2 text-sm">{words.totals}</legend>
        <div className="grid grid-cols-2 gap-2">
          {(["completed", "inPlace", "paid"] as const).flatMap((amount) => {
            const computed = totalsOf(amount, open, values);
            return (["yearFen", "totalFen"] as const).map((span) => (
              <TextField
                key={`${amount} ${span}`}
                name={TOTAL_FIELDS[amount][span]}
                label={`${words.amounts[amount]} · ${span === "yearFen" ? words.totalsYear : words.totalsAll}`}
                inputMode="decimal"
                hint={hintOf(computed[span], words)}
              />
            ));
          })}
        </div>
      </fieldset>
    </>
  );
}

function hintOf(fen: number | null, words: ReturnWords): string | undefined {
  return fen === null ? undefined : fill(words.computed, { amount: formatWan(fen) });
}

/** Year to date and to date with what is typed for this month; null while unknown. */
export function totalsOf(amount: Amount, { before }: OpenReturn, values: TypedContent) {
  const month = monthOf(amount, values);
  const { yearFen, totalFen } = before[amount];
  return {
    yearFen: month === null ? yearFen : (yearFen ?? 0) + month,
    totalFen: totalFen === null ? null : totalFen + (month ?? 0),
  };
}

/** What is typed for this month, in 分; of the funds in place the sum of the known sources. Null while unknown. */
export function monthOf(amount: Amount, values: TypedContent): number | null {
  if (amount === "completed") return parseSignedWan(values.completedFen);
  if (amount === "paid") return parseSignedWan(values.paidFen);
  const known = Object.entries(values)
    .filter(([field]) => field.startsWith("inPlace_"))
    .map(([, text]) => parseSignedWan(text))
    .filter((fen) => fen !== null);
  return known.length === 0 ? null : known.reduce((sum, fen) => sum + fen, 0);
}
