import { type Case, UNSURE, xlsx } from "./case";

/** Documents written after the reading worked, to find what it had not been built for. */
export const STRANGE_WORKBOOKS: Case[] = [
  xlsx(
    "units in front of the table, spaces within words, 项目 in the header",
    [
      {
        name: "Sheet1",
        rows: [
          ["金额单位：亿元"],
          ["序 号", "项 目 名 称", "总 投 资", "建 设 起 止 年 限", "建 设 单 位", "责 任 单 位"],
          [1, "午一", 1.5, "2022-2025", "县 城投公司", "县住建委"],
          [2, "午二", 0.08, "2023-2024", "县水投公司", "县水利局"],
        ],
        merges: ["A1:F1"],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "午一",
            wan: 15000,
            start: "2022",
            end: "2025",
            owners: UNSURE,
            leads: ["县住建委"],
          },
          {
            seq: 2,
            name: "午二",
            wan: 800,
            start: "2023",
            end: "2024",
            owners: ["县水投公司"],
            leads: ["县水利局"],
          },
        ],
      ],
    },
  ),
  xlsx(
    "header in the sixth row, empty columns at the left, totals in 万元 with thousands",
    [
      {
        name: "清单",
        rows: [
          [null, "丹霞县人民政府办公室"],
          [null, "关于印发重点项目的通知"],
          [],
          [null, "丹霞县重点项目（2024年）"],
          [
            null,
            "序号",
            "项目名称",
            "主要建设内容及规模",
            "总投资（万元）",
            "开工年月",
            "完工年月",
            "责任单位（牵头）",
            "项目类型",
          ],
          [
            null,
            "1",
            "未一",
            "新建水厂，日供水2万吨",
            "6,800.00",
            "2024.03",
            "2025.12",
            "县水利局",
            "新建",
          ],
          [
            null,
            "2",
            "未二",
            "改造管网30公里",
            "2,100.00",
            "2024年5月",
            "2024年11月",
            "县住建局",
            "续建",
          ],
          [null, "合计", "", "", "8,900.00"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "未一",
            content: "新建水厂，日供水2万吨",
            wan: 6800,
            start: "2024-03",
            end: "2025-12",
            leads: ["县水利局"],
          },
          {
            seq: 2,
            name: "未二",
            wan: 2100,
            start: "2024-05",
            end: "2024-11",
            leads: ["县住建局"],
          },
        ],
      ],
    },
  ),
  xlsx(
    "amounts with remarks, negative, zero, Chinese numerals, two amounts",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）"],
          [1, "申一", "3000（其中财政资金500）"],
          [2, "申二", "三千万元"],
          [3, "申三", "一期2000，二期3000"],
          [4, "申四", 0],
          [5, "申五", -200],
          [6, "申六", "5000以上"],
          [7, "申七", "1.2.3"],
          [8, "申八", "8000\n（含征地费）"],
          [9, "申九", "1200万美元"],
          [10, "申十", 61000000],
          [11, "申十一", "12,00"],
          [12, "申十二", "2000元/亩"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "申一", wan: UNSURE },
          { seq: 2, name: "申二", wan: UNSURE },
          { seq: 3, name: "申三", wan: UNSURE },
          { seq: 4, name: "申四", wan: UNSURE },
          { seq: 5, name: "申五", wan: UNSURE },
          { seq: 6, name: "申六", wan: UNSURE },
          { seq: 7, name: "申七", wan: UNSURE },
          { seq: 8, name: "申八", wan: UNSURE },
          { seq: 9, name: "申九", wan: UNSURE },
          { seq: 10, name: "申十", wan: UNSURE },
          { seq: 11, name: "申十一", wan: UNSURE },
          { seq: 12, name: "申十二", wan: UNSURE },
        ],
      ],
    },
  ),
  xlsx(
    "three header rows, the plan of the year beside the total, 合计 as row of its own above",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "建设内容", "投资（万元）", null, null, null, "单位", null],
          [null, null, null, "总投资", "2024年计划", null, null, "业主单位", "责任单位"],
          [null, null, null, null, "小计", "财政", "自筹", null, null],
          [null, "合计", null, 900, 300, 100, 200, null, null],
          [1, "酉一", "甲", 400, 100, 50, 50, "县城投公司", "县住建局"],
          [2, "酉二", "乙", 500, 200, 50, 150, "县水投公司", "县水利局"],
        ],
        merges: ["A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:D3", "E2:G2", "H1:I1", "H2:H3", "I2:I3"],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "酉一",
            content: "甲",
            wan: 400,
            owners: ["县城投公司"],
            leads: ["县住建局"],
          },
          {
            seq: 2,
            name: "酉二",
            content: "乙",
            wan: 500,
            owners: ["县水投公司"],
            leads: ["县水利局"],
          },
        ],
      ],
    },
  ),
];
