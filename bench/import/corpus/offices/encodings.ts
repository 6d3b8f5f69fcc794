import { Buffer } from "node:buffer";
import { readDocument } from "@/lib/document/read/read";
import { type Case, UNSURE } from "../case";

/** What other programs save as text, in the encodings they do it in. */
export const ENCODINGS: Case[] = [
  {
    what: "an export in GB18030 with separators, full-width digits and lost dashes",
    document: async () =>
      readDocument({
        name: "交通项目.csv",
        bytes: gb18030(
          [
            "序号,项目名称,投资额（万元）,责任单位,起止时间,进展情况",
            '1,沿江公路,"12,600.00",县交通局,2021年2024年,已完成80%',
            "2,码头改造,３２００,县港航中心,20222025,2024年3月完工",
            "3,公交场站,约1500,县交通局,2023—,未开工",
            ',合计,"17,300.00",,,',
          ].join("\r\n"),
        ),
      }),
    projects: [
      [
        { seq: 1, name: "沿江公路", leads: ["县交通局"], start: "2021", end: "2024", wan: 12_600 },
        { seq: 2, name: "码头改造", leads: ["县港航中心"], start: UNSURE, end: UNSURE, wan: 3200 },
        { seq: 3, name: "公交场站", leads: ["县交通局"], start: UNSURE, end: UNSURE, wan: UNSURE },
      ],
    ],
  },
  {
    what: "an export of Excel as Unicode text",
    document: async () =>
      readDocument({
        name: "文旅.txt",
        bytes: Buffer.from(
          "\ufeff" +
            [
              "编号\t项目名称\t建设内容及规模\t投资估算(亿元)\t实施主体\t实施年限",
              "A-01\t古镇保护与利用\t修缮民居86栋\t1.6\t县文旅集团\t2022-2025",
              'A-02\t"云顶滑雪场\n（二期）"\t新建雪道4条\t2.08\t云顶旅游公司\t2023-2024',
            ].join("\r\n"),
          "utf16le",
        ),
      }),
    projects: [
      [
        {
          seq: UNSURE,
          name: "古镇保护与利用",
          owners: ["县文旅集团"],
          start: "2022",
          end: "2025",
          wan: 16_000,
          content: "修缮民居86栋",
        },
        {
          seq: UNSURE,
          name: "云顶滑雪场（二期）",
          owners: ["云顶旅游公司"],
          start: "2023",
          end: "2024",
          wan: 20_800,
          content: "新建雪道4条",
        },
      ],
    ],
  },
];

/** Encodes what two bytes hold; the table is read off the decoder, for Node.js encodes no GB18030. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high < 0xff; high += 1) {
    for (let low = 0x40; low < 0xff; low += 1) {
      codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    }
  }
  return new Uint8Array(
    [...text].flatMap((sign) =>
      sign < "\u0080" ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]),
    ),
  );
}
