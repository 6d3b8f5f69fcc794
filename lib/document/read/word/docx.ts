import { DocumentRefusedError, type SourceDocument } from "../../document";
import { DOCUMENT_LIMITS } from "../limits";
import type { Archive } from "../office/archive";
import { neededPart, relationsOf } from "../office/relations";
import { walkXml } from "../office/xml";
import { type Block, StoryReader } from "./story";
import { hidingStyles } from "./styles";

/** Paragraphs and tables of a text document in their order; footnotes and endnotes as paragraphs at its end. */
export async function readDocx(archive: Archive, main: string): Promise<SourceDocument> {
  const [styles] = await related(archive, main, ["styles"]);
  const hiding = styles ? hidingStyles(await neededPart(archive, styles)) : new Set<string>();
  const blocks = readStory(await neededPart(archive, main), "document", hiding);
  for (const part of await related(archive, main, ["footnotes", "endnotes"])) {
    const found = readStory(await neededPart(archive, part), "notes", hiding);
    blocks.push(...found.filter((block) => block.kind === "grid" || block.text !== ""));
  }
  if (blocks.length > DOCUMENT_LIMITS.paragraphs) {
    throw new DocumentRefusedError("paragraphs", { limit: DOCUMENT_LIMITS.paragraphs });
  }
  return { format: "docx", blocks };
}

async function related(archive: Archive, main: string, types: string[]): Promise<string[]> {
  const name = main.replace(/([^/]+)$/, "_rels/$1.rels");
  if (!archive.has(name)) return [];
  const relations = await relationsOf(archive, main, types);
  return relations.map((relation) => relation.target);
}

function readStory(
  bytes: Uint8Array,
  expected: "document" | "notes",
  hiding: ReadonlySet<string>,
): Block[] {
  const reader = new StoryReader(hiding);
  let root = "";
  walkXml(bytes, {
    open(name, attributes) {
      root ||= name;
      reader.open(name, attributes);
    },
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  if (expected === "document" && root !== "document") throw new DocumentRefusedError("damaged");
  return reader.blocks;
}
