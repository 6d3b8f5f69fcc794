import Form from "next/form";
import Link from "next/link";
import { CHANGE_KINDS, CHANGE_STATES } from "@/db/change-vocabulary";
import type { ChangeFilters } from "@/lib/change-request/filters";
import type { Translator } from "@/lib/language/translator";
import { FilterSearch, FilterSelect, FilterSubmit } from "../ui/filter-select";

type FiltersProps = { t: Translator; filters: ChangeFilters; waiting: number };

/** Finds requests by kind, state, unit and whether they wait for the reader: a GET form, so that the answer has an address. */
export function ChangeFiltersForm({ t, filters, waiting }: FiltersProps) {
  const filtered = filters.kind || filters.state || filters.unit || filters.project || filters.mine;
  return (
    <Form
      action="/changes"
      key={JSON.stringify(filters)}
      className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
    >
      {filters.project && <input type="hidden" name="project" value={filters.project} />}
      <FilterSelect
        name="kind"
        label={t("change.kind")}
        chosen={filters.kind}
        any={t("change.anyKind")}
        options={CHANGE_KINDS.map((kind) => [kind, t(`changeKind.${kind}`)])}
        className="max-sm:w-full"
      />
      <FilterSelect
        name="state"
        label={t("change.state")}
        chosen={filters.state}
        any={t("change.anyState")}
        options={CHANGE_STATES.map((state) => [state, t(`changeState.${state}`)])}
        className="max-sm:w-full"
      />
      <FilterSearch name="unit" label={t("change.unit")} value={filters.unit} width="w-50" />
      <label className="flex min-h-6 items-center gap-1.5 px-1 max-sm:min-h-11">
        <input
          type="checkbox"
          name="mine"
          value="1"
          defaultChecked={filters.mine}
          className="size-4 accent-accent"
        />
        {t("change.mine", { count: waiting })}
      </label>
      <FilterSubmit label={t("common.find")} />
      {filtered && (
        <Link href={"/changes" as "/"} className="min-h-6 px-1 text-accent hover:underline">
          {t("change.clear")}
        </Link>
      )}
    </Form>
  );
}
