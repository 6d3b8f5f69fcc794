import { SelectField, TextAreaField, TextField } from "@/components/form/fields";
import { PROBLEM_LEVELS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { ProblemRow } from "@/lib/problem/problem";

type ProblemFieldsProps = {
  t: Translator;
  units: { id: number; name: string }[];
  row?: ProblemRow;
};

/** What a problem says: the fields of raising and of updating. */
export function ProblemFields({ t, units, row }: ProblemFieldsProps) {
  return (
    <>
      <TextAreaField
        name="text"
        label={t("problem.text")}
        defaultValue={row?.text ?? ""}
        rows={3}
        required
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          name="level"
          label={t("problem.level")}
          defaultValue={row?.level ?? "unit"}
          options={PROBLEM_LEVELS.map((value) => ({ value, label: t(`problemLevel.${value}`) }))}
        />
        <SelectField
          name="organizationId"
          label={t("problem.unit")}
          defaultValue={String(row?.organizationId ?? "")}
          options={[
            { value: "", label: t("problem.leadUnit") },
            ...units.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <TextField name="person" label={t("problem.person")} defaultValue={row?.person ?? ""} />
        <TextField
          name="dueOn"
          label={t("problem.dueOn")}
          type="date"
          defaultValue={row?.dueOn ?? ""}
        />
      </div>
      <TextAreaField
        name="steps"
        label={t("problem.steps")}
        defaultValue={row?.steps ?? ""}
        rows={2}
      />
    </>
  );
}
