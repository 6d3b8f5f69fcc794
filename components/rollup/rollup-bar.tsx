import { DIMENSIONS, type Dimension } from "@/lib/group/group";
import type { Translator } from "@/lib/language/translator";
import { ApplyButton } from "../ledger/filter/panel/apply-button";
import { Choices } from "../ledger/filter/panel/choices";
import { Panel } from "../ledger/filter/panel/panel";

/** By what the rows and the columns are grouped: radio buttons in the form of the filters. */
export function GroupPanels({ t, by }: { t: Translator; by: Dimension[] }) {
  const choices = DIMENSIONS.map((value) => ({ value, label: t(`rollup.dimension.${value}`) }));
  const [rows = "lead", columns] = by;
  return (
    <>
      <Panel
        title={t("rollup.chosen", {
          label: t("rollup.rows"),
          value: t(`rollup.dimension.${rows}`),
        })}
      >
        <Choices name="by" label={t("rollup.rows")} choices={choices} chosen={[rows]} radio />
        <ApplyButton>{t("ledger.apply")}</ApplyButton>
      </Panel>
      <Panel
        title={t("rollup.chosen", {
          label: t("rollup.columns"),
          value: columns ? t(`rollup.dimension.${columns}`) : t("rollup.noColumns"),
        })}
      >
        <Choices
          name="across"
          label={t("rollup.columns")}
          choices={choices}
          chosen={columns ? [columns] : []}
          radio
          none={t("rollup.noColumns")}
        />
        <ApplyButton>{t("ledger.apply")}</ApplyButton>
      </Panel>
    </>
  );
}
