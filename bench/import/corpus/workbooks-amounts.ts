import { type Case, UNSURE, xlsx } from "./case";

/** Workbooks with amounts of every kind, and other things beside them. */
export const AMOUNT_WORKBOOKS: Case[] = [
  xlsx(
    "units of money in the cells, vague and missing amounts",
    [
      {
        name: "Sheet1",
        rows: [
          ["编号", "项目名称", "投资规模", "实施单位", "责任部门"],
          ["1", "柑橘冷链物流中心", "1.2亿元", "县供销联合社", "县商务局"],
          ["2", "智慧停车场", "5000万元", "县城投公司", "县城市管理局"],
          ["3", "茶叶加工厂", "300万", "云雾茶业有限公司", "县农业农村局"],
          ["4", "康养度假村", "约2亿元", "待招商", "县文化旅游局"],
          ["5", "冷水鱼基地", "待定", "企业", "县农业农村局"],
          ["6", "竹编工艺品车间", "3000-5000万元", "招商引资企业", "县经济信息局"],
          ["7", "乡村驿站", "1亿2000万元", "县文旅集团", "县文化旅游局"],
          ["8", "屋顶光伏", "８００万元", "县农网公司", "县发展改革局"],
          ["9", "粮库维修", "1,250.5万元", "县粮油总公司", "县发展改革局"],
          ["10", "应急避难场所", "850000元", "县应急管理局", "县应急管理局"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "柑橘冷链物流中心",
            wan: 12000,
            owners: ["县供销联合社"],
            leads: ["县商务局"],
          },
          {
            seq: 2,
            name: "智慧停车场",
            wan: 5000,
            owners: ["县城投公司"],
            leads: ["县城市管理局"],
          },
          {
            seq: 3,
            name: "茶叶加工厂",
            wan: UNSURE,
            owners: ["云雾茶业有限公司"],
            leads: ["县农业农村局"],
          },
          { seq: 4, name: "康养度假村", wan: UNSURE, owners: ["~待招商"], leads: ["县文化旅游局"] },
          { seq: 5, name: "冷水鱼基地", wan: null, owners: ["~企业"], leads: ["县农业农村局"] },
          {
            seq: 6,
            name: "竹编工艺品车间",
            wan: null,
            owners: ["~招商引资企业"],
            leads: ["县经济信息局"],
          },
          { seq: 7, name: "乡村驿站", wan: 12000, owners: ["县文旅集团"], leads: ["县文化旅游局"] },
          { seq: 8, name: "屋顶光伏", wan: 800, owners: ["县农网公司"], leads: ["县发展改革局"] },
          {
            seq: 9,
            name: "粮库维修",
            wan: 1250.5,
            owners: ["县粮油总公司"],
            leads: ["县发展改革局"],
          },
          {
            seq: 10,
            name: "应急避难场所",
            wan: 85,
            owners: ["县应急管理局"],
            leads: ["县应急管理局"],
          },
        ],
      ],
      marks: ["amount_range", "amount_missing", "amount_vague", "placeholder"],
    },
  ),
  xlsx(
    "yearly plan and money spent beside the total",
    [
      {
        name: "Sheet1",
        rows: [
          [
            "序号",
            "项目名称",
            "2024年计划投资（万元）",
            "总投资（万元）",
            "累计完成投资（万元）",
            "业主单位",
            "责任领导",
            "联系人",
            "责任单位",
          ],
          [1, "丙一", 500, 2000, 800, "县水投公司", "李某", "王某", "县水利局"],
          [2, "丙二", 300, 1000, 100, "县交投公司", "李某", "赵某", "县交通局"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "丙一", wan: 2000, owners: ["县水投公司"], leads: ["县水利局"] },
          { seq: 2, name: "丙二", wan: 1000, owners: ["县交投公司"], leads: ["县交通局"] },
        ],
      ],
    },
  ),
  xlsx(
    "no unit of money anywhere, and amounts in 元",
    [
      {
        name: "甲",
        rows: [
          ["项目名称", "投资额", "责任单位"],
          ["丁一", 320, "县财政局"],
          ["丁二", 4500, "县审计局"],
        ],
      },
      {
        name: "乙",
        rows: [
          ["项目名称", "总投资（元）", "责任单位"],
          ["丁三", 12345678.9, "县财政局"],
        ],
      },
    ],
    {
      projects: [
        [
          { name: "丁一", wan: UNSURE, leads: ["县财政局"] },
          { name: "丁二", wan: UNSURE, leads: ["县审计局"] },
        ],
        [{ name: "丁三", wan: 1234.56789, leads: ["县财政局"] }],
      ],
      marks: ["unit_assumed"],
    },
  ),
  xlsx(
    "a gap, a double number, a double name, a wrong total, a sub-item and 同上",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "责任单位", "行业"],
          [1, "戊一", 100, "县水利局", "水利"],
          [3, "戊二", 200, "同上", "水利"],
          [3, "戊三", 300, "县交通局", "交通"],
          [4, "戊一", 400, "县交通局", "〃"],
          ["4.1", "戊一的引道", 50, "县交通局", "交通"],
          ["合计", "", 1200, "", ""],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "戊一", wan: 100, leads: ["县水利局"], field: "水利" },
          { seq: UNSURE, name: "戊二", wan: 200, leads: UNSURE, field: "水利" },
          { seq: UNSURE, name: "戊三", wan: 300, leads: ["县交通局"], field: "交通" },
          { seq: 4, name: "戊一", wan: 400, leads: ["县交通局"], field: UNSURE },
          { seq: UNSURE, name: "戊一的引道", wan: UNSURE, leads: ["县交通局"], field: "交通" },
        ],
      ],
      marks: ["seq_gap", "seq_duplicate", "duplicate_name", "total_differs"],
    },
  ),
];
