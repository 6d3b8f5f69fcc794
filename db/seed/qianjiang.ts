import { named, placeholder, project, type RowFact, sector, tableCells } from "@/db/seed/build";
import type { PlanFact, ProjectFact } from "@/db/seed/facts";
import { QIANJIANG } from "@/db/seed/regions";

type QianjiangRow = RowFact & {
  period: [start: string, end: string];
  durationYears: number;
  totalInvestmentWan: number;
  /** The amount as worded, where it is not “n万元”. */
  totalInvestmentText?: string;
  lead: string;
};

/** 黔江区科技创新“十四五”规划: the 12 rows of its 重大项目表. */
export const QIANJIANG_PLAN: PlanFact = {
  key: "qianjiang",
  regionCode: QIANJIANG,
  name: "黔江区科技创新“十四五”规划",
  documentNumber: null,
  publishedOn: "2022-05-11",
  startYear: 2021,
  endYear: 2025,
  projects: [
    qianjiangProject({
      row: 1,
      name: "特色智创基地",
      content:
        "面向人工智能、云服务、产业孵化、人才培养、创新中心等方向，引进和培育创新型科技企业" +
        "来黔，建特色智能产业创新基地，以优势资源培育特色产业、做强知名品牌，扩大区域影响。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 30000,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("digital_economy", "人工智能", "云服务")],
      sectorsConfirmed: false,
    }),
    qianjiangProject({
      row: 2,
      name: "特色食品公共技术服务中心",
      content:
        "建设综合性技术服务平台，面向区内农产品加工企业，" +
        "服务甘薯、食用菌、猕猴桃、畜禽等特色食品的精深加工。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 1000,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("food_processing", "特色食品", "精深加工")],
    }),
    qianjiangProject({
      row: 3,
      name: "新材料研发平台",
      content:
        "面向玻纤复合材料、硬质合金、铝合金加工，由企业同西南大学、重庆大学等高校和科研院所" +
        "共建区域性创新平台，攻关核心技术，推出新产品，增强竞争力。",
      period: ["2023", "2025"],
      durationYears: 3,
      totalInvestmentWan: 2000,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("new_materials", "新材料", "复合材料", "铝合金")],
    }),
    qianjiangProject({
      row: 4,
      name: "生物医药研发中心",
      content: "以区内青蒿等中药材为原料资源，建生物医药研发中心，研发现代中药、化学药、生物药。",
      period: ["2021", "2023"],
      durationYears: 3,
      totalInvestmentWan: 1000,
      lead: "区科技局",
      type: "platform",
      sectors: [
        sector("biomedicine_health", "生物医药"),
        sector("traditional_chinese_medicine", "青蒿", "中药材"),
      ],
    }),
    qianjiangProject({
      row: 5,
      name: "生猪产业新型研发机构",
      content:
        "面向黔江的无抗生猪产业，建兼有重大科研成果与市场服务能力的新型研发机构，" +
        "攻关无抗畜禽营养、无抗饲养等技术。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 1500,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("specialty_agriculture_forestry", "生猪")],
    }),
    qianjiangProject({
      row: 6,
      name: "生猪产业重点实验室",
      content:
        "为无抗生猪产业建区域性重点实验室，推动出台一批地方标准" +
        "（无抗生猪养殖标准、无抗生猪饲养标准等）。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 1500,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("specialty_agriculture_forestry", "生猪")],
    }),
    qianjiangProject({
      row: 7,
      name: "特色水果工程技术研究中心",
      content:
        "就脆红李、柑橘、猕猴桃等特色水果研究品种选育、病虫害防治和种植技术，" +
        "集成、推广适合武陵山区的水果技术。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 700,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("specialty_agriculture_forestry", "水果", "品种选育")],
    }),
    qianjiangProject({
      row: 8,
      name: "蚕桑丝绸研发平台",
      content:
        "与重庆市蚕科院、西南大学合作，建贯通全产业链的蚕桑丝绸研发平台，集成山地智慧蚕桑工厂" +
        "（黔江模式）整体技术，优化“六化五配套”蚕业技术与发展路线，服务黔江乡村振兴战略" +
        "行动计划，促进生物产业、蚕桑丝绸、蚕桑文旅融合。",
      period: ["2021", "2024"],
      durationYears: 4,
      totalInvestmentWan: 3000,
      lead: "区科技局",
      type: "platform",
      sectors: [
        sector("specialty_light_industry", "丝绸"),
        sector("specialty_agriculture_forestry", "蚕桑", "乡村振兴"),
        sector("culture_tourism", "文旅"),
      ],
    }),
    qianjiangProject({
      row: 9,
      name: "医药科学区域重点实验室",
      content:
        "依托科瑞南海、黔江食药检所等平台和渝东南片区中药材资源，建生物医药重点实验室，" +
        "研发现代中药、生物药、化学药。",
      period: ["2021", "2023"],
      durationYears: 3,
      totalInvestmentWan: 3000,
      lead: "区科技局",
      type: "platform",
      sectors: [
        sector("biomedicine_health", "医药", "生物医药"),
        sector("traditional_chinese_medicine", "中药材"),
      ],
      sectorsConfirmed: false,
    }),
    qianjiangProject({
      row: 10,
      name: "创新创业服务基地",
      content:
        "整合阿蓬创客社区、黔江区科技企业孵化基地等区内“双创”力量，请进金融服务和" +
        "专业培训机构，设创新创业导师团，做创业咨询、技术交流、管理培训、投融资；" +
        "建成创业孵化、人才引进、项目路演、天使投资、人才培训一体的人才服务基地。",
      period: ["2023", "2025"],
      durationYears: 3,
      totalInvestmentWan: 2000,
      lead: "区科技局",
      type: "platform",
      sectors: [sector("technology_services", "创新创业", "双创", "创业孵化")],
    }),
    qianjiangProject({
      row: 11,
      name: "中国华录黔江数据湖科技园",
      content:
        "政、产、学、研一体的数据湖科技园：光磁一体存储达1000PB，扩建大数据展厅、大数据机房，" +
        "新建大数据产业研究院、大数据孵化中心、院士工作站、ABCD数据湖大学；" +
        "目标是西部知名的特色数字经济产业园，以数据存储、应用、计算见长。",
      period: ["2021", "2025"],
      durationYears: 5,
      totalInvestmentWan: 300000,
      lead: "正阳工业园区管委会",
      type: "construction",
      sectors: [sector("digital_economy", "数据湖", "大数据", "数字经济")],
    }),
    qianjiangProject({
      row: 12,
      name: "智慧文旅双创基地",
      content:
        "面向民俗体验、智慧康养、电子商务、智能家居、旅游文化创意五大领域，融合共享办公、" +
        "创业孵化、民宿体验、生活消费、社交空间、商业娱乐；以重庆经贸职业学院、" +
        "重庆旅游职业学院为核心，建环高校“双创”基地，涵盖电子商务渠道孵化、文创内容生产、" +
        "智能家居制造销售、民俗体验与大健康。",
      period: ["2022", "2025"],
      durationYears: 4,
      totalInvestmentWan: 2000,
      totalInvestmentText: "2000万",
      lead: "区科技局",
      type: "platform",
      sectors: [
        sector("culture_tourism", "文旅", "旅游文化创意"),
        sector("modern_services", "电子商务"),
      ],
    }),
  ],
};

/** Field and owner say the same in all twelve rows: one field, and 企业 in place of a body. */
function qianjiangProject(row: QianjiangRow): ProjectFact {
  const field = "科技创新、应用示范";
  const owner = placeholder("企业");
  return {
    ...project(row, "重大项目表"),
    field,
    owners: [owner],
    leads: named(row.lead),
    start: row.period[0],
    end: row.period[1],
    durationYears: row.durationYears,
    totalInvestmentWan: row.totalInvestmentWan,
    cells: tableCells([
      ["sourceRow", "序号", String(row.row)],
      ["field", "所属领域", field],
      ["name", "项目名称", row.name],
      ["content", "主要内容", null],
      ["period", "实施时间", `${row.period.join("-")}年`],
      ["duration", "实施周期", `${row.durationYears}年`],
      ["totalInvestment", "投资规模", row.totalInvestmentText ?? `${row.totalInvestmentWan}万元`],
      ["owners", "实施主体", owner.text],
      ["leads", "责任部门", row.lead],
    ]),
  };
}
