import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { closeDatabase, setClock } from "@/db/client";
import { projects } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { parseEnvironment } from "@/lib/environment";
import { addMilestone } from "@/lib/milestone/commands";
import { newMilestone } from "@/lib/milestone/input";
import { openLedger } from "@/lib/open-ledger";
import { startServer } from "./server";
import { type Server, test } from "./test";

type Project = typeof projects.$inferSelect;

/** The names before and after, so that specs can look for them. */
export const PAST = {
  name: "城口县大数据智能化应用",
  renamed: "城口县大数据综合应用",
} as const;

/**
 * A ledger of its own that begins on 1 March 2026: on 20 March 天麻种质资源… (14) gets 7,400 万元 and a milestone; on 2 June
 * 城口县智慧城市运行管理中心 (1) is withdrawn and 2 renamed and begun.
 */
export const testOfPast = test.extend<object, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
    async ({}, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), "ledger-past-"));
      await makePast(dataDir);
      const { url, child } = await startServer(dataDir);
      await openLedger(parseEnvironment({ DATA_DIR: dataDir }));
      await use({ url, dataDir });
      closeDatabase();
      child.kill();
      rmSync(dataDir, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

async function makePast(dataDir: string): Promise<void> {
  on("2026-03-01");
  await openLedger(parseEnvironment({ DATA_DIR: dataDir }));
  on("2026-03-20");
  await correct(14, { totalInvestmentFen: 7_400_000_000 }, "建设内容优化");
  await write((tx) =>
    addMilestone(
      tx,
      OPERATOR,
      newMilestone.parse({ projectId: "14", name: "平台联调", firstPlanned: "2026-05" }),
    ),
  );
  on("2026-06-02");
  await correct(1, { stage: "withdrawn" }, "退出规划");
  await correct(2, { stage: "in_progress", name: PAST.renamed }, "更名");
  closeDatabase();
  setClock();
}

function on(day: string): void {
  setClock(() => new Date(`${day}T02:00:00.000Z`));
}

function correct(id: number, values: Partial<Project>, reason: string): Promise<void> {
  return write(async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, id));
    if (!project) throw new Error(`no project ${id}`);
    const rows = [changed("projects", project, values)];
    const { regionCode } = project;
    await change(tx, OPERATOR, {
      action: "project.corrected",
      projectId: id,
      regionCode,
      reason,
      rows,
    });
  });
}
