import { type Case, UNSURE, xlsx } from "./case";

/** Workbooks whose cells hold traps. */
export const VALUE_WORKBOOKS: Case[] = [
  xlsx(
    "dates as dates",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "开工时间", "计划竣工时间", "总投资(万元)", "责任单位"],
          [
            1,
            "环湖绿道",
            { value: 44621, format: "yyyy/m/d" },
            { value: 45657, format: "yyyy/m/d" },
            3600,
            "区住建委",
          ],
          [
            2,
            "数据中心机房",
            { value: 44986, format: 'yyyy"年"m"月"' },
            "2025年底",
            8800,
            "区大数据发展局",
          ],
          [3, "公租房配套", 44621, "2024.12", 1500, "区住建委"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "环湖绿道",
            start: "2022-03-01",
            end: "2024-12-31",
            wan: 3600,
            leads: ["区住建委"],
          },
          {
            seq: 2,
            name: "数据中心机房",
            start: "2023-03",
            end: UNSURE,
            wan: 8800,
            leads: ["区大数据发展局"],
          },
          {
            seq: 3,
            name: "公租房配套",
            start: UNSURE,
            end: "2024-12",
            wan: 1500,
            leads: ["区住建委"],
          },
        ],
      ],
    },
  ),
  xlsx(
    "periods of every kind",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "建设起止年月", "实施周期", "估算总投资（万元）"],
          [1, "甲一", "2021.03-2023.10", "3年", 100],
          [2, "甲二", "2022年3月—2024年12月", "", 100],
          [3, "甲三", "20212025", "5年", 100],
          [4, "甲四", "2022.03—2024.12", "34个月", 100],
          [5, "甲五", "2021～2024年", "3年", 100],
          [6, "甲六", "2025-2022", "", 100],
          [7, "甲七", "4年", "", 100],
          [8, "甲八", "2023年起", "", 100],
          [9, "甲九", "2022-03", "", 100],
          [10, "甲十", "2021至2025年", "五年", 100],
          [11, "甲十一", "202203-202412", "", 100],
          [12, "甲十二", "2022年3月至11月", "", 100],
          [13, "甲十三", "“十四五”期间", "", 100],
          [14, "甲十四", "2021-25", "", 100],
          [15, "甲十五", "近期", "", 100],
          [16, "甲十六", "2022/5/1-2023/6/30", "", 100],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "甲一", start: "2021-03", end: "2023-10", years: UNSURE, wan: 100 },
          { seq: 2, name: "甲二", start: "2022-03", end: "2024-12", wan: 100 },
          { seq: 3, name: "甲三", start: UNSURE, end: UNSURE, years: 5, wan: 100 },
          { seq: 4, name: "甲四", start: "2022-03", end: "2024-12", years: 2.8333, wan: 100 },
          { seq: 5, name: "甲五", start: "2021", end: "2024", years: UNSURE, wan: 100 },
          { seq: 6, name: "甲六", start: UNSURE, end: UNSURE, wan: 100 },
          { seq: 7, name: "甲七", start: null, end: null, years: 4, wan: 100 },
          { seq: 8, name: "甲八", start: UNSURE, end: null, wan: 100 },
          { seq: 9, name: "甲九", start: UNSURE, end: UNSURE, wan: 100 },
          { seq: 10, name: "甲十", start: "2021", end: "2025", years: 5, wan: 100 },
          { seq: 11, name: "甲十一", start: "2022-03", end: "2024-12", wan: 100 },
          { seq: 12, name: "甲十二", start: "2022-03", end: "2022-11", wan: 100 },
          { seq: 13, name: "甲十三", start: UNSURE, end: UNSURE, wan: 100 },
          { seq: 14, name: "甲十四", start: UNSURE, end: UNSURE, wan: 100 },
          { seq: 15, name: "甲十五", start: null, end: null, wan: 100 },
          { seq: 16, name: "甲十六", start: "2022-05-01", end: "2023-06-30", wan: 100 },
        ],
      ],
      marks: ["period_duration_differ", "period_reversed"],
    },
  ),
  xlsx(
    "units of every kind",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "业主", "责任单位", "总投资（万元）"],
          [1, "乙一", "县城投公司", "县发展改革委牵头，县交通局、县水利局配合", 100],
          [2, "乙二", "有关企业", "县经济信息委（县科技局）、县财政局", 100],
          [3, "乙三", "县人民医院\n县中医院", "县卫生健康委", 100],
          [4, "乙四", "重庆师范大学等单位", "县教委；县科技局", 100],
          [5, "乙五", "相关乡镇", "县农业农村委，各乡镇（街道）", 100],
          [6, "乙六", "社会资本", "牵头单位：县文旅委；配合单位：县林业局、县水利局", 100],
          [7, "乙七", "", "县林业局/县自然资源局", 100],
          [8, "乙八", "县教委、县民政局等12个部门", "县委宣传部", 100],
          [9, "乙九", "重庆某某农业开发\n有限公司", "县农业农村委", 100],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "乙一",
            owners: ["县城投公司"],
            leads: ["县发展改革委"],
            supports: ["县交通局", "县水利局"],
            wan: 100,
          },
          {
            seq: 2,
            name: "乙二",
            owners: ["~有关企业"],
            leads: ["县经济信息委（县科技局）", "县财政局"],
            wan: 100,
          },
          {
            seq: 3,
            name: "乙三",
            owners: ["县人民医院", "县中医院"],
            leads: ["县卫生健康委"],
            wan: 100,
          },
          {
            seq: 4,
            name: "乙四",
            owners: ["重庆师范大学", "~等单位"],
            leads: ["县教委", "县科技局"],
            wan: 100,
          },
          {
            seq: 5,
            name: "乙五",
            owners: ["~相关乡镇"],
            leads: ["县农业农村委", "~各乡镇（街道）"],
            wan: 100,
          },
          {
            seq: 6,
            name: "乙六",
            owners: ["~社会资本"],
            leads: ["县文旅委"],
            supports: ["县林业局", "县水利局"],
            wan: 100,
          },
          { seq: 7, name: "乙七", owners: [], leads: ["县林业局", "县自然资源局"], wan: 100 },
          {
            seq: 8,
            name: "乙八",
            owners: ["县教委", "县民政局", "~等12个部门"],
            leads: ["县委宣传部"],
            wan: 100,
          },
          {
            seq: 9,
            name: "乙九",
            owners: ["重庆某某农业开发有限公司"],
            leads: ["县农业农村委"],
            wan: 100,
          },
        ],
      ],
      marks: ["placeholder", "open_list"],
    },
  ),
];
