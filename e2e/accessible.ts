import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules of WCAG 2.2 A and AA that the page breaks, each with the first elements that do. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's policy need not allow it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) =>
      [
        id,
        ...nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
      ].join("\n"),
    );
  }, TAGS);
}
