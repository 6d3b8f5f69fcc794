import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { write } from "@/lib/audit/write";
import { changePreferences } from "@/lib/user/commands";
import { PAGES } from "./entrances";
import { expect, type RoleName, test } from "./test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };
/** Each language meets both themes and both widths, each theme both widths. */
const LOOKS = [
  { locale: "zh-CN", theme: "light", size: WIDE },
  { locale: "zh-CN", theme: "dark", size: NARROW },
  { locale: "en", theme: "dark", size: WIDE },
  { locale: "en", theme: "light", size: NARROW },
] as const;

/** Every page of `entrances.ts`, and the states of pages that look different. */
const PLACES: Record<RoleName, string[]> = {
  reviewer: [
    ...PAGES.filter(
      ({ url }) => !url.startsWith("/settings") && !["/", "/login"].includes(url),
    ).map(({ url }) => url),
    "/projects?q=核桃",
    "/projects?q=没有这样的项目",
    "/projects?sector=food_processing&unit=县林业局&overdue=1",
    "/projects/14?tab=history",
    "/projects/14?tab=sources",
    "/projects/14?edit=stage",
    "/nothing",
    "/settings",
  ],
  manager: [
    "/projects/14",
    "/projects/14?edit=stage",
    "/projects/14?edit=details",
    "/projects/14?edit=add",
    "/projects/14?edit=template",
    "/projects/14?tab=sub",
  ],
  leader: ["/overview"],
  auditor: ["/projects/30?tab=history"],
  administrator: ["/settings", "/settings/users/new", "/settings/users/3", "/account"],
};

for (const [role, places] of Object.entries(PLACES) as [RoleName, string[]][]) {
  test(`axe finds nothing on any page of the ${role}`, async ({ page, signIn }) => {
    test.setTimeout(300_000);
    const viewer = await signIn(role);
    for (const { locale, theme, size } of LOOKS) {
      await write((tx) => changePreferences(tx, viewer, { locale, theme }));
      await page.setViewportSize(size);
      for (const place of places)
        await expectNothing(page, place, `${locale} ${theme} ${size.width}`);
    }
    await write((tx) => changePreferences(tx, viewer, { locale: "zh-CN", theme: "system" }));
  });
}

test("axe finds nothing on the sign-in page", async ({ page }) => {
  for (const { locale, theme, size } of LOOKS) {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(size);
    await page.goto("/login");
    await page.getByRole("button", { name: locale === "en" ? "English" : "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectNothing(page, "/login", `${locale} ${theme} ${size.width}`);
  }
});

/** No violation, nothing wider than the window, one heading of the first rank, a title. */
async function expectNothing(page: Page, place: string, how: string): Promise<void> {
  await page.goto(place);
  // Through the debugger, so that the page's policy need not allow it.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const results = await axe.run({ runOnly: { type: "tag", values: tags } });
    return results.violations.map(({ id, nodes }) => ({
      id,
      at: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }));
  }, TAGS);
  expect.soft(violations, `${place} ${how}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${place} ${how} is wider than the window`).toBeLessThanOrEqual(0);
  expect.soft(await page.locator("h1").count(), `${place} ${how}: headings`).toBe(1);
}
