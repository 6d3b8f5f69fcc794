import type { SourceDocument } from "@/lib/document/document";

const HEADER = [
  "序号",
  "项目名称",
  "建设单位",
  "主要内容",
  "建设年限",
  "总投资（万元）",
  "牵头单位",
];

/** The rows of a workbook with so many projects, numbers as numbers. */
export function largeRows(rows: number): (string | number)[][] {
  const [header = [], ...body] = textRows(rows);
  return [header, ...body.map((texts) => texts.map((text) => (isNumber(text) ? +text : text)))];
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function textRows(rows: number): string[][] {
  const body = Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `第${at + 1}号农业产业园建设项目`,
    `第${at % 300}农业发展有限公司、县农业科学研究所`,
    "新建加工车间、冷链仓储和配套道路，推广良种与智能化设备。",
    `${2021 + (at % 3)}-2025`,
    String(100 + (at % 900)),
    "县农业农村委、县经济信息委（县科技局）",
  ]);
  return [HEADER, ...body];
}

/** One table with so many projects, each with its own name, units and amount. */
export function largeDocument(rows: number): SourceDocument {
  const cells = textRows(rows).flatMap((texts, row) =>
    texts.map((text, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1, flags: [] })),
  );
  const location = { sheet: "Sheet1", page: null, line: 1 };
  return {
    format: "xlsx",
    blocks: [{ kind: "grid", location, cells, rows: rows + 1, columns: HEADER.length }],
  };
}
