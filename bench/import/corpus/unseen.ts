import { type Case, csv, docx, pasted, txt, UNSURE } from "./case";

/** Other documents written without a look at the code that reads them. */
export const UNSEEN: Case[] = [
  docx(
    "name and content in one cell, the money in words behind it",
    [
      "附件：重点项目清单",
      {
        table: [
          ["编号", "项目名称及建设规模", "投资", "主管单位"],
          ["01", "县医院迁建\n新建住院楼3万平方米，床位500张。", "2.5亿元", "县卫生健康委"],
          ["02", "城区停车场\n新建车位800个。", "约3000万元", "县住建委"],
        ],
      },
    ],
    {
      projects: [
        [
          { seq: 1, name: UNSURE, wan: 25000, leads: ["县卫生健康委"] },
          { seq: 2, name: UNSURE, wan: UNSURE, leads: ["县住建委"] },
        ],
      ],
    },
  ),
  docx(
    "a form of application for each project, label beside value",
    [
      "项目申报表",
      {
        table: [
          ["项目名称", "白一", "申报单位", "县林业局"],
          ["总投资（万元）", "500", "建设年限", "2023-2024"],
          ["建设内容", "造林1000亩", "联系人", "王五"],
        ],
      },
      {
        table: [
          ["项目名称", "白二", "申报单位", "县水利局"],
          ["总投资（万元）", "800", "建设年限", "2024-2025"],
          ["建设内容", "修渠10公里", "联系人", "赵六"],
        ],
      },
    ],
    { projects: [] },
  ),
  docx(
    "the field merged down in letters below each other, tasks with numbers in circles",
    [
      "单位：万元",
      {
        table: [
          ["领域", "序号", "项目名称", "起止时间", "投资额", "牵头部门"],
          [
            { text: "基\n础\n设\n施", vertical: "begins" },
            "①",
            "黑一",
            "2023.01-2024.12",
            "1 200",
            "县交通局",
          ],
          [
            { text: "", vertical: "continues" },
            "②",
            "黑二",
            "2023.6～2025.6",
            "3，400",
            "县水利局",
          ],
          [{ text: "民生", vertical: "begins" }, "③", "黑三", "2024", "5600.50", "县民政局"],
        ],
      },
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "黑一",
            field: "基础设施",
            start: "2023-01",
            end: "2024-12",
            wan: 1200,
            leads: ["县交通局"],
          },
          {
            seq: 2,
            name: "黑二",
            field: "基础设施",
            start: "2023-06",
            end: "2025-06",
            wan: 3400,
            leads: ["县水利局"],
          },
          {
            seq: 3,
            name: "黑三",
            field: "民生",
            start: "2024",
            end: UNSURE,
            wan: 5600.5,
            leads: ["县民政局"],
          },
        ],
      ],
    },
  ),
  csv(
    "a progress report: invested since the start, done this month, share of the plan",
    [
      "序号,项目名称,项目业主,计划总投资(万元),开工以来完成投资(万元),本月完成(万元),完成率,形象进度",
      "1,灰一,县城投公司,5000,1200,100,24%,主体施工",
      "2,灰二,县水投公司,800,800,0,100%,完工",
    ],
    {
      projects: [
        [
          { seq: 1, name: "灰一", owners: ["县城投公司"], wan: 5000 },
          { seq: 2, name: "灰二", owners: ["县水投公司"], wan: 800 },
        ],
      ],
    },
  ),
  txt(
    "a unit line with several units, amounts that are areas, a name with a number in front",
    [
      "2024年项目表",
      "单位：万元、亩",
      "序号\t项目名称\t规模\t投资\t实施单位",
      "1\t1.紫云英种植\t2000\t300\t县农技中心",
      "2\t2.油菜轮作\t5000\t450\t县农技中心",
    ],
    {
      projects: [
        [
          { seq: 1, name: UNSURE, wan: 300, owners: ["县农技中心"] },
          { seq: 2, name: UNSURE, wan: 450, owners: ["县农技中心"] },
        ],
      ],
    },
  ),
  pasted(
    "a web page with nested layout, hidden cells and line breaks",
    {
      html:
        '<table><tr><td>导航</td><td><table><tr><th>序号</th><th>项目<br>名称</th><th style="display:none">内部编号</th><th>总投资<br>（亿元）</th><th>建设<br>单位</th></tr>' +
        '<tr><td>1</td><td>银一</td><td style="display:none">X9</td><td>0.5</td><td>县城投公司</td></tr>' +
        '<tr><td>2</td><td>银二</td><td style="display:none">X8</td><td>12</td><td>县水投<br>公司</td></tr></table></td></tr></table>',
      text: "",
    },
    {
      projects: [
        [
          { seq: 1, name: "银一", wan: 5000, owners: ["县城投公司"] },
          { seq: 2, name: "银二", wan: 120000, owners: UNSURE },
        ],
      ],
    },
  ),
];
