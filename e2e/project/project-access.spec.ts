import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import {
  addMilestone,
  cancelMilestone,
  completeMilestone,
  replanMilestone,
} from "@/lib/milestone/commands";
import { changePreferences } from "@/lib/user/commands";
import { violations } from "../support/accessible";
import { expect, test } from "../support/test";

const TIANMA = 14;
const PAGES = ["", "?edit=add", "?edit=details&derived=1", "?tab=history", "?tab=sources"];

/** A milestone in every state. */
async function arrange(manager: Viewer) {
  const add = (name: string) =>
    write((tx) =>
      addMilestone(tx, manager, {
        projectId: TIANMA,
        name,
        firstPlanned: "2025-12",
        forecast: "2026-12",
        note: "说明",
      }),
    );
  await add("逾期");
  const met = { id: await add("完成"), version: 1, actual: "2026-03", note: null };
  await write((tx) => completeMilestone(tx, manager, met));
  const moved = { id: await add("修订"), version: 1, revisedPlanned: "2027", reason: "理由" };
  await write((tx) => replanMilestone(tx, manager, moved));
  const given = { id: await add("取消"), version: 1, reason: "理由" };
  await write((tx) => cancelMilestone(tx, manager, given));
  return met.id;
}

test("the project page is accessible in both languages, light and dark, on desktop and phone", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const id = await arrange(manager);
  const views = [...PAGES, `?edit=reopen-${id}`, `?edit=update-${id}`, "?edit=stage"];
  for (const [locale, colorScheme, width] of [
    ["zh-CN", "light", 1440],
    ["en", "dark", 360],
  ] as const) {
    await write((tx) => changePreferences(tx, manager, { locale, theme: "system" }));
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    for (const view of views) {
      await page.goto(`/projects/${TIANMA}${view}`);
      expect(await violations(page), `${locale} ${colorScheme} ${view}`).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, `${view} at ${width}`).toBe(0);
    }
  }
  await write((tx) => changePreferences(tx, manager, { locale: "zh-CN", theme: "system" }));
});

test("on a phone the tab with its content comes before the card of money and people", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  for (const [width, below] of [
    [390, true],
    [1440, false],
  ] as const) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/projects/${TIANMA}`);
    const top = async (name: string) =>
      (await page.getByRole("heading", { name, exact: true }).boundingBox())?.y ?? 0;
    const tabs = await page.getByRole("navigation", { name: "项目内容" }).boundingBox();
    expect((await top("总投资")) > (tabs?.y ?? 0), `${width}`).toBe(below);
  }
});

test("the forms of the reviewer are accessible, and nothing is wider than a phone", async ({
  page,
  signIn,
}) => {
  const reviewer = await signIn("reviewer");
  for (const [locale, colorScheme] of [
    ["zh-CN", "dark"],
    ["en", "light"],
  ] as const) {
    await write((tx) => changePreferences(tx, reviewer, { locale, theme: "system" }));
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ["/projects/new", "/projects/new?parent=1", "/projects/4/correct"]) {
      await page.goto(path);
      expect(await violations(page), `${locale} ${path}`).toEqual([]);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond, path).toBe(0);
    }
  }
  await write((tx) => changePreferences(tx, reviewer, { locale: "zh-CN", theme: "system" }));
});
