import { type Case, cellLines, pasted, UNSURE } from "./case";

const CELLS = [
  ["序号", "项目名称", "总投资（万元）", "责任单位", "起止年限"],
  ["1", "春一", "310", "县林业局", "2022-2024"],
  ["2", "春二", "2000万", "县水利局、县财政局", "2023-2025"],
];

/** What the clipboard holds after copying from a spreadsheet, a web page or a text. */
export const PASTED: Case[] = [
  pasted(
    "a table of a web page with merged cells",
    {
      html:
        "<p>某县项目</p><table><tr><th>序号</th><th>项目名称</th><th>总投资（亿元）</th><th>牵头单位</th></tr>" +
        "<tr><td>1</td><td>夏一</td><td>1.2</td><td rowspan=2>县交通局</td></tr>" +
        "<tr><td>2</td><td>夏二</td><td>0.3</td></tr></table>",
      text: "",
    },
    {
      projects: [
        [
          { seq: 1, name: "夏一", wan: 12000, leads: ["县交通局"] },
          { seq: 2, name: "夏二", wan: 3000, leads: ["县交通局"] },
        ],
      ],
    },
  ),
  pasted(
    "cells of a spreadsheet as text with tabs",
    { html: "", text: CELLS.map((cells) => cells.join("\t")).join("\r\n") },
    { projects: [springProjects(310, 2000)] },
  ),
  pasted(
    "a text with one cell a line",
    { html: "", text: cellLines(CELLS).join("\n") },
    { projects: [springProjects(310, 2000)] },
  ),
  pasted(
    "rows of a spreadsheet without their header",
    { html: "", text: "1\t秋一\t300\t县林业局\n2\t秋二\t400\t县林业局" },
    { projects: [] },
  ),
  pasted(
    "a name broken in its cell, an amount with a line of explanation",
    {
      html: "",
      text: '项目名称\t总投资（万元）\t牵头单位\n"冬一\n二期"\t"500\n（不含征地）"\t县住建局',
    },
    { projects: [[{ name: "冬一二期", wan: UNSURE, leads: ["县住建局"] }]] },
  ),
];

function springProjects(first: number, second: number) {
  return [
    { seq: 1, name: "春一", wan: first, leads: ["县林业局"], start: "2022", end: "2024" },
    {
      seq: 2,
      name: "春二",
      wan: second,
      leads: ["县水利局", "县财政局"],
      start: "2023",
      end: "2025",
    },
  ];
}
