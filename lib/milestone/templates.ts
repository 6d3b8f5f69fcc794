import type { ProjectType } from "@/db/vocabulary";
import { firstDayOf, lastDayOf } from "@/lib/dates";

/** A usual milestone, and which share of the project's period has passed when it is due. */
type Step = { name: string; share: number };

/** The usual milestones of each project type. They are written into the ledger as text, so they are Chinese. */
const TEMPLATES: Record<ProjectType, readonly Step[]> = {
  construction: [
    { name: "可行性研究报告批复", share: 0.1 },
    { name: "初步设计及概算批复", share: 0.2 },
    { name: "开工建设", share: 0.3 },
    { name: "主体工程完工", share: 0.75 },
    { name: "竣工验收", share: 0.9 },
    { name: "投入使用", share: 1 },
  ],
  research: [
    { name: "立项批复", share: 0.1 },
    { name: "实施方案确定", share: 0.2 },
    { name: "关键技术攻关完成", share: 0.6 },
    { name: "中试或示范应用", share: 0.8 },
    { name: "结题验收", share: 0.95 },
    { name: "成果转化应用", share: 1 },
  ],
  platform: [
    { name: "组建方案批复", share: 0.1 },
    { name: "场地与设备到位", share: 0.4 },
    { name: "建成试运行", share: 0.7 },
    { name: "认定挂牌", share: 0.9 },
    { name: "正式运行", share: 1 },
  ],
};

export type PlannedStep = { name: string; planned: string };

/** The template of a type spread over a period (`2021`, `2025-06` …), each step due in a month (`2023-07`). */
export function templateSteps(type: ProjectType, start: string, end: string): PlannedStep[] {
  const first = monthIndex(firstDayOf(start));
  const last = monthIndex(lastDayOf(end));
  return TEMPLATES[type].map(({ name, share }) => ({
    name,
    planned: monthText(Math.round(first + (last - first) * share)),
  }));
}

function monthIndex(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
