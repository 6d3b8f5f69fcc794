import type { ProjectType, Sector } from "@/db/vocabulary";
import type { Random } from "./random";

export type Theme = { sector: Sector; further: Sector; things: string[] };

/** What projects are about. 核桃 is common, 独活 rare, 鸡 a word of one character. */
export const THEMES: Theme[] = [
  {
    sector: "traditional_chinese_medicine",
    further: "specialty_agriculture_forestry",
    things: ["天麻", "淫羊藿", "黄连", "党参", "太白贝母", "杜仲", "厚朴"],
  },
  {
    sector: "biomedicine_health",
    further: "traditional_chinese_medicine",
    things: ["医疗器械", "生物制剂", "诊断试剂", "康养"],
  },
  {
    sector: "new_materials",
    further: "technology_services",
    things: ["玄武岩纤维", "铝合金", "锰材料", "玻纤"],
  },
  {
    sector: "smart_city",
    further: "digital_economy",
    things: ["智慧城管", "雪亮工程", "智慧停车", "城市大脑"],
  },
  {
    sector: "digital_economy",
    further: "technology_services",
    things: ["数据中心", "工业互联网", "电商直播", "算力"],
  },
  {
    sector: "culture_tourism",
    further: "modern_services",
    things: ["古镇", "红军公园", "温泉", "滑雪场", "民宿"],
  },
  {
    sector: "specialty_agriculture_forestry",
    further: "food_processing",
    things: ["核桃", "山地鸡", "蜜蜂", "油茶", "柑橘", "生猪", "蚕桑"],
  },
  {
    sector: "food_processing",
    further: "specialty_agriculture_forestry",
    things: ["老腊肉", "榨菜", "豆干", "核桃油", "山泉水"],
  },
  {
    sector: "ecology",
    further: "specialty_agriculture_forestry",
    things: ["崖柏", "湿地", "石漠化", "污水处理", "林草"],
  },
  {
    sector: "specialty_light_industry",
    further: "culture_tourism",
    things: ["漆器", "丝绸", "竹编", "夏布"],
  },
  {
    sector: "modern_services",
    further: "digital_economy",
    things: ["冷链物流", "检验检测", "人力资源", "会展"],
  },
  {
    sector: "technology_services",
    further: "digital_economy",
    things: ["科创园", "众创空间", "星创天地", "技术转移"],
  },
];

const RARE_THINGS = ["独活", "灵芝", "乌天麻"];
const ACTIONS: Record<ProjectType, string[]> = {
  construction: ["示范基地建设", "加工厂扩建", "综合整治工程", "产业园一期", "信息化改造"],
  research: ["关键技术研究", "良种选育", "标准化种植技术集成", "新产品研发", "功能成分研究"],
  platform: ["工程技术研究中心", "公共服务平台", "院士专家工作站", "重点实验室", "孵化平台"],
};

/** 城口县明通核桃示范基地建设（三期） */
export function projectName(
  pick: Random,
  place: string,
  thing: string,
  type: ProjectType,
  number: number,
): string {
  const phase = pick.chance(0.3) ? `（${pick.pick(["一期", "二期", "三期"])}）` : "";
  return `${place}${thing}${pick.pick(ACTIONS[type])}${phase}${number % 7 === 0 ? `第${number}标段` : ""}`;
}

export function thingOf(pick: Random, theme: Theme): string {
  return pick.chance(0.0002) ? pick.pick(RARE_THINGS) : pick.pick(theme.things);
}

/** A summary of 60 to 140 characters, in the manner of a plan's annex. */
export function summary(pick: Random, thing: string, place: string): string {
  const sentences = [
    `在${place}等${2 + pick.below(12)}个乡镇建设${thing}标准化基地${100 * (1 + pick.below(90))}亩`,
    `新建厂房${500 * (1 + pick.below(40))}平方米，购置设备${5 + pick.below(120)}台（套）`,
    `配套道路${1 + pick.below(30)}公里、供水管网${1 + pick.below(60)}公里及数字化管理系统1套`,
    `与${pick.pick(["西南大学", "重庆大学", "重庆师范大学", "市中药研究院"])}合作，开展品种选育、加工工艺与质量标准研究`,
    `培育龙头企业${1 + pick.below(6)}家、合作社${2 + pick.below(20)}个，带动农户${50 * (1 + pick.below(60))}户增收`,
    `制定技术规程${1 + pick.below(8)}项，申请专利${1 + pick.below(12)}件，年产值${1_000 * (1 + pick.below(50))}万元以上`,
  ];
  const wanted = 60 + pick.below(60);
  let text = "";
  for (let at = pick.below(sentences.length); text.length < wanted; at += 1) {
    text += `${text ? "；" : ""}${sentences[at % sentences.length]}`;
  }
  return `${text.slice(0, 139)}。`;
}

export const MILESTONE_NAMES = [
  "项目立项",
  "可研批复",
  "用地审批",
  "初步设计",
  "开工建设",
  "主体完工",
  "设备调试",
  "竣工验收",
];

export const PLACEHOLDER_OWNERS = ["市场主体", "企业", "有关企业"];
export const SPONSORS = ["王建国", "李明", "张秀英", "陈志强", "刘洋", "赵敏", "周涛", "吴丽华"];
