/** How the fields of a filter row look. */
export const FILTER_FIELD =
  "rounded-card border border-line-3 bg-surface px-2.5 py-1.25 max-sm:min-h-11 max-sm:text-[16px]";

type FilterSelectProps = {
  name: string;
  label: string;
  chosen: string | number | null;
  /** The words of the first choice, “no matter”; without it something is always chosen. */
  any?: string;
  options: readonly FilterOption[];
  /** More choices under headings of their own. */
  groups?: readonly { label: string; options: readonly FilterOption[] }[];
  className?: string;
};

type FilterOption = readonly [value: string | number, words: string];

/** One of many, in a row of filters that is sent as a form. */
export function FilterSelect({
  name,
  label,
  chosen,
  any,
  options,
  groups = [],
  className = "",
}: FilterSelectProps) {
  return (
    <select
      name={name}
      defaultValue={chosen ?? ""}
      aria-label={label}
      className={`${FILTER_FIELD} ${className}`}
    >
      {any && <option value="">{any}</option>}
      <Options options={options} />
      {groups.map((group) => (
        <optgroup key={group.label} label={group.label}>
          <Options options={group.options} />
        </optgroup>
      ))}
    </select>
  );
}

function Options({ options }: { options: readonly FilterOption[] }) {
  return options.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ));
}

/** Words to look for, in the same row; `width` as a class. */
export function FilterSearch({
  name,
  label,
  hint = label,
  value,
  width,
}: {
  name: string;
  label: string;
  hint?: string;
  value: string | null | undefined;
  width: string;
}) {
  return (
    <input
      type="search"
      name={name}
      defaultValue={value ?? ""}
      aria-label={label}
      placeholder={hint}
      maxLength={100}
      autoComplete="off"
      className={`${FILTER_FIELD} ${width} max-sm:w-full`}
    />
  );
}

/** Sends the row. */
export function FilterSubmit({ label }: { label: string }) {
  return (
    <button type="submit" className={`${FILTER_FIELD} px-3 hover:bg-sunken`}>
      {label}
    </button>
  );
}
