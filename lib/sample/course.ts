/** How a made-up project goes: what it does of its annual plan month by month, and how it reports. */
export type Course = {
  /** Share of the even monthly part of the annual plan that is done in the n-th month (from 1) of the year. */
  pace: (month: number) => number;
  selfLight: "green" | "yellow" | "red";
  /** Months of the year (from 1) without a return. */
  missing: (month: number) => boolean;
  /** Completed in this month of the last year. */
  completesIn?: number;
  /** The period of the plan stands although it is over. */
  overrun?: true;
  /** 与上月一致 in months in which nothing was done. */
  same?: true;
  problem?: { text: string; level: "unit" | "county" | "above"; steps: string; closes: boolean };
};

const never = () => false;

/** Eleven ways, so that neighbours in the ledger differ. */
export const COURSES: readonly Course[] = [
  { pace: () => 1.02, selfLight: "green", missing: never },
  { pace: (month) => (month % 3 === 0 ? 1.15 : 0.86), selfLight: "green", missing: never },
  {
    pace: () => 0.74,
    selfLight: "yellow",
    missing: never,
    problem: {
      text: "用地手续未办结，部分地块无法进场",
      level: "county",
      steps: "报请县政府专题会议协调，先行办理已落实地块",
      closes: false,
    },
  },
  {
    pace: () => 0.35,
    selfLight: "yellow",
    missing: never,
    problem: {
      text: "上级资金未按计划到位，设备采购推迟",
      level: "above",
      steps: "向主管部门报送资金申请，先以自筹资金垫付",
      closes: false,
    },
  },
  { pace: (month) => (month < 6 ? 0.3 : 1.7), selfLight: "green", missing: never },
  { pace: (month) => (month < 6 ? 1.1 : 0.15), selfLight: "green", missing: never },
  {
    pace: (month) => (month < 7 ? 0.9 : 0),
    selfLight: "red",
    missing: never,
    same: true,
    problem: {
      text: "合作企业退出，需重新确定实施主体",
      level: "county",
      steps: "重新比选合作单位",
      closes: false,
    },
  },
  { pace: () => 0.9, selfLight: "green", missing: (month) => month > 2 },
  {
    pace: () => 1.6,
    selfLight: "green",
    missing: never,
    completesIn: 8,
    problem: {
      text: "验收资料不齐，档案验收未通过",
      level: "unit",
      steps: "补齐竣工资料后再次申请",
      closes: true,
    },
  },
  {
    pace: () => 0.6,
    selfLight: "yellow",
    missing: (month) => month === 5,
    overrun: true,
    problem: {
      text: "实施期限已过，尚有收尾工作未完成",
      level: "unit",
      steps: "排定收尾计划，按月报送",
      closes: false,
    },
  },
  { pace: () => 0, selfLight: "green", missing: () => true },
];

/** The way of the project at this place in the ledger. */
export function courseAt(place: number): Course {
  return COURSES[place % COURSES.length] as Course;
}

/** 形象进度 in words by how much is done, in per cent. */
export function progressText(type: "construction" | "research" | "platform", done: number): string {
  const steps = PROGRESS[type];
  return steps[Math.min(steps.length - 1, Math.floor((done / 100) * steps.length))] as string;
}

const PROGRESS = {
  construction: [
    "前期手续办理，完成初步设计",
    "场地平整完成，基础施工",
    "主体工程施工",
    "主体完工，设备安装调试",
    "附属工程施工，准备验收",
  ],
  research: [
    "实施方案完成论证，布置试验点",
    "样品采集与分析，第一轮试验",
    "关键技术试验完成，整理数据",
    "中试或示范应用，编制技术规程",
    "示范点总结，准备结题验收",
  ],
  platform: [
    "组建方案报批，落实场地",
    "场地装修，设备采购",
    "设备到位安装，人员配备",
    "试运行，制定管理制度",
    "对外服务，准备认定",
  ],
} as const;
