import { readDocument } from "@/lib/document/read/read";
import { makePdf, type SampleText } from "@/lib/document/read/sample-pdf";
import { type Case, cellLines, csv, pasted, txt, UNSURE } from "../case";

/** What is passed on: dumps, blocks pasted from WPS, a printed page. */
export const PASSED_ON: Case[] = [
  csv(
    "subtotals, parts after 其中 and a count in the last row",
    [
      "序号,项目名称,总投资（万元）,业主单位,建设时间,资金来源",
      "一,教育类（2个）,5400,,,",
      "1,云岭一小教学楼,2400,县教委,2023-2024,中央预算内投资",
      "2,职教中心实训基地,3000,县职教中心,2022-2024,专项债",
      "二,环保类（1个）,4100,,,",
      "3,垃圾焚烧发电厂,4100,县环卫所,2023-2025,企业自筹",
      ",其中：2024年完成,1800,,,",
      ",合计（3个）,9500,,,",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "云岭一小教学楼",
            owners: ["县教委"],
            start: "2023",
            end: "2024",
            wan: 2400,
            field: "教育类",
          },
          {
            seq: 2,
            name: "职教中心实训基地",
            owners: ["县职教中心"],
            start: "2022",
            end: "2024",
            wan: 3000,
            field: "教育类",
          },
          {
            seq: 3,
            name: "垃圾焚烧发电厂",
            owners: ["县环卫所"],
            start: "2023",
            end: "2025",
            wan: 4100,
            field: "环保类",
          },
        ],
      ],
    },
  ),
  txt(
    "a dump with one cell a line, categories, a repeated header and a note",
    [
      "附表",
      "云岭县“十四五”农业科技重点项目表",
      "单位：万元",
      ...cellLines([
        ["序号", "项目名称", "建设内容", "实施年限", "投资规模", "牵头单位"],
        ["一、种业振兴"],
        ["1", "水稻育种基地", "建设基地300亩", "2021-2023", "1200", "县农科所"],
        ["2", "种猪核心场", "存栏1200头", "2022-2024", "3600", "县畜牧局"],
      ]),
      "— 23 —",
      ...cellLines([
        ["序号", "项目名称", "建设内容", "实施年限", "投资规模", "牵头单位"],
        ["二、智慧农业"],
        ["3", "农业物联网", "建点50个", "2023-2025", "950", "县农业农村委"],
        ["合计", "5750"],
      ]),
      "注：投资规模为匡算数。",
    ],
    {
      projects: [
        [
          {
            seq: 1,
            name: "水稻育种基地",
            leads: ["县农科所"],
            start: "2021",
            end: "2023",
            wan: 1200,
            field: "种业振兴",
            content: "建设基地300亩",
          },
          {
            seq: 2,
            name: "种猪核心场",
            leads: ["县畜牧局"],
            start: "2022",
            end: "2024",
            wan: 3600,
            field: "种业振兴",
            content: "存栏1200头",
          },
          {
            seq: 3,
            name: "农业物联网",
            leads: ["县农业农村委"],
            start: "2023",
            end: "2025",
            wan: 950,
            field: "智慧农业",
            content: "建点50个",
          },
        ],
      ],
    },
  ),
  pasted(
    "a block of WPS: styles, line breaks, merged cells, an empty column",
    {
      html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-style-parent:style0;}</style></head><body><table border=0 cellspacing=0 style='border-collapse:collapse'><col width=64 span=6><tr height=40><td colspan=7 class=xl65>云岭县2024年科技项目汇总表</td></tr><tr><td>序号</td><td>项目名称</td><td>所属领域</td><td></td><td>总投资<br>（万元）</td><td>承担单位</td><td>起止<br>时间</td></tr><tr><td x:num>1</td><td>中药材<br>  标准化种植</td><td rowspan=2>现代农业</td><td></td><td x:num>480</td><td>县药材公司、西南大学</td><td>2024.01-<br>2025.12</td></tr><tr><td x:num>2</td><td>稻鱼共生技术</td><td></td><td x:num="260.5">261</td><td>县水产站</td><td>2024年1月至2024年12月</td></tr><tr><td x:num>3</td><td>锂电池回收</td><td>新材料&nbsp;</td><td></td><td x:num>1200</td><td>XX新能源有限公司（联合重庆大学）</td><td>2023-2025</td></tr></table></body></html>`,
      text: "",
    },
    {
      projects: [
        [
          {
            seq: 1,
            name: "中药材标准化种植",
            field: "现代农业",
            owners: ["县药材公司", "西南大学"],
            start: "2024-01",
            end: "2025-12",
            wan: 480,
          },
          {
            seq: 2,
            name: "稻鱼共生技术",
            field: "现代农业",
            owners: ["县水产站"],
            start: "2024-01",
            end: "2024-12",
            wan: 261,
          },
          {
            seq: 3,
            name: "锂电池回收",
            field: "新材料",
            owners: UNSURE,
            start: "2023",
            end: "2025",
            wan: 1200,
          },
        ],
      ],
    },
  ),
  pasted(
    "tabbed text with a header of two rows and a title",
    {
      html: "",
      text: [
        "云岭县重点水利项目表\t\t\t\t\t\t",
        "序号\t项目名称\t投资（万元）\t\t建设年限\t\t建设单位",
        "\t\t总投资\t2024年投资\t开工年\t完工年\t",
        "1\t双河水库除险加固\t2350\t1200\t2023\t2024\t县水利工程中心",
        "2\t锦江堤防\t6800\t3000\t2024\t2026\t县河道所",
        "3\t抗旱应急水源\t\t500\t2024\t2024\t县水利局",
      ].join("\r\n"),
    },
    {
      projects: [
        [
          {
            seq: 1,
            name: "双河水库除险加固",
            owners: ["县水利工程中心"],
            start: "2023",
            end: "2024",
            wan: 2350,
          },
          {
            seq: 2,
            name: "锦江堤防",
            owners: ["县河道所"],
            start: "2024",
            end: "2026",
            wan: 6800,
          },
          {
            seq: 3,
            name: "抗旱应急水源",
            owners: ["县水利局"],
            start: "2024",
            end: "2024",
            wan: UNSURE,
          },
        ],
      ],
    },
  ),
  {
    what: "a printed page with a name over two lines and a category row",
    document: async () => readDocument({ name: "清单.pdf", bytes: makePdf(PRINTED) }),
    projects: [
      [
        {
          seq: 1,
          name: "云岭县城区停车设施建设工程",
          owners: ["县城投公司"],
          start: "2023",
          end: "2025",
          wan: 8600,
        },
        {
          seq: 2,
          name: "锦江风貌改造",
          owners: ["县住建委"],
          start: "2024",
          end: "2025",
          wan: 2450,
        },
      ],
    ],
  },
];

const PRINTED: SampleText[] = [
  ...line(740, [[220, "云岭县2024年重点项目表"]]),
  ...line(720, [[450, "单位：万元"]]),
  ...line(700, columns("序号", "项目名称", "总投资", "业主单位", "建设年限")),
  ...line(680, columns("1", "云岭县城区停车设施", "8600", "县城投公司", "2023-2025")),
  ...line(667, [[100, "建设工程"]]),
  ...line(645, columns("2", "锦江风貌改造", "2450", "县住建委", "2024-2025")),
  ...line(625, [
    [100, "合计"],
    [260, "11050"],
  ]),
];

function columns(...texts: string[]): [number, string][] {
  return texts.map((text, at) => [[50, 100, 260, 330, 450][at] ?? 0, text]);
}

function line(y: number, texts: [number, string][]): SampleText[] {
  return texts.map(([x, text]) => ({ text, x, y }));
}
