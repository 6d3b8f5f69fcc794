"use client";

import { useCallback } from "react";
import { SuggestField } from "@/components/form/fields";
import type { ReportingChoice } from "@/lib/monthly-return/project/reporting-unit";

const SHOWN = 8;

type ReportingFieldProps = {
  label: string;
  hint: string;
  none: string;
  /** Who reports where nothing is typed. */
  byDefault: string;
  defaultValue: string;
  choices: ReportingChoice[];
};

/** The unit that shall report, found by a part of its name or the beginning of its pinyin initials. */
export function ReportingField({ byDefault, choices, ...field }: ReportingFieldProps) {
  const suggest = useCallback(
    async (typed: string) =>
      choices
        .filter(
          ({ name, initials }) => name.includes(typed) || initials.startsWith(typed.toLowerCase()),
        )
        .slice(0, SHOWN)
        .map(({ name }) => ({ value: name })),
    [choices],
  );
  return <SuggestField {...field} name="unit" placeholder={byDefault} suggest={suggest} focused />;
}
