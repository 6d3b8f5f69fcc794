import type { Paragraph, ProjectReading, TableReading } from "@/lib/document/document";
import { markOf, oddity } from "@/lib/document/marks";
import { proposeSectors } from "@/lib/sector/propose/propose";
import type { Block } from "./blocks";
import type { KnownUnits } from "./knowledge";
import { gridOf } from "./text/lines";
import { organizationKind } from "./values/organization-kind";
import { oneLine } from "./values/plain";

const BOX = /^专\s*栏\s*([0-9一二三四五六七八九十]+)\s*[：:]?\s*(.*)$/;
const PROJECTS = /重[点大]项目/;
const NUMBERED = /^[（(]?(\d{1,3})[）)]?[.．、]?\s*([^。：:]{2,60})[。：:]\s*(.+)$/;
const HEADER = ["序号", "项目名称", "内容"];

/** Boxes of prose titled 重点项目: each numbered paragraph is a candidate for a person to confirm. */
export function readBoxes(blocks: Block[], known: KnownUnits): TableReading[] {
  return blocks.flatMap((block, at) => {
    const [, number, title = ""] =
      (block.kind === "paragraph" && BOX.exec(block.text.trim())) || [];
    if (number === undefined || !PROJECTS.test(title)) return [];
    const items = itemsAfter(blocks, at + 1);
    return items.length === 0 ? [] : [boxTable(`专栏${number}：${title}`, items, known)];
  });
}

type Item = { paragraph: Paragraph; seq: number; name: string; content: string };

/** Numbered paragraphs in order; the first one that does not count on ends the box. */
function itemsAfter(blocks: Block[], from: number): Item[] {
  const items: Item[] = [];
  for (const block of blocks.slice(from)) {
    const [, seq, name = "", content = ""] =
      (block.kind === "paragraph" && NUMBERED.exec(block.text.trim())) || [];
    if (block.kind !== "paragraph" || Number(seq) !== items.length + 1) break;
    items.push({
      paragraph: block,
      seq: Number(seq),
      name: oneLine(name),
      content: oneLine(content),
    });
  }
  return items;
}

function boxTable(title: string, items: Item[], known: KnownUnits): TableReading {
  const location = items[0]?.paragraph.location ?? { sheet: null, page: null, line: null };
  const rows = items.map(({ seq, name, content }) => [String(seq), name, content]);
  return {
    kind: "projects",
    title,
    candidate: true,
    location,
    header: HEADER,
    columns: ["seq", "name", "content"],
    grid: gridOf(
      [HEADER, ...rows].map((cells) => ({ cells, unsure: false })),
      location,
    ),
    projects: items.map((item, at) => boxProject(item, at + 1, known)),
    indicators: [],
    issues: [],
    totalWan: null,
  };
}

function boxProject({ seq, name, content }: Item, row: number, known: KnownUnits): ProjectReading {
  const { hosts, cut } = hostsIn(content, known);
  const source = (column: number, raw: string, rule: string) => ({
    row,
    column,
    header: HEADER[column] ?? "",
    raw,
    rule,
  });
  const at = { row, column: 2 };
  const ofHosts = hosts.flatMap(
    (host) =>
      known.oddityOf({ name: host, entryKind: "named", role: "host", openCount: null }) ?? [],
  );
  return {
    row,
    seq,
    name,
    owners: hosts.map((host) => ({
      name: host,
      entryKind: "named",
      kind: known.kindOf(host),
      role: "host",
      openCount: null,
    })),
    leads: [],
    start: null,
    end: null,
    durationYears: null,
    totalInvestmentWan: null,
    field: null,
    content,
    sectors: proposeSectors(name, content, null),
    sources: {
      seq: source(0, String(seq), "box.number"),
      name: source(1, name, "box.title"),
      content: source(2, content, "box.content"),
      sectors: source(1, name, "sectors.words"),
      ...(hosts.length > 0 ? { hosts: source(2, content, "box.hosts") } : {}),
    },
    issues: [...cut, ...ofHosts].map((one) => markOf(one, "hosts", at)),
  };
}

/** 依托甲和乙，… names the hosts; what follows a body's name up to the verb (…工业园区制剂室建设) is cut off, in doubt. */
function hostsIn(content: string, known: KnownUnits) {
  const [, phrase] =
    /^依托(.+?)(?:，|,|。|；|建设|开展|组建|打造|实施|搭建|研究|建立)/.exec(content) ?? [];
  const cut: ReturnType<typeof oddity>[] = [];
  if (phrase === undefined) return { hosts: [], cut };
  const hosts = phrase.split(/[、和与及]/).flatMap((part) => {
    const whole = part.trim();
    const body = known.beginningOf(whole) ?? bodyIn(whole);
    if (body === null) return [];
    if (body !== whole) cut.push(oddity("host_cut", { raw: whole, name: body }));
    return body;
  });
  return { hosts, cut };
}

/** The shortest beginning that ends like a body of some weight. */
function bodyIn(text: string): string | null {
  const short = /^.{2,}?(?:医院|公司|大学|学院|研究院|研究所|厂|合作社)/.exec(text)?.[0];
  return short ?? (organizationKind(text) === null ? null : text);
}
