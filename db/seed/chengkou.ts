import { CHENGKOU_ROWS_1_TO_14 } from "@/db/seed/chengkou-1";
import { CHENGKOU_ROWS_15_TO_27 } from "@/db/seed/chengkou-2";
import type { PlanFact } from "@/db/seed/facts";
import { CHENGKOU } from "@/db/seed/regions";

/** 城口县“十四五”科技创新规划: 27 rows of the table at its end; no number or date is given. */
export const CHENGKOU_PLAN: PlanFact = {
  key: "chengkou",
  regionCode: CHENGKOU,
  name: "城口县“十四五”科技创新规划",
  documentNumber: null,
  publishedOn: null,
  startYear: 2021,
  endYear: 2025,
  projects: [...CHENGKOU_ROWS_1_TO_14, ...CHENGKOU_ROWS_15_TO_27],
};
