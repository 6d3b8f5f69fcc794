import { type Case, cellLines, csv, docx, pasted, txt, UNSURE } from "../../case";

/** Texts of the third round. */
export const THIRD_TEXTS: Case[] = [
  txt(
    "Markdown with a total row between and a row broken by a note",
    [
      "# 云岭县2025年重点文旅项目",
      "",
      "| 序号 | 项目 | 计划总投资（亿元） | 业主 | 建设年限 |",
      "|---|---|---|---|---|",
      "| 1 | 红军街修缮 | 0.45 | 县文旅委 | 2025 |",
      "| 2 | 温泉酒店 | 2.8 | 云岭旅投公司 | 2024—2027 |",
      "| 小计 | | 3.25 | | |",
      "| 3 | 露营基地 | 1500万元 | 待定 | 2025—2026 |",
      "| 合计 | | 3.4 | | |",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "红军街修缮",
            owners: ["县文旅委"],
            start: "2025",
            end: "2025",
            wan: 4500,
          },
          {
            seq: 2,
            name: "温泉酒店",
            owners: ["云岭旅投公司"],
            start: "2024",
            end: "2027",
            wan: 28_000,
          },
          {
            seq: 3,
            name: "露营基地",
            owners: ["~待定"],
            start: "2025",
            end: "2026",
            wan: 1500,
          },
        ],
      ],
    },
  ),
  csv(
    "one name over two rows, money once more under it, blank numbers",
    [
      "序号,项目名称,建设内容,总投资（万元）,建设单位,建设年限",
      "1,云岭县智慧农业,建设平台1个,800,县农业农村委,2022-2023",
      ",示范推广项目,建设基地3个,,,",
      "2,乡村物流网络,建设站点30个,450,县邮政公司,2023",
      ",,购置车辆20台,150,,",
      "3,粮食烘干中心,烘干线6条,1200,县粮油公司,2023-2024",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "云岭县智慧农业",
            owners: ["县农业农村委"],
            start: "2022",
            end: "2023",
            wan: 800,
          },
          { name: UNSURE, wan: UNSURE, start: UNSURE, end: UNSURE },
          {
            seq: 2,
            name: "乡村物流网络",
            owners: ["县邮政公司"],
            start: "2023",
            end: "2023",
            wan: UNSURE,
          },
          {
            seq: 3,
            name: "粮食烘干中心",
            owners: ["县粮油公司"],
            start: "2023",
            end: "2024",
            wan: 1200,
          },
        ],
      ],
    },
  ),
  pasted(
    "tabbed text of WPS in which the money's unit changes from row to row",
    {
      html: "",
      text: [
        "序号\t项目名称\t投资金额\t金额单位\t建设单位\t建设工期",
        "1\t天然气管网\t5600\t万元\t县燃气公司\t2023年4月至2024年6月",
        "2\t储能电站\t3.2\t亿元\t华电云岭公司\t2024年1月至2025年12月",
      ].join("\n"),
    },
    {
      projects: [
        [
          {
            seq: 1,
            name: "天然气管网",
            owners: ["县燃气公司"],
            start: "2023-04",
            end: "2024-06",
            wan: 5600,
          },
          {
            seq: 2,
            name: "储能电站",
            owners: ["华电云岭公司"],
            start: "2024-01",
            end: "2025-12",
            wan: UNSURE,
          },
        ],
      ],
    },
  ),
  txt(
    "a dump with names over two lines and money of two kinds under one header",
    [
      "附表3  云岭县重大平台项目",
      "（投资单位：亿元）",
      ...cellLines([
        ["序号", "项目名称", "建设性质", "估算投资", "牵头单位", "参与单位", "建设周期"],
        ["1", "云岭高新区创业中心", "新建", "1.8", "高新区管委会", "县科技局、县人力社保局", "3年"],
        ["2", "锰产业研究院", "新建", "0.56", "县经信委", "重庆大学等", "2022-2024"],
      ]),
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "云岭高新区创业中心",
            leads: ["高新区管委会"],
            supports: ["县科技局", "县人力社保局"],
            years: 3,
            wan: 18_000,
          },
          {
            seq: 2,
            name: "锰产业研究院",
            leads: ["县经信委"],
            supports: ["重庆大学", "~等"],
            start: "2022",
            end: "2024",
            wan: 5600,
          },
        ],
      ],
    },
  ),
  docx(
    "an adjusted list: old and new amounts, projects taken in and taken out",
    [
      "云岭县“十四五”规划重大项目中期调整表",
      "单位：亿元",
      {
        table: [
          [
            { text: "序号", vertical: "begins" },
            { text: "项目名称", vertical: "begins" },
            { text: "总投资", columnSpan: 2 },
            { text: "建设年限", columnSpan: 2 },
            { text: "调整类型", vertical: "begins" },
          ],
          [
            { text: "", vertical: "continues" },
            { text: "", vertical: "continues" },
            "原规划",
            "调整后",
            "原规划",
            "调整后",
            { text: "", vertical: "continues" },
          ],
          ["1", "云石高速", "60", "68", "2021-2025", "2022-2026", "调整投资"],
          ["2", "龙潭机场", "15", "", "2023-2025", "", "调出"],
          ["3", "云岭铁路货场", "", "4.6", "", "2024-2026", "新增"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "云石高速", start: UNSURE, end: UNSURE, wan: UNSURE },
          { seq: 2, name: UNSURE, start: UNSURE, end: UNSURE, wan: UNSURE },
          { seq: 3, name: "云岭铁路货场", start: UNSURE, end: UNSURE, wan: UNSURE },
        ],
      ],
    },
  ),
];
