import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { PlanFact } from "@/db/seed/facts";
import { PLANS } from "@/db/seed/plans";

/** The planning documents lie beside the repository, not in it. */
const folder = fileURLToPath(new URL("../../../shared/documents/", import.meta.url));
const missing = !existsSync(folder);

/** Names that cannot be worded otherwise and may stand in a content at full length. */
const LONG_NAMES = [
  "中国野生核桃资源综合开发工程技术研究中心",
  "城口生猪高山生态养殖及“城口老腊肉”科技研发中心",
];

const SPELLED_QUANTITIES = "一支 一级 二级 一套 一期 百余种 三十万级 五大领域 六化五配套".split(
  " ",
);

describe.each(PLANS)("$key", (plan) => {
  test.skipIf(missing)("has the cells of the document, row by row", () => {
    const stated = plan.projects.map(({ cells }) =>
      cells.filter((cell) => cell.field !== "content" && cell.field !== "hosts"),
    );
    expect(stated.map((cells) => cells.map((cell) => cell.text))).toEqual(
      documentRows(plan).map(({ cells }) => cells),
    );
  });

  test.skipIf(missing)("words the hosts as the document does", () => {
    for (const [{ cells }, { content }] of withDocument(plan)) {
      const hosts = cells.find((cell) => cell.field === "hosts")?.text;
      if (hosts) expect(content).toContain(`依托${hosts}`);
      else expect(plan.key === "dianjiang" && content.includes("依托")).toBe(false);
    }
  });

  test.skipIf(missing)("keeps every quantity and adds none", () => {
    for (const [project, { content }] of withDocument(plan)) {
      expect(quantities(project.content), project.name).toEqual(quantities(content));
    }
  });

  test.skipIf(missing)("keeps the words people search for", () => {
    for (const [project, { content }] of withDocument(plan)) {
      const ours = compact(project.name + project.content);
      const lost = SEARCHED_WORDS.filter((word) => content.includes(word) && !ours.includes(word));
      expect(lost, project.name).toEqual([]);
    }
  });

  test.skipIf(missing)("has no run of 16 characters in common with the document", () => {
    const document = lettersOnly(readDocument(plan));
    for (const project of plan.projects) {
      for (const part of withoutLongNames(project.content)) {
        for (let start = 0; start + 16 <= part.length; start += 1) {
          const run = part.slice(start, start + 16);
          expect(document.includes(run), `${project.name}: ${run}`).toBe(false);
        }
      }
    }
  });
});

test.skipIf(missing)(
  "every long name that is allowed stands in a document and in a content",
  () => {
    const contents = PLANS.flatMap(({ projects }) => projects.map(({ content }) => content)).join();
    const documents = PLANS.map(readDocument).join();
    for (const name of LONG_NAMES) {
      expect(contents).toContain(name);
      expect(documents).toContain(name);
    }
  },
);

/** A project's row as the document has it: the cells without the content, and the content. */
type DocumentRow = { cells: string[]; content: string };

function withDocument(plan: PlanFact) {
  const documented = documentRows(plan);
  expect(documented).toHaveLength(plan.projects.length);
  return plan.projects.map((project, index) => {
    const row = documented[index];
    if (!row) throw new Error(`${plan.key} has no row ${index}`);
    return [project, row] as const;
  });
}

function documentRows(plan: PlanFact): DocumentRow[] {
  const text = readDocument(plan);
  if (plan.key === "chengkou") return tableRows(text, /序号\s+项目名称\s+建设单位/, 3);
  if (plan.key === "qianjiang") return tableRows(text, /重大项目表/, 3);
  return [...boxRows(text, "专栏 4："), ...boxRows(text, "专栏 7：")];
}

/** Rows stand apart by an empty line, cells begin with a tab; the last table of the document. */
function tableRows(text: string, head: RegExp, contentIndex: number): DocumentRow[] {
  const table = text.slice(text.search(head));
  return table
    .split(/\n\s*\n(?=\t\d+\n)/)
    .slice(1)
    .map((row) => {
      const cells = row
        .split(/^\t/m)
        .slice(1)
        .map((cell) => cell.trim());
      const content = cells.splice(contentIndex, 1).join();
      return { cells, content: compact(content) };
    });
}

/** Numbered paragraphs; the title ends at the first 。 or ：. */
function boxRows(text: string, head: string): DocumentRow[] {
  const box = text.slice(text.indexOf(head)).split(/^[二三]、/m)[0] ?? "";
  return [...box.matchAll(/^(\d+)\. ([^。：]+)[。：](.+)$/gm)].map(([, row, title, content]) => ({
    cells: [row ?? "", title ?? ""],
    content: compact(content ?? ""),
  }));
}

