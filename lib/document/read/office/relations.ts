import { posix } from "node:path";
import { DocumentRefusedError } from "../../document";
import type { Archive } from "./archive";
import { walkXml } from "./xml";

/** A part that another part names: its id there, the last word of its type, and its name in the archive. */
export type Relation = { id: string; type: string; target: string };

/** The parts that a part (or, by "", the whole package) refers to. Refuses a package that lacks one of them. */
export async function relationsOf(
  archive: Archive,
  part: string,
  needed: string[],
): Promise<Relation[]> {
  const name = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
  const bytes = await archive.part(name);
  if (!bytes) throw new DocumentRefusedError("damaged");
  const relations: Relation[] = [];
  walkXml(bytes, {
    open(element, { Id, Type, Target, TargetMode }) {
      if (element !== "Relationship" || TargetMode === "External") return;
      const type = (Type ?? "").split("/").at(-1) ?? "";
      if (!needed.includes(type)) return;
      const target = posix.join("/", posix.dirname(part), Target ?? "").slice(1);
      relations.push({
        id: Id ?? "",
        type,
        target: Target?.startsWith("/") ? Target.slice(1) : target,
      });
    },
  });
  if (relations.some(({ target }) => !archive.has(target)))
    throw new DocumentRefusedError("damaged");
  return relations;
}

/** The name of the part that the package is about: the document or the workbook. */
export async function mainPart(archive: Archive): Promise<string> {
  const [main] = await relationsOf(archive, "", ["officeDocument"]);
  if (!main) throw new DocumentRefusedError("damaged");
  return main.target;
}

/** The bytes of a part that must be there. */
export async function neededPart(archive: Archive, name: string): Promise<Uint8Array> {
  const bytes = await archive.part(name);
  if (!bytes) throw new DocumentRefusedError("damaged");
  return bytes;
}
