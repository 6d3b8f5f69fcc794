import { type Case, UNSURE, xlsx } from "./case";

/** Workbooks written without a look at the code that reads them: the honest test. */
export const UNSEEN_WORKBOOKS: Case[] = [
  xlsx(
    "money by source and no column for the total",
    [
      {
        name: "资金",
        rows: [
          ["序号", "项目名称", "责任单位", "资金来源（万元）", null, null],
          [null, null, null, "中央资金", "市级资金", "自筹资金"],
          [1, "青一", "县农业农村委", 100, 50, 30],
          [2, "青二", "县林业局", 0, 80, 20],
        ],
        merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1"],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "青一", leads: ["县农业农村委"], wan: UNSURE },
          { seq: 2, name: "青二", leads: ["县林业局"], wan: UNSURE },
        ],
      ],
    },
  ),
  xlsx(
    "thousands of yuan, millions, dollars and yuan of a currency by the header",
    [
      {
        name: "甲",
        rows: [
          ["序号", "项目名称", "总投资（千元）", "责任单位"],
          [1, "黄一", 52000, "县水利局"],
        ],
      },
      {
        name: "乙",
        rows: [
          ["序号", "项目名称", "总投资（百万元）", "责任单位"],
          [1, "黄二", 35, "县水利局"],
        ],
      },
      {
        name: "丙",
        rows: [
          ["序号", "项目名称", "总投资（万美元）", "责任单位"],
          [1, "黄三", 400, "县商务委"],
        ],
      },
      {
        name: "丁",
        rows: [
          ["序号", "项目名称", "总投资（人民币：万元）", "责任单位"],
          [1, "黄四", 810, "县商务委"],
        ],
      },
    ],
    {
      projects: [
        [{ seq: 1, name: "黄一", wan: 5200, leads: ["县水利局"] }],
        [{ seq: 1, name: "黄二", wan: 3500, leads: ["县水利局"] }],
        [{ seq: 1, name: "黄三", wan: UNSURE, leads: ["县商务委"] }],
        [{ seq: 1, name: "黄四", wan: 810, leads: ["县商务委"] }],
      ],
    },
  ),
  xlsx(
    "periods in words: quarters, halves, from now on, within a five-year plan",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "建设起止时间", "总投资（万元）"],
          [1, "赤一", "2022年一季度—2023年底", 100],
          [2, "赤二", "“十四五”期间", 200],
          [3, "赤三", "2023年起，长期实施", 300],
          [4, "赤四", "2021年启动", 400],
          [5, "赤五", "2024年上半年", 500],
          [6, "赤六", "2年（2023—2024）", 600],
          [7, "赤七", "计划2025年完工", 700],
          [8, "赤八", "2023-2025年，2026年验收", 800],
          [9, "赤九", "24个月", 900],
          [10, "赤十", "21年3月至23年6月", 950],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "赤一", start: UNSURE, end: UNSURE, wan: 100 },
          { seq: 2, name: "赤二", start: UNSURE, end: UNSURE, wan: 200 },
          { seq: 3, name: "赤三", start: UNSURE, end: UNSURE, wan: 300 },
          { seq: 4, name: "赤四", start: UNSURE, end: UNSURE, wan: 400 },
          { seq: 5, name: "赤五", start: UNSURE, end: UNSURE, wan: 500 },
          { seq: 6, name: "赤六", start: "2023", end: "2024", years: UNSURE, wan: 600 },
          { seq: 7, name: "赤七", start: UNSURE, end: UNSURE, wan: 700 },
          { seq: 8, name: "赤八", start: UNSURE, end: UNSURE, wan: 800 },
          { seq: 9, name: "赤九", start: UNSURE, end: UNSURE, years: 2, wan: 900 },
          { seq: 10, name: "赤十", start: UNSURE, end: UNSURE, wan: 950 },
        ],
      ],
    },
  ),
  xlsx(
    "units with persons, telephones, slashes, 会同, 指导 and 负责",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "责任单位及责任人", "总投资（万元）"],
          [1, "紫一", "县水利局 张三", 100],
          [2, "紫二", "县教委/县卫生健康委", 200],
          [3, "紫三", "县林业局会同县财政局", 300],
          [4, "紫四", "县住建委负责，县财政局指导", 400],
          [5, "紫五", "县交通局（李四，13800000000）", 500],
          [6, "紫六", "牵头：县林业局\n配合：县财政局、各乡镇人民政府", 600],
          [7, "紫七", "县教委 县卫生健康委", 700],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "紫一", leads: UNSURE, wan: 100 },
          { seq: 2, name: "紫二", leads: ["县教委", "县卫生健康委"], wan: 200 },
          { seq: 3, name: "紫三", leads: UNSURE, supports: UNSURE, wan: 300 },
          { seq: 4, name: "紫四", leads: UNSURE, supports: UNSURE, wan: 400 },
          { seq: 5, name: "紫五", leads: UNSURE, wan: 500 },
          { seq: 6, name: "紫六", leads: UNSURE, supports: UNSURE, wan: 600 },
          { seq: 7, name: "紫七", leads: ["县教委", "县卫生健康委"], wan: 700 },
        ],
      ],
    },
  ),
  xlsx(
    "two tables beside each other in one sheet",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "序号", "项目名称", "总投资（万元）"],
          [1, "蓝一", 100, 3, "蓝三", 300],
          [2, "蓝二", 200, 4, "蓝四", 400],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "蓝一", wan: 100 },
          { seq: 2, name: "蓝二", wan: 200 },
          { seq: 3, name: "蓝三", wan: 300 },
          { seq: 4, name: "蓝四", wan: 400 },
        ],
      ],
      unread: 2,
    },
  ),
  xlsx(
    "names that look like totals, and remarks that take a project back",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "责任单位", "备注"],
          [1, "总部经济产业园", 100, "县商务委", null],
          [2, "合计村饮水工程", 200, "县水利局", null],
          [3, "一河两岸治理", 300, "县水利局", "已取消"],
          [4, "二期标准厂房", 400, "园区管委会", "投资含土地费"],
          ["共计4个项目", null, 1000, null, null],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "总部经济产业园", wan: 100, leads: ["县商务委"] },
          { seq: 2, name: "合计村饮水工程", wan: 200, leads: ["县水利局"] },
          { seq: 3, name: UNSURE, wan: 300, leads: ["县水利局"] },
          { seq: 4, name: "二期标准厂房", wan: 400, leads: ["园区管委会"] },
        ],
      ],
    },
  ),
];