function readDocument(plan: PlanFact): string {
  return readFileSync(`${folder}${plan.key}.txt`, "utf8").replaceAll("\r\n", "\n");
}

/** Each number with its range and unit, and the quantities that are spelled out. */
function quantities(text: string): string[] {
  const plain = compact(text);
  const written = plain.match(/\d+(?:\.\d+)?(?:～\d+)?[万P]?\p{L}/gu) ?? [];
  const spelled = SPELLED_QUANTITIES.filter((word) => plain.includes(word));
  return [...written, ...spelled].sort();
}

function compact(text: string): string {
  return text.replace(/\s/g, "").replace(/(?<=\d)[~～—-](?=\d)/g, "～");
}

function withoutLongNames(content: string): string[] {
  const separated = LONG_NAMES.reduce((text, name) => text.replaceAll(name, "\n"), content);
  return separated.split("\n").map(lettersOnly);
}

function lettersOnly(text: string): string {
  return text.replace(/[\p{P}\p{S}\s]/gu, "");
}

const SEARCHED_WORDS = `
  智慧大脑 政务信息资源共享交换平台 城市综合服务平台 数据资源中心 调度指挥系统 监测预警系统
  智慧教育 智慧医疗 智慧交通 智慧城管 雪亮工程 智慧河长 公安网络 试剂盒 耗材 乡镇（街道）
  四川达州 陕西安康 生态旅游 生态工业 生态产业化 物联网 大数据 人工智能 天空地一体化 生物多样性
  森林资源 野生动植物 湿地草地 林业灾害 崖柏 珙桐 红豆杉 川东灯台 报春 中华蜜蜂 板角山羊 巴山牛
  城口山地鸡 新型研发机构 标本物种 种质基因库 科技示范园 上海医药集团 上海药材公司 慧远药业
  天宝药业 重庆市中药研究院 灵芝酒 灵芝饮品 保健食品 化妆品 配方饮片 直服饮片 丸剂 膏剂 三七
  太白贝母 药食两用 淫羊藿 林下 种苗 乌天麻 红天麻 冻干天麻 天麻含片 菌种 独活 全基因组 抗性基因
  表型 遗传位点 核桃 采穗圃 无性系 杂交育种 中试 科研楼 核桃油 灌溉 研发大楼 配套系 父母代 商品代
  扩繁场 种鸡 生猪 老腊肉 中药添加剂 粪污 屠宰 腌制 炕房 无烟熏味 城口腊味 休闲食品 专利 中蜂
  囊状幼虫病 人工授精 闭锁繁育 分子辅助育种 国家畜禽资源委员会 卡脖子 芯片 蜂蜜 溯源 养蜂 大木漆
  重科院 茶业 功能食品之乡 农副产品 功能因子图册 虹鳟鱼 维生素D 亚油酸 亚麻酸 货架期 饲料添加剂 锌
  月母子鸡 二十二碳六烯酸 DHA 香菇多糖 香菇脆片 香菇酱 云服务 甘薯 猕猴桃 食用菌 畜禽 硬质合金
  玻纤复合材料 铝合金 重庆大学 西南大学 青蒿 生物药 化学药 现代中药 无抗 脆红李 柑橘 武陵山区
  重庆市蚕科院 黔江模式 智慧蚕桑工厂 乡村振兴战略行动计划 食药检所 科瑞南海 渝东南 阿蓬创客社区
  科技企业孵化基地 双创 导师团 天使投资 项目路演 投融资 光磁一体 ABCD 院士工作站 数字经济 孵化中心
  电子商务 旅游文化创意 智慧康养 民俗体验 智能家居 民宿体验 共享办公 重庆旅游职业学院
  重庆经贸职业学院 大健康 电商 仓储配送 快递物流 网红 直播带货 网络新经济 数据运营 孵化楼宇 AR VR MR
  可穿戴 动漫 潮玩 手办 短视频 智媒体 牡丹 民俗 非遗 沉浸式 博士后 孕期炎症 子代脑损伤 制剂室
  线上审方 中药调剂 送药到家 中医药综合改革试验县 农村中医药工作先进单位 花瓣 花粉 哂酒 石斛 牡蛎
  发明专利 糖片 牡丹皮 道地性 药效药理 品种选育
`
  .trim()
  .split(/\s+/);
