/** The questions a ledger page asks, as its address has them, and the same as the `WHERE` of one hand-written SQL. */
export type LedgerCase = {
  what: string;
  query: Record<string, string>;
  where: string;
  /** The raw `ORDER BY`; the order of the documents when left out. */
  order?: string;
};

const LED_BY = (unit: string, region?: string) =>
  `project_id IN (SELECT u.project_id FROM project_units u JOIN organizations o ON o.id = u.organization_id
    WHERE o.name = '${unit}' ${region ? `AND o.region_code = '${region}'` : ""} AND u.role = 'lead' AND u.position > 0)`;
const MATCHING = (pairs: string) =>
  `project_id IN (SELECT rowid FROM project_search WHERE project_search MATCH '${pairs}')`;
/** Places in the closed lists of `db/vocabulary.ts`, as the narrow table keeps them. */
const ECOLOGY = "primary_sector = 8";
const IN_PROGRESS = "stage = 3";

export const CASES: LedgerCase[] = [
  { what: "first page, no filter", query: {}, where: "1" },
  { what: "page 1,000 of all", query: { page: "1000" }, where: "1" },
  {
    what: "region",
    query: { region: "500229" },
    where: "region_code = '500229'",
  },
  {
    what: "lead unit of one county",
    query: { region: "500229", unit: "县林业局" },
    where: `region_code = '500229' AND ${LED_BY("县林业局", "500229")}`,
  },
  {
    what: "lead unit, all counties",
    query: { unit: "县林业局" },
    where: LED_BY("县林业局"),
  },
  {
    what: "lead + sector + year",
    query: { unit: "县林业局", sector: "ecology", yearFrom: "2025", yearTo: "2025" },
    where: `${LED_BY("县林业局")} AND ${ECOLOGY} AND start_on <= '2025-12-31' AND end_on >= '2025-01-01'`,
  },
  {
    what: "sector + year",
    query: { sector: "ecology", yearFrom: "2025", yearTo: "2025" },
    where: `${ECOLOGY} AND start_on <= '2025-12-31' AND end_on >= '2025-01-01'`,
  },
  {
    what: "region + stage",
    query: { region: "500229", stage: "in_progress" },
    where: `region_code = '500229' AND ${IN_PROGRESS}`,
  },
  { what: "sector", query: { sector: "ecology" }, where: ECOLOGY },
  {
    what: "sector in any rank",
    query: { sector: "ecology", sectorRank: "any" },
    where: "sector_bits & 256",
  },
  { what: "joint leads", query: { joint: "1" }, where: "joint = 1" },
  {
    what: "plan",
    query: { plan: "10" },
    where: "plan_id = 10",
  },
  { what: "search 核桃", query: { q: "核桃" }, where: MATCHING('"核桃"') },
  { what: "search 独活 (rare)", query: { q: "独活" }, where: MATCHING('"独活"') },
  { what: "search 鲲鹏 (no hit)", query: { q: "鲲鹏" }, where: MATCHING('"鲲鹏"') },
  { what: "search 鸡 (one character)", query: { q: "鸡" }, where: MATCHING('"鸡"*') },
  {
    what: "search 冰川 平台 (two words)",
    query: { q: "核桃 平台" },
    where: MATCHING('"核桃" "平台"'),
  },
];

/** Many thousand matches: the limit is wider. */
export const LARGE_CASES: LedgerCase[] = [
  {
    what: "stage (21,000)",
    query: { stage: "in_progress" },
    where: IN_PROGRESS,
  },
  {
    what: "type (33,000)",
    query: { type: "research" },
    where: "type = 1",
  },
  {
    what: "years 2024–2026",
    query: { yearFrom: "2024", yearTo: "2026" },
    where: "start_on <= '2026-12-31' AND end_on >= '2024-01-01'",
  },
  {
    what: "overdue",
    query: { overdue: "1" },
    where: "open = 1 AND end_on < date('now', '+8 hours')",
  },
  {
    what: "amount ≥ 500 万元",
    query: { amountFrom: "500" },
    where: "total_investment_fen >= 500000000",
  },
  {
    what: "owner a placeholder",
    query: { owner: "placeholder" },
    where: "owner_state = 'placeholder'",
  },
  {
    what: "search 专利 (most)",
    query: { q: "专利" },
    where: MATCHING('"专利"'),
  },
  {
    what: "years + type + amount, last page",
    query: { yearFrom: "2024", type: "research", amountFrom: "500", page: "200" },
    where: "end_on >= '2024-01-01' AND type = 1 AND total_investment_fen >= 500000000",
  },
];
