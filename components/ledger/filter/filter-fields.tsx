import type { Translator } from "@/lib/language/translator";
import { Count } from "./panel";

export const INPUT =
  "w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11 max-sm:text-[16px]";

export type Choice = { value: string; label: string };

type ChoicesProps = {
  name: string;
  label: string;
  labelHidden?: boolean;
  choices: Choice[];
  chosen: readonly string[];
  /** One of them instead of several. */
  radio?: boolean;
  /** The words of the first choice, “no matter”. */
  none?: string;
  /** Parameter and value are counted when the panel opens. */
  counted?: boolean;
};

/** Tick boxes, or radio buttons, with the number of projects behind each. */
export function Choices({
  name,
  label,
  labelHidden,
  choices,
  chosen,
  radio,
  none,
  counted,
}: ChoicesProps) {
  const all = none ? [{ value: "", label: none }, ...choices] : choices;
  return (
    <fieldset className="mb-3">
      <legend className={labelHidden ? "sr-only" : "mb-1 text-ink-2 text-sm"}>{label}</legend>
      {all.map(({ value, label: words }) => (
        <label key={value} className="flex min-h-7 items-center gap-2 max-sm:min-h-11">
          <input
            type={radio ? "radio" : "checkbox"}
            name={name}
            value={value}
            defaultChecked={value === "" ? chosen.length === 0 : chosen.includes(value)}
            className="size-4 accent-accent"
          />
          {words}
          {counted && value !== "" && <Count of={`${name}=${value}`} />}
        </label>
      ))}
    </fieldset>
  );
}

/** From and to, side by side. */
export function Range({
  label,
  names,
  values,
  inputMode,
}: {
  label: string;
  names: [string, string];
  values: [string | number | null, string | number | null];
  inputMode: "numeric" | "decimal";
}) {
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 text-ink-2 text-sm">{label}</legend>
      <div className="flex items-center gap-2">
        {names.map((name, at) => (
          <input
            key={name}
            name={name}
            aria-label={`${label} ${at === 0 ? "≥" : "≤"}`}
            defaultValue={values[at] ?? ""}
            inputMode={inputMode}
            autoComplete="off"
            maxLength={20}
            className={`${INPUT} text-right`}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** `form` is the id of the form it sends, where that is not around it. */
export function ApplyButton({ t, form }: { t: Translator; form?: string }) {
  return (
    <button
      type="submit"
      form={form}
      className="w-full rounded-card border border-accent bg-accent px-3 py-1 text-on-accent hover:opacity-90 max-sm:min-h-11"
    >
      {t("ledger.apply")}
    </button>
  );
}
