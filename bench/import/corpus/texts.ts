import { type Case, docx, UNSURE } from "./case";

/** Text documents as they are published and passed on. */
export const TEXTS: Case[] = [
  docx(
    "annex with title and unit line above the table, note below",
    [
      "附件2",
      "青山县“十四五”重点项目表",
      "单位：万元",
      {
        table: [
          ["序号", "项目名称", "建设规模及主要内容", "建设期限", "总投资", "牵头单位", "配合单位"],
          [
            "1",
            "青山湖湿地公园",
            "湿地修复2100亩",
            "2021—2024",
            "5400",
            "县林业局",
            "县水利局、青山镇",
          ],
          ["2", "县域医共体信息平台", "平台1个", "2022—2023", "860", "县卫生健康局", "/"],
        ],
      },
      "注：总投资以批复为准。",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "青山湖湿地公园",
            content: "湿地修复2100亩",
            start: "2021",
            end: "2024",
            wan: 5400,
            leads: ["县林业局"],
            supports: ["县水利局", "青山镇"],
          },
          {
            seq: 2,
            name: "县域医共体信息平台",
            content: "平台1个",
            start: "2022",
            end: "2023",
            wan: 860,
            leads: ["县卫生健康局"],
            supports: [],
          },
        ],
      ],
    },
  ),
  docx(
    "a table cut by a page: the next part repeats the header, the third has none",
    [
      {
        table: [
          ["序号", "项目名称", "总投资（万元）", "责任单位"],
          ["1", "子一", "10", "县教委"],
          ["2", "子二", "20", "县教委"],
        ],
      },
      "续表",
      {
        table: [
          ["序号", "项目名称", "总投资（万元）", "责任单位"],
          ["3", "子三", "30", "县教委"],
        ],
      },
      "— 5 —",
      {
        table: [
          ["4", "子四", "40", "县民政局"],
          ["5", "子五", "50", "县民政局"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "子一", wan: 10, leads: ["县教委"] },
          { seq: 2, name: "子二", wan: 20, leads: ["县教委"] },
          { seq: 3, name: "子三", wan: 30, leads: ["县教委"] },
          { seq: 4, name: "子四", wan: 40, leads: ["县民政局"] },
          { seq: 5, name: "子五", wan: 50, leads: ["县民政局"] },
        ],
      ],
    },
  ),
  docx(
    "two tables of the same form, each counting from 1",
    [
      "表1 2023年项目",
      {
        table: [
          ["序号", "项目名称", "投资（万元）", "业主"],
          ["1", "丑一", "100", "县水利局"],
        ],
      },
      "表2 2024年项目",
      {
        table: [
          ["序号", "项目名称", "投资（万元）", "业主"],
          ["1", "丑二", "200", "县交通局"],
        ],
      },
    ],
    {
      projects: [
        [{ seq: 1, name: "丑一", wan: 100, owners: ["县水利局"] }],
        [{ seq: 1, name: "丑二", wan: 200, owners: ["县交通局"] }],
      ],
    },
  ),
  docx(
    "categories across the table, lead merged downwards, cells of several lines",
    [
      {
        table: [
          ["序号", "项目名称", "主要建设内容", "起止年限", "投资估算（万元）", "责任单位"],
          [{ text: "（一）水利工程", columnSpan: 6 }],
          [
            "1",
            "寅一",
            "渠道6公里\n泵站1座",
            "2021年-2022年",
            "1,200",
            { text: "县水利局", vertical: "begins" },
          ],
          ["2", "寅二", "水厂1座", "2022年-2023年", "2,600", { text: "", vertical: "continues" }],
          [{ text: "（二）电力工程", columnSpan: 6 }],
          ["1", "寅三", "变电站1座", "2023年-2024年", "9,000", "县发展改革局\n县经济信息局"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "寅一",
            field: "水利工程",
            content: "渠道6公里\n泵站1座",
            start: "2021",
            end: "2022",
            wan: 1200,
            leads: ["县水利局"],
          },
          {
            seq: 2,
            name: "寅二",
            field: "水利工程",
            start: "2022",
            end: "2023",
            wan: 2600,
            leads: ["县水利局"],
          },
          {
            seq: 1,
            name: "寅三",
            field: "电力工程",
            start: "2023",
            end: "2024",
            wan: 9000,
            leads: ["县发展改革局", "县经济信息局"],
          },
        ],
      ],
    },
  ),
  docx(
    "an indicator table, a task list and a project table",
    [
      "表1 主要指标",
      {
        table: [
          ["序号", "指标名称", "单位", "2020年", "2025年", "属性"],
          ["1", "研发投入强度", "%", "0.9", "1.6", "预期性"],
          ["2", "高新技术企业数", "家", "【12】", "【40】", "预期性"],
        ],
      },
      "注：【】为累计数。",
      "表2 任务分工",
      {
        table: [
          ["序号", "工作任务", "责任单位", "完成时限"],
          ["1", "制定实施方案", "县科技局", "2022年6月"],
          ["2", "建立调度机制", "县发改委", "2022年9月"],
        ],
      },
      "表3 重点项目",
      {
        table: [
          ["序号", "项目名称", "总投资（万元）", "责任单位"],
          ["1", "卯一", "88", "县科技局"],
        ],
      },
    ],
    {
      projects: [[{ seq: 1, name: "卯一", wan: 88, leads: ["县科技局"] }]],
      indicators: [["研发投入强度", "高新技术企业数"]],
    },
  ),
  docx(
    "no project table: members, contacts, and a frame around prose",
    [
      "领导小组成员名单",
      {
        table: [
          ["姓名", "单位", "职务"],
          ["张某", "县政府", "县长"],
          ["李某", "县科技局", "局长"],
        ],
      },
      { table: [["附则：本方案由县科技局负责解释，自印发之日起施行。"]] },
    ],
    { projects: [] },
  ),
  docx(
    "unusual header words",
    [
      {
        table: [
          [
            "项目编号",
            "重点项目名称",
            "项目概况",
            "建设业主",
            "建设工期",
            "项目总投资\n（万元）",
            "监管单位",
            "备注",
          ],
          ["ZD-01", "辰一", "新建幼儿园", "县教投公司", "24个月", "2200", "县教委", "PPP"],
          [
            "ZD-02",
            "辰二",
            "改建道路",
            "县交投公司",
            "2022.5—2023.5",
            "１，３００",
            "县交通局",
            "",
          ],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: UNSURE,
            name: "辰一",
            content: "新建幼儿园",
            owners: ["县教投公司"],
            start: null,
            end: null,
            years: 2,
            wan: 2200,
            leads: ["县教委"],
          },
          {
            seq: UNSURE,
            name: "辰二",
            content: "改建道路",
            owners: ["县交投公司"],
            start: "2022-05",
            end: "2023-05",
            wan: 1300,
            leads: ["县交通局"],
          },
        ],
      ],
    },
  ),
  docx(
    "two columns that claim the same role",
    [
      {
        table: [
          ["序号", "项目名称", "责任单位", "牵头单位", "总投资（万元）", "估算投资（万元）"],
          ["1", "巳一", "县城投公司", "县住建委", "500", "480"],
        ],
      },
    ],
    {
      projects: [[{ seq: 1, name: "巳一", leads: UNSURE, wan: UNSURE }]],
      marks: ["column_ambiguous"],
    },
  ),
];
