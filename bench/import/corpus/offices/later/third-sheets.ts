import { type Case, docx, UNSURE, xlsx } from "../../case";

/** Sheets and an annex of a third round: written after two rounds of mending, read once before the last one. */
export const THIRD_SHEETS: Case[] = [
  xlsx(
    "the unit stands in a line of its own to the right of the title, the total in the middle",
    [
      {
        name: "2023",
        rows: [
          ["云岭县2023年重点水利工程投资计划（第一批）"],
          ["编制单位：县水利局", null, null, null, "金额单位：元"],
          ["项目编码", "项目名称", "实施单位", "计划工期", "投资计划", null, null],
          [null, null, null, null, "合计", "中央预算内", "地方配套"],
          [
            "SL-001",
            "双河灌区续建配套",
            "县灌区中心",
            "2023.03—2024.02",
            36_500_000,
            29_200_000,
            7_300_000,
          ],
          ["SL-002", "石坝山洪沟治理", "石坝乡政府", "10个月", 8_420_000, 6_000_000, 2_420_000],
        ],
        merges: ["A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:G3"],
      },
    ],
    {
      projects: [
        [
          {
            name: "双河灌区续建配套",
            owners: ["县灌区中心"],
            start: "2023-03",
            end: "2024-02",
            wan: UNSURE,
          },
          {
            name: "石坝山洪沟治理",
            owners: ["石坝乡政府"],
            start: UNSURE,
            end: UNSURE,
            years: 0.8333,
            wan: UNSURE,
          },
        ],
      ],
    },
  ),
  docx(
    "prose units: 总投资 within the content, no column of money",
    [
      "附件：云岭县教育强县重点项目",
      {
        table: [
          ["序号", "项目名称", "主要建设内容及投资", "责任单位", "完成时间"],
          [
            "1",
            "云岭中学新校区",
            "占地120亩，建筑面积6.8万平方米，总投资4.2亿元。",
            "县教委",
            "2025年8月",
          ],
          ["2", "乡镇寄宿制学校改造", "改造学校12所，总投资约5600万元。", "县教委", "2024年底"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "云岭中学新校区", leads: ["县教委"], end: "2025-08", wan: UNSURE },
          { seq: 2, name: "乡镇寄宿制学校改造", leads: ["县教委"], end: UNSURE, wan: UNSURE },
        ],
      ],
    },
  ),
  xlsx(
    "amounts by number formats, one cell in 亿元 by its format, a percentage",
    [
      {
        name: "产业",
        rows: [
          ["序号", "项目名称", "总投资额（万元）", "完成比例", "投资主体", "建设起止时间"],
          [
            1,
            "竹笋加工厂",
            { value: 12_345.678, format: "#,##0.00" },
            { value: 0.35, format: "0%" },
            "云岭竹业公司",
            "2022.5-2023.10",
          ],
          [
            2,
            "青花椒基地",
            { value: 3600, format: '0.00"万"' },
            { value: 1, format: "0%" },
            "县供销集团",
            "2022.11-2024.1",
          ],
          [3, "蜂蜜工坊", "860.00 ", null, "个体工商户", "2023"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "竹笋加工厂",
            owners: ["云岭竹业公司"],
            start: "2022-05",
            end: "2023-10",
            wan: 12_345.678,
          },
          {
            seq: 2,
            name: "青花椒基地",
            owners: ["县供销集团"],
            start: "2022-11",
            end: "2024-01",
            wan: 3600,
          },
          {
            seq: 3,
            name: "蜂蜜工坊",
            owners: ["~个体工商户"],
            start: "2023",
            end: "2023",
            wan: 860,
          },
        ],
      ],
    },
  ),
];
