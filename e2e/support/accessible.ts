import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { changePreferences } from "@/lib/user/commands";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of WCAG 2.2 A and AA that the page breaks, each with the first elements that do. */
export async function violations(page: Page): Promise<string[]> {
  // While a link is followed, one title goes before the next one is there.
  await expect(page).toHaveTitle(/./);
  // Through the debugger, so that the page's policy need not allow it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const runOnly = { type: "tag", values: tags };
    const { violations } = await axe.run({ runOnly, resultTypes: ["violations"], iframes: false });
    return violations.map(({ id, nodes }) =>
      [
        id,
        ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      ].join("\n"),
    );
  }, TAGS);
}

/** That these pages of the viewer break no rule and stay within the screen: Chinese, light, wide; English, dark, phone. */
export async function expectAccessible(
  page: Page,
  viewer: Viewer,
  paths: readonly string[],
): Promise<void> {
  for (const [theme, locale, width] of [
    ["light", "zh-CN", 1440],
    ["dark", "en", 390],
  ] as const) {
    await write((tx) => changePreferences(tx, viewer, { theme, locale }));
    await page.setViewportSize({ width, height: 900 });
    for (const path of paths) {
      await page.goto(path);
      for (const step of await page.locator("main details").all())
        await step.evaluate((node) => node.setAttribute("open", ""));
      expect(await violations(page), `${path} ${theme} ${width}`).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(sideways, `${path} ${width}`).toBeLessThanOrEqual(0);
    }
  }
  await write((tx) => changePreferences(tx, viewer, { theme: "system", locale: "zh-CN" }));
}
