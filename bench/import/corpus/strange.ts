import { type Case, cellLines, csv, docx, txt, UNSURE, xlsx } from "./case";

/** More of what the reading had not been built for. */
export const STRANGE: Case[] = [
  docx(
    "a table turned on its side: fields as rows",
    [
      {
        table: [
          ["项目名称", "戌一"],
          ["建设单位", "县城投公司"],
          ["总投资", "5000万元"],
          ["建设年限", "2022-2024"],
        ],
      },
    ],
    { projects: [] },
  ),
  docx(
    "prices, equipment and a schedule: tables with names that are no projects",
    [
      {
        table: [
          ["序号", "设备名称", "单价（万元）", "数量"],
          ["1", "离心机", "12", "2"],
        ],
      },
      {
        table: [
          ["序号", "企业名称", "产值（万元）", "行业"],
          ["1", "云雾茶业", "3000", "食品"],
        ],
      },
      {
        table: [
          ["项目", "2020年", "2021年"],
          ["总收入", "100", "120"],
          ["总支出", "90", "110"],
        ],
      },
    ],
    { projects: [] },
  ),
  txt(
    "one cell a line, category rows of one cell, lines for the total",
    [
      ...cellLines([
        ["序号", "项目名称", "建设地点", "总投资（万元）", "业主单位"],
        ["一、基础设施"],
        ["1", "亥一", "城关镇", "1200", "县交通局"],
        ["2", "亥二", "白沙镇", "800", "县水利局"],
        ["二、社会事业"],
        ["1", "亥三", "城关镇", "600", "县教委"],
        ["合计", "2600"],
      ]),
    ],
    {
      projects: [
        [
          { seq: 1, name: "亥一", field: "基础设施", wan: 1200, owners: ["县交通局"] },
          { seq: 2, name: "亥二", field: "基础设施", wan: 800, owners: ["县水利局"] },
          { seq: 1, name: "亥三", field: "社会事业", wan: 600, owners: ["县教委"] },
        ],
      ],
    },
  ),
  csv(
    "a column too many in one row, and a name that holds a comma without quotes",
    [
      "序号,项目名称,总投资（万元）,责任单位",
      "1,金一,100,县财政局",
      "2,金二,一期,200,县财政局",
      "3,金三,300,县财政局",
    ],
    {
      projects: [
        [
          { seq: 1, name: "金一", wan: 100, leads: ["县财政局"] },
          { seq: 2, name: UNSURE, wan: UNSURE, leads: UNSURE },
          { seq: 3, name: "金三", wan: 300, leads: ["县财政局"] },
        ],
      ],
    },
  ),
  xlsx(
    "leads and owners in one column, bodies with brackets, no space for supports",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "实施单位及责任单位", "牵头及配合单位", "总投资（万元）"],
          [1, "木一", "县林业局（国有林场）", "县林业局（牵头）、县财政局（配合）", 70],
        ],
      },
    ],
    {
      projects: [
        [{ seq: 1, name: "木一", owners: UNSURE, leads: UNSURE, supports: UNSURE, wan: 70 }],
      ],
    },
  ),
  xlsx(
    "period split over year columns, duration in months by the header",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "建设年限", null, "工期（月）", "总投资（万元）"],
          [null, null, "起", "止", null, null],
          [1, "水一", 2022, 2024, 36, 500],
          [2, "水二", "2023年", "2025年", 30, 700],
        ],
        merges: ["A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2"],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "水一", start: "2022", end: "2024", years: 3, wan: 500 },
          { seq: 2, name: "水二", start: "2023", end: "2025", years: UNSURE, wan: 700 },
        ],
      ],
    },
  ),
  txt(
    "a table of Markdown, and a pipe in prose",
    [
      "说明|无",
      "| 序号 | 项目名称 | 总投资（万元） | 牵头单位 |",
      "| --- | --- | ---: | --- |",
      "| 1 | 火一 | 1,000 | 县科技局 |",
      "| 2 | 火二 |  | 县教委 |",
    ],
    {
      projects: [
        [
          { seq: 1, name: "火一", wan: 1000, leads: ["县科技局"] },
          { seq: 2, name: "火二", wan: null, leads: ["县教委"] },
        ],
      ],
    },
  ),
  xlsx(
    "the same project listed per year, and a footnote mark behind names and numbers",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "建设年限", "责任单位"],
          [1, "土一*", "500*", "2023-2024", "县水利局"],
          [2, "土二①", 600, "2023—2024年（暂定）", "县水利局"],
          ["注：*为估算", null, null, null, null],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "土一*", wan: UNSURE, start: "2023", end: "2024", leads: ["县水利局"] },
          { seq: 2, name: "土二①", wan: 600, start: UNSURE, end: UNSURE, leads: ["县水利局"] },
        ],
      ],
    },
  ),
];
