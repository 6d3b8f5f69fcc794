import { type Case, UNSURE, xlsx } from "../case";

/** Lists of works in workbooks: roads, farming, housing. */
export const WORKS: Case[] = [
  xlsx(
    "roads: units first, codes, remarks with dates, length of work in months",
    [
      {
        name: "交通",
        rows: [
          [
            "行业主管部门",
            "项目代码",
            "项目名称",
            "建设里程（公里）",
            "总投资（万元）",
            "工期（月）",
            "项目法人",
            "备注",
          ],
          [
            "县交通局",
            "2204-500229-04-01-123456",
            "S204云岭至双河段",
            32.6,
            28_400,
            24,
            "县交投公司",
            "2022年4月15日立项",
          ],
          [
            "县交通局",
            "2305-500229-04-01-654321",
            "农村公路生命防护工程",
            186,
            3720,
            "18个月",
            "县公路事务中心",
            "分年度实施（2023-2025）",
          ],
          ["县交通局", null, "客运站搬迁", null, 6500, "一年半", "县运输公司", null],
        ],
      },
    ],
    {
      projects: [
        [
          {
            name: "S204云岭至双河段",
            leads: ["县交通局"],
            owners: ["县交投公司"],
            wan: 28_400,
            years: 2,
          },
          {
            name: "农村公路生命防护工程",
            leads: ["县交通局"],
            owners: ["县公路事务中心"],
            wan: 3720,
            years: 1.5,
          },
          {
            name: "客运站搬迁",
            leads: ["县交通局"],
            owners: ["县运输公司"],
            wan: 6500,
            years: 1.5,
          },
        ],
      ],
    },
  ),
  xlsx(
    "merged owners and amounts, blank columns and rows between",
    [
      {
        name: "农业",
        rows: [
          ["类别", "序号", null, "项目名称", "总投资\n（万元）", null, "实施单位", "建设期限"],
          ["种植业", 1, null, "柑橘提质增效", 1500, null, "县果业中心", "2022-2023"],
          [null, 2, null, "榨菜原料基地", 2700, null, null, "2022-2024"],
          [],
          ["养殖业", 3, null, "生猪良种场", 5200, null, "县畜牧中心", "2023-2024"],
          [null, 4, null, "肉牛育肥场", null, null, null, "2023-2025"],
          ["其他", 5, null, "农机社会化服务中心", 860, null, "县农机站", "2024"],
        ],
        merges: ["A2:A3", "G2:G3", "A5:A6", "E5:E6", "G5:G6"],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "柑橘提质增效",
            owners: ["县果业中心"],
            start: "2022",
            end: "2023",
            wan: 1500,
            field: "种植业",
          },
          {
            seq: 2,
            name: "榨菜原料基地",
            owners: ["县果业中心"],
            start: "2022",
            end: "2024",
            wan: 2700,
            field: "种植业",
          },
          {
            seq: 3,
            name: "生猪良种场",
            owners: ["县畜牧中心"],
            start: "2023",
            end: "2024",
            wan: UNSURE,
            field: "养殖业",
          },
          {
            seq: 4,
            name: "肉牛育肥场",
            owners: ["县畜牧中心"],
            start: "2023",
            end: "2025",
            wan: UNSURE,
            field: "养殖业",
          },
          {
            seq: 5,
            name: "农机社会化服务中心",
            owners: ["县农机站"],
            start: "2024",
            end: "2024",
            wan: 860,
            field: "其他",
          },
        ],
      ],
    },
  ),
  xlsx(
    "totals in yuan and money of the year in ten thousands",
    [
      {
        name: "住建",
        rows: [
          [
            "序号",
            "项目名称",
            "总投资（元）",
            "本年计划投资（万元）",
            "累计完成投资（万元）",
            "建设地址",
            "建设单位",
            "开竣工时间",
          ],
          [
            1,
            "污水处理厂提标",
            "48,650,000.00",
            2000,
            1200,
            "锦江街道",
            "县排水公司",
            "2023.8/2024.12",
          ],
          [
            2,
            "公租房维修",
            "3,265,800.00",
            326.58,
            0,
            "各小区",
            "县住房保障中心",
            "2024.1～2024.12",
          ],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "污水处理厂提标",
            owners: ["县排水公司"],
            start: "2023-08",
            end: "2024-12",
            wan: 4865,
          },
          {
            seq: 2,
            name: "公租房维修",
            owners: ["县住房保障中心"],
            start: "2024-01",
            end: "2024-12",
            wan: 326.58,
          },
        ],
      ],
    },
  ),
];
