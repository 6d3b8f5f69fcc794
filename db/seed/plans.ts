import { CHENGKOU_PLAN } from "@/db/seed/chengkou";
import { DIANJIANG_PLAN } from "@/db/seed/dianjiang";
import type { PlanFact } from "@/db/seed/facts";
import { QIANJIANG_PLAN } from "@/db/seed/qianjiang";

/** The embedded data set: 27, 12 and 9 projects of three planning documents for 2021–2025. */
export const PLANS: PlanFact[] = [CHENGKOU_PLAN, QIANJIANG_PLAN, DIANJIANG_PLAN];
