import { write } from "@/lib/audit/write";
import { enterProject } from "@/lib/project/entry/commands";
import { newProject } from "@/lib/project/entry/input";
import { sessionOf } from "./test";

/** Projects that 县林业局 leads and that are to be reported, beside those of the plan. Returns their names. */
export async function enterProjects(count: number): Promise<string[]> {
  const { viewer } = await sessionOf("reviewer");
  const names = Array.from(
    { length: count },
    (_, at) => `试验林 ${String(at + 1).padStart(2, "0")}`,
  );
  for (const name of names) {
    const input = newProject.parse({
      name,
      type: "construction",
      start: "2024",
      end: "2028",
      totalInvestment: "1,000",
      leads: "县林业局",
      documentNumber: "城府办〔2024〕1号",
      confirmSimilar: "on",
    });
    await write((tx) => enterProject(tx, viewer, input));
  }
  return names;
}
