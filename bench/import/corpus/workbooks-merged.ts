import { type Case, UNSURE, xlsx } from "./case";

/** Workbooks with merged, hidden, repeated and continued things. */
export const MERGED_WORKBOOKS: Case[] = [
  xlsx(
    "town and lead merged over several rows",
    [
      {
        name: "2024",
        rows: [
          ["乡镇", "项目名称", "建设内容", "总投资（万元）", "建设时间", "牵头单位"],
          ["龙溪镇", "龙溪李子基地", "改良李园1200亩", 560, "2024年", "县农业农村委"],
          [null, "龙溪河堤整治", "整治河堤3.2公里", 1980, "2024年3月-2025年6月", null],
          ["太和乡", "太和养殖小区", "圈舍4000平方米", 450, "2024-2025年", null],
        ],
        merges: ["A2:A3", "F2:F4"],
      },
    ],
    {
      projects: [
        [
          {
            name: "龙溪李子基地",
            content: "改良李园1200亩",
            wan: 560,
            start: UNSURE,
            end: UNSURE,
            leads: ["县农业农村委"],
          },
          {
            name: "龙溪河堤整治",
            wan: 1980,
            start: "2024-03",
            end: "2025-06",
            leads: ["县农业农村委"],
          },
          { name: "太和养殖小区", wan: 450, start: "2024", end: "2025", leads: ["县农业农村委"] },
        ],
      ],
    },
  ),
  xlsx(
    "one amount merged over two projects",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "责任单位"],
          [1, "景区游客中心", 6000, "县文旅委"],
          [2, "景区旅游公路", null, "县交通局"],
          [3, "景区停车场", 800, "县文旅委"],
        ],
        merges: ["C2:C3"],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "景区游客中心", wan: UNSURE, leads: ["县文旅委"] },
          { seq: 2, name: "景区旅游公路", wan: UNSURE, leads: ["县交通局"] },
          { seq: 3, name: "景区停车场", wan: 800, leads: ["县文旅委"] },
        ],
      ],
    },
  ),
  xlsx(
    "several sheets: carried on, new, and a summary that is no project table",
    [
      {
        name: "续建",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "业主单位"],
          [1, "人民医院传染病区", 7200, "县人民医院"],
        ],
      },
      {
        name: "新建",
        rows: [
          ["序号", "项目名称", "总投资（万元）", "业主单位"],
          [1, "殡仪馆迁建", 4100, "县民政局"],
          [2, "农贸市场改造", 950, "县商务委"],
        ],
      },
      {
        name: "汇总",
        rows: [
          ["类别", "项目个数", "总投资（万元）"],
          ["续建", 1, 7200],
          ["新建", 2, 5050],
          ["合计", 3, 12250],
        ],
      },
    ],
    {
      projects: [
        [{ seq: 1, name: "人民医院传染病区", wan: 7200, owners: ["县人民医院"] }],
        [
          { seq: 1, name: "殡仪馆迁建", wan: 4100, owners: ["县民政局"] },
          { seq: 2, name: "农贸市场改造", wan: 950, owners: ["县商务委"] },
        ],
      ],
    },
  ),
  xlsx(
    "a hidden row and a struck name",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "计划总投资（万元）", "责任单位"],
          [1, "城区供水管网", 3000, "县水利局"],
          [2, "老旧小区改造", 5200, "县住建委"],
          [3, { value: "通用机场", struck: true }, 90000, "县发改委"],
        ],
        hiddenRows: [2],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "城区供水管网", wan: 3000, leads: ["县水利局"] },
          { seq: 2, name: "老旧小区改造", wan: 5200, leads: ["县住建委"] },
          { seq: 3, name: "通用机场", wan: 90000, leads: ["县发改委"] },
        ],
      ],
      marks: ["hidden", "struck"],
    },
  ),
  xlsx(
    "header repeated for printing, subtotals, signatures at the end",
    [
      {
        name: "打印",
        rows: [
          ["重大项目建设计划表", null, null, null, null],
          ["序号", "工程名称", "概算总投资（万元）", "项目法人", "行业主管部门"],
          [1, "天然气管道三期", 15600, "县燃气有限责任公司", "县经信局"],
          [2, "10千伏线路改造", 2300, "国网云峰县供电公司", "县经信局"],
          ["小计", null, 17900, null, null],
          ["序号", "工程名称", "概算总投资（万元）", "项目法人", "行业主管部门"],
          [3, "乡镇卫生院提升", 1800, "县卫生健康局", "县卫生健康局"],
          ["小计", null, 1800, null, null],
          ["总计", null, 19700, null, null],
          ["填报人：张某", null, "联系电话：000", null, null],
          ["注：以上投资为估算数。", null, null, null, null],
        ],
        merges: ["A1:E1", "A11:E11"],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "天然气管道三期",
            wan: 15600,
            owners: ["县燃气有限责任公司"],
            leads: ["县经信局"],
          },
          {
            seq: 2,
            name: "10千伏线路改造",
            wan: 2300,
            owners: ["国网云峰县供电公司"],
            leads: ["县经信局"],
          },
          {
            seq: 3,
            name: "乡镇卫生院提升",
            wan: 1800,
            owners: ["县卫生健康局"],
            leads: ["县卫生健康局"],
          },
        ],
      ],
    },
  ),
  xlsx(
    "a project of two lines: the second line has more content and its own amount",
    [
      {
        name: "Sheet1",
        rows: [
          ["序号", "项目名称", "建设内容", "总投资（万元）", "责任单位"],
          [1, "城乡环卫一体化", "压缩站3座", 1200, "县城管局"],
          [null, null, "转运车12台", 300, null],
          [2, "旅游厕所", "新建8座", 240, "县文旅局"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "城乡环卫一体化", wan: UNSURE, leads: ["县城管局"] },
          { seq: 2, name: "旅游厕所", content: "新建8座", wan: 240, leads: ["县文旅局"] },
        ],
      ],
      marks: ["row_continued"],
    },
  ),
];
