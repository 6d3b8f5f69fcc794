import type { Page } from "@playwright/test";
import { LOCALES } from "@/db/vocabulary";
import { write } from "@/lib/audit/write";
import { changePreferences } from "@/lib/user/commands";
import { violations } from "./accessible";
import { PAGES } from "./entrances";
import { sampleImport } from "./sample-import";
import { expect, type RoleName, test } from "./test";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const LOOKS = LOCALES.flatMap((locale) =>
  (["light", "dark"] as const).map((theme) => ({ locale, theme })),
);

/** Every page of `entrances.ts`, and the states of pages that look different. */
const PLACES: Record<RoleName, string[]> = {
  reviewer: [
    ...PAGES.filter(
      ({ url }) => !url.startsWith("/settings") && !["/", "/login", "/updates"].includes(url),
    ).map(({ url }) => url),
    "/imports/1?table=0&edit=name",
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
    "/updates",
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
    test.setTimeout(600_000);
    const viewer = await signIn(role);
    if (role === "reviewer") await sampleImport();
    for (const { locale, theme } of LOOKS) {
      await write((tx) => changePreferences(tx, viewer, { locale, theme }));
      for (const place of places) {
        await page.goto(place);
        await expectNothing(page, `${place} ${locale} ${theme}`);
      }
    }
    await write((tx) => changePreferences(tx, viewer, { locale: "zh-CN", theme: "system" }));
  });
}

test("axe finds nothing on the sign-in page", async ({ page }) => {
  for (const { locale, theme } of LOOKS) {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("/login");
    await page.getByRole("button", { name: locale === "en" ? "English" : "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectNothing(page, `/login ${locale} ${theme}`);
  }
});

/** At both widths: no violation, nothing wider than the window; and one heading of the first rank. */
async function expectNothing(page: Page, what: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const place = `${what} ${size.width}`;
    expect.soft(await violations(page), place).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect.soft(overflow, `${place} is wider than the window`).toBeLessThanOrEqual(0);
  }
  expect.soft(await page.locator("h1").count(), `${what}: headings`).toBe(1);
}
