import type { OrganizationKind } from "@/db/vocabulary";

/** Endings of names, in the order in which they are asked: 管委会 before 委, 学院 before 院. */
const ENDINGS: [OrganizationKind, RegExp][] = [
  ["park", /(?:园区|开发区|高新区|新区|景区|示范区|园)(?:管理委员会|管委会)?$/],
  [
    "company",
    /(?:公司|集团|厂|合作社|联合社|药业|企业|农场|酒店|商行|银行|矿业|实业|中心店|养殖场)$/,
  ],
  ["university", /(?:大学|学院|高等专科学校|职业技术学校)$/],
  [
    "institution",
    /(?:研究院|研究所|科学院|设计院|中心|医院|卫生院|中学|小学|学校|幼儿园|职教中心|站|所|馆|院|协会|学会|商会|实验室|台|社|队)$/,
  ],
  [
    "department",
    /(?:委员会|管委会|政府|委|办|局|部|厅|处|署|联社|会|乡|镇|街道|办事处|街道办|村|社区|法院|检察院|工会|团委|妇联|科协|残联)$/,
  ],
];

/** What a body probably is, from the end of its name; null when the name does not tell. */
export function organizationKind(name: string): OrganizationKind | null {
  const whole = name.replace(/\s/g, "");
  const before = whole.replace(/[（(][^（）()]*[）)]$/, "");
  const asked = before === "" ? whole : before;
  if (/(?:法院|检察院)$/.test(asked)) return "department";
  if (/(?:开发区|园区|高新区|新区)管(?:理)?委(?:员)?会$/.test(asked)) return "park";
  return (
    ENDINGS.find(
      ([kind, ending]) => ending.test(asked) && !(kind === "university" && /科学院$/.test(asked)),
    )?.[0] ?? null
  );
}
