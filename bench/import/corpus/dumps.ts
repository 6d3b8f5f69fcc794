import { type Case, cellLines, csv, txt, UNSURE } from "./case";

/** Text dumps and delimited text. */
export const DUMPS: Case[] = [
  csv(
    "plain csv",
    [
      "序号,项目名称,建设单位,建设年限,总投资（万元）,牵头单位",
      '1,滨江路改造,县城投公司,2021-2023,"12,500",县住建委',
      '2,"“云上”文旅平台,一期",县文旅公司,2022-2024,680,县文旅委',
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "滨江路改造",
            owners: ["县城投公司"],
            start: "2021",
            end: "2023",
            wan: 12500,
            leads: ["县住建委"],
          },
          {
            seq: 2,
            name: "“云上”文旅平台,一期",
            owners: ["县文旅公司"],
            start: "2022",
            end: "2024",
            wan: 680,
            leads: ["县文旅委"],
          },
        ],
      ],
    },
  ),
  csv(
    "csv with a header of two rows and breaks in cells",
    [
      "附表,,,,,",
      "序号,项目名称,总投资（万元）,,责任单位,",
      ",,总额,其中：财政资金,牵头单位,配合单位",
      '1,"花椒基地',
      '标准化建设",800,300,县林业局,"县乡村振兴局、',
      '县财政局"',
      "2,油茶低产林改造,450,450,县林业局,",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "花椒基地标准化建设",
            wan: 800,
            leads: ["县林业局"],
            supports: ["县乡村振兴局", "县财政局"],
          },
          { seq: 2, name: "油茶低产林改造", wan: 450, leads: ["县林业局"], supports: [] },
        ],
      ],
    },
  ),
  csv(
    "csv with semicolons, categories and no numbers",
    [
      "项目名称;业主单位;总投资(万元);所属行业",
      "一、农业类;;;",
      "生猪扩繁场;县六畜公司;3200;畜牧",
      "二、工业类;;;",
      "锰系新材料;待引进企业;18000;新材料",
    ],
    {
      projects: [
        [
          { name: "生猪扩繁场", owners: ["县六畜公司"], wan: 3200, field: "畜牧" },
          { name: "锰系新材料", owners: ["~待引进企业"], wan: 18000, field: "新材料" },
        ],
      ],
    },
  ),
  txt(
    "one cell a line, without empty lines between rows",
    [
      "某县重点工程表",
      ...cellLines([
        ["序号", "项目名称", "总投资（万元）", "责任单位"],
        ["1", "己一", "900", "县水利局"],
        ["2", "己二", "1100", "县教委"],
        ["3", "己三", "70", "县民政局"],
      ]).filter((line) => line !== ""),
      "下一章 保障措施。加强组织领导，落实责任。",
    ],
    {
      projects: [
        [
          { seq: 1, name: "己一", wan: 900, leads: ["县水利局"] },
          { seq: 2, name: "己二", wan: 1100, leads: ["县教委"] },
          { seq: 3, name: "己三", wan: 70, leads: ["县民政局"] },
        ],
      ],
    },
  ),
  txt(
    "one cell a line, paragraphs within cells, header broken over lines, empty cells",
    [
      "\t序号",
      "\t项目",
      "名称",
      "\t主要内容",
      "\t投资额",
      "（万元）",
      "\t责任",
      "部门",
      "",
      "\t1",
      "\t庚一",
      "\t第一段内容。",
      "",
      "第二段内容。",
      "\t600",
      "\t县科技局",
      "",
      "\t2",
      "\t庚二",
      "\t",
      "\t",
      "\t县教委、",
      "县财政局",
      "",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "庚一",
            content: "第一段内容。\n第二段内容。",
            wan: 600,
            leads: ["县科技局"],
          },
          { seq: 2, name: "庚二", wan: null, leads: ["县教委", "县财政局"] },
        ],
      ],
      marks: ["amount_missing"],
    },
  ),
  txt(
    "one cell a line, a row that lost a cell",
    cellLines([
      ["序号", "项目名称", "建设单位", "建设年限", "总投资（万元）"],
      ["1", "辛一", "县城投公司", "2021-2023", "800"],
      ["2", "辛二", "2022-2024", "950"],
      ["3", "辛三", "县水投公司", "2023-2025", "120"],
    ]),
    {
      projects: [
        [
          { seq: 1, name: "辛一", owners: ["县城投公司"], start: "2021", end: "2023", wan: 800 },
          { seq: UNSURE, name: "辛二", owners: UNSURE, start: UNSURE, end: UNSURE, wan: UNSURE },
          { seq: 3, name: "辛三", owners: ["县水投公司"], start: "2023", end: "2025", wan: 120 },
        ],
      ],
    },
  ),
  txt(
    "one cell a line, page number and repeated header in the middle, a total",
    [
      ...cellLines([
        ["序号", "项目名称", "总投资（万元）", "牵头单位"],
        ["1", "壬一", "500", "县林业局"],
        ["2", "壬二", "700", "县水利局"],
      ]),
      "- 12 -",
      ...cellLines([
        ["序号", "项目名称", "总投资（万元）", "牵头单位"],
        ["3", "壬三", "300", "县林业局"],
        ["", "合计", "1500", ""],
      ]),
      "注：以上均为估算投资。",
    ],
    {
      projects: [
        [
          { seq: 1, name: "壬一", wan: 500, leads: ["县林业局"] },
          { seq: 2, name: "壬二", wan: 700, leads: ["县水利局"] },
          { seq: 3, name: "壬三", wan: 300, leads: ["县林业局"] },
        ],
      ],
    },
  ),
  txt(
    "tabs between the cells, an empty line inside, a short last row",
    [
      "重大科技项目（单位：万元）",
      "序号\t项目名称\t承担单位\t实施期限\t经费预算",
      "1\t癸一\t县农科所\t2022-2024年\t120",
      "",
      "2\t癸二\t西南大学、县农科所\t2023-2025年\t85.5",
      "3\t癸三\t企业\t2023-2024年",
    ],
    {
      projects: [
        [
          { seq: 1, name: "癸一", owners: ["县农科所"], start: "2022", end: "2024", wan: 120 },
          {
            seq: 2,
            name: "癸二",
            owners: ["西南大学", "县农科所"],
            start: "2023",
            end: "2025",
            wan: 85.5,
          },
          { seq: 3, name: "癸三", owners: ["~企业"], start: "2023", end: "2024", wan: null },
        ],
      ],
      marks: ["amount_missing"],
    },
  ),
  txt(
    "prose with numbered tasks, a table of contents and a list of members: no project",
    [
      "目录",
      "第一章 总体要求\t1",
      "第二章 重点任务\t5",
      "一、加快项目建设。到2025年，总投资达到5亿元，建成项目20个。",
      "1.实施重点项目攻坚行动。牵头单位：县发展改革委；责任单位：县经济信息委。",
      "姓名\t单位\t职务\t联系电话",
      "张某\t县科技局\t局长\t000",
      "李某\t县财政局\t科长\t000",
      "专栏3 创新平台",
      "1. 重点实验室：建设市级重点实验室5个。",
    ],
    { projects: [] },
  ),
  txt(
    "boxes of key projects among other boxes",
    [
      "专栏5：生态环境重点项目",
      "",
      "1. 桃花溪流域综合治理。治理河道12公里，总投资3000万元。",
      "",
      "2. 县城生活垃圾焚烧发电：依托县环卫中心建设日处理300吨焚烧线。",
      "",
      "二、推进绿色发展",
      "3. 这一条不属于专栏。继续推进。",
      "专栏6：产业发展方向",
      "1. 新材料。发展新材料。",
    ],
    {
      projects: [
        [
          { seq: 1, name: "桃花溪流域综合治理", wan: null },
          { seq: 2, name: "县城生活垃圾焚烧发电", owners: ["县环卫中心"], wan: null },
        ],
      ],
    },
  ),
];
