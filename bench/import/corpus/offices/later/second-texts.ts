import { type Case, cellLines, docx, pasted, txt, UNSURE } from "../../case";

/** Texts written after the reader had been mended for the others, and read once before it was mended for these. */
export const SECOND_TEXTS: Case[] = [
  docx(
    "fields merged at the left, money in two rows of header, footnote signs, a header repeated",
    [
      "附件1 “十四五”卫生健康重点项目",
      {
        table: [
          [
            { text: "领域", vertical: "begins" },
            { text: "序号", vertical: "begins" },
            { text: "项目名称", vertical: "begins" },
            { text: "投资（万元）", columnSpan: 2 },
            { text: "实施单位", vertical: "begins" },
            { text: "实施期限", vertical: "begins" },
          ],
          [
            { text: "", vertical: "continues" },
            { text: "", vertical: "continues" },
            { text: "", vertical: "continues" },
            "总投资",
            "其中：财政投入",
            { text: "", vertical: "continues" },
            { text: "", vertical: "continues" },
          ],
          [
            { text: "医疗服务", vertical: "begins" },
            "1",
            "县人民医院二期①",
            "18600",
            "12000",
            "县人民医院",
            "2021—2024年",
          ],
          [
            { text: "", vertical: "continues" },
            "2",
            "乡镇卫生院提档升级*",
            "4200",
            "4200",
            "各乡镇卫生院",
            "2022—2025年",
          ],
          [
            "领域",
            "序号",
            "项目名称",
            { text: "投资（万元）", columnSpan: 2 },
            "实施单位",
            "实施期限",
          ],
          ["", "", "", "总投资", "其中：财政投入", "", ""],
          ["公共卫生", "3", "疾控实验室能力提升", "1500", "", "县疾控中心", "2023年"],
        ],
      },
      "①含传染病楼。*为打捆项目。",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: UNSURE,
            field: "医疗服务",
            owners: ["县人民医院"],
            wan: 18_600,
            start: "2021",
            end: "2024",
          },
          {
            seq: 2,
            name: UNSURE,
            field: "医疗服务",
            owners: ["~各乡镇卫生院"],
            wan: 4200,
            start: "2022",
            end: "2025",
          },
          {
            seq: 3,
            name: "疾控实验室能力提升",
            field: "公共卫生",
            owners: ["县疾控中心"],
            wan: 1500,
            start: "2023",
            end: "2023",
          },
        ],
      ],
    },
  ),
  docx(
    "a transport plan: groups in two levels with lengths and sums, money of the five years beside the total",
    [
      "表4 综合交通重大项目",
      {
        table: [
          [
            "序号",
            "项目名称",
            "里程\n（公里）",
            "总投资\n（亿元）",
            "“十四五”投资（亿元）",
            "起讫点",
            "备注",
          ],
          ["一", "高速公路", "86", "128.6", "70", "", ""],
          ["（一）", "续建项目", "40", "60.6", "30", "", ""],
          ["1", "云双高速", "40", "60.6", "30", "云岭—双河", "2019年开工"],
          ["（二）", "新开工项目", "46", "68", "40", "", ""],
          ["2", "云石高速", "46", "68", "40", "云岭—石坝", "跨“十五五”"],
          ["二", "普通公路", "120", "15.2", "15.2", "", ""],
          ["3", "G351改建", "50", "9.2", "9.2", "", ""],
          ["4", "旅游环线", "70", "6", "6", "", "规划研究"],
          ["", "总计", "206", "143.8", "85.2", "", ""],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: "云双高速", wan: 606_000, field: "高速公路" },
          { seq: 2, name: "云石高速", wan: 680_000, field: "高速公路" },
          { seq: 3, name: "G351改建", wan: 92_000, field: "普通公路" },
          { seq: 4, name: "旅游环线", wan: 60_000, field: "普通公路" },
        ],
      ],
    },
  ),
  txt(
    "a dump whose header is broken over lines, with an empty cell and a wrapped list of bodies",
    [
      "云岭县种植业重点项目表",
      ...cellLines([
        ["序号", "项目名称", "总投资（万元）", "责任单位", "建设时间", "备注"],
        ["1", "脆李标准园", "860", "县农业农村委、县林业局", "2022-2024", ""],
        ["2", "高粱订单基地", "", "县粮油公司", "2023-2025", "资金待落实"],
        ["3", "烤烟育苗工场", "1,150", "县烟草公司", "2024年", ""],
      ]),
      "填表人：某某    审核人：某某",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "脆李标准园",
            leads: ["县农业农村委", "县林业局"],
            wan: 860,
            start: "2022",
            end: "2024",
          },
          {
            seq: 2,
            name: "高粱订单基地",
            leads: ["县粮油公司"],
            wan: UNSURE,
            start: "2023",
            end: "2025",
          },
          {
            seq: 3,
            name: "烤烟育苗工场",
            leads: ["县烟草公司"],
            wan: 1150,
            start: "2024",
            end: "2024",
          },
        ],
      ],
    },
  ),
  pasted(
    "a page of a government's site: total first, spaces in numbers, money over two rows, links",
    {
      html: `<div><h1>云岭县2024年民生实事项目公示</h1><p>单位：万元</p><table><tbody><tr><td><p><strong>序号</strong></p></td><td><p><strong>项&nbsp;&nbsp;目</strong></p></td><td><p><strong>投资规模</strong></p></td><td><p><strong>主管单位</strong></p></td><td><p><strong>完成时限</strong></p></td></tr><tr><td colspan="2">合&nbsp;计</td><td>9 280</td><td></td><td></td></tr><tr><td>1</td><td><a href="#">城区雨污分流</a></td><td rowspan="2">5 600</td><td><p>县住建委</p></td><td>2024年12月底前</td></tr><tr><td>2</td><td>背街小巷整治</td><td><p>县城管局</p></td><td>2024年10月</td></tr><tr><td>3</td><td>公办幼儿园新建</td><td>3 500</td><td>县教委&nbsp;</td><td>2025年8月</td></tr><tr><td>4</td><td>适老化改造<sup>1</sup></td><td>180</td><td>县民政局</td><td>全年</td></tr></tbody></table><p>注：1.共300户。</p></div>`,
      text: "",
    },
    {
      projects: [
        [
          {
            seq: 1,
            name: "城区雨污分流",
            leads: ["县住建委"],
            wan: UNSURE,
            end: UNSURE,
          },
          { seq: 2, name: "背街小巷整治", leads: ["县城管局"], wan: UNSURE, end: "2024-10" },
          { seq: 3, name: "公办幼儿园新建", leads: ["县教委"], wan: 3500, end: "2025-08" },
          { seq: 4, name: UNSURE, leads: ["县民政局"], wan: 180, end: UNSURE },
        ],
      ],
    },
  ),
];
