import { copyRows } from "./copy";
import { type Building, breathe } from "./file";
import { REPORTED_TABLES } from "./tables";

/** Where the file stands in which the reported tables of a snapshot are made. */
export function reportedPath(path: string): string {
  return `${path}.reported`;
}

/** Lets queries see the projects as they were, of which a file of the reported tables has none. */
export function seePastProjects({ handle: { file }, seq }: Building): void {
  file.exec(`CREATE TEMP VIEW projects AS SELECT * FROM ledger.projects_history
    WHERE from_seq <= ${seq} AND (to_seq IS NULL OR to_seq > ${seq})`);
}

/** Makes the finished file of the reported tables readable as `reported`. */
export function attachReported({ handle: { file } }: Building, path: string): void {
  file.prepare("ATTACH ? AS reported").run(reportedPath(path));
}

/** Takes over the reported tables, as they are stored. */
export async function takeReported(building: Building): Promise<void> {
  for (const table of REPORTED_TABLES) {
    copyRows(building, table, undefined, "reported");
    await breathe();
  }
}
