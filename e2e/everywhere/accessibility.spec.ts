import type { Page } from "@playwright/test";
import type { Locale } from "@/db/vocabulary";
import { write } from "@/lib/audit/write";
import { changePreferences } from "@/lib/user/commands";
import { PAGES } from "../entrances/entrances";
import { violations } from "../support/accessible";
import { sampleChange } from "../support/sample-change";
import { sampleFinding } from "../support/sample-finding";
import { sampleImport } from "../support/sample-import";
import { sampleProblem, sampleReturn } from "../support/sample-return";
import { expect, type RoleName, testAlone } from "../support/test";

const test = testAlone();

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
type Look = { locale: Locale; theme: "light" | "dark"; size: typeof DESKTOP };
/** Each language in each theme, and each of both at each width: every pair of the three once, not all eight of three. */
const LOOKS: readonly Look[] = [
  { locale: "zh-CN", theme: "light", size: DESKTOP },
  { locale: "zh-CN", theme: "dark", size: PHONE },
  { locale: "en", theme: "light", size: PHONE },
  { locale: "en", theme: "dark", size: DESKTOP },
];

/** Every page of `entrances.ts`, and the states of pages that look different. */
const PLACES: Record<RoleName, string[]> = {
  reviewer: [
    ...PAGES.filter(
      ({ url }) => !/^\/(settings|updates)/.test(url) && !["/", "/login"].includes(url),
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
    "/updates/grid",
    "/updates/workbook",
    "/returns/1",
    "/notices",
    "/changes/1",
    "/changes/new",
    "/changes/new?project=14",
    "/projects/14",
    "/projects/14?edit=stage",
    "/projects/14?edit=details",
    "/projects/14?edit=add",
    "/projects/14?edit=template",
    "/projects/14?tab=sub",
  ],
  leader: ["/overview", "/changes/2", "/changes/batches/1"],
  auditor: ["/projects/30?tab=history", "/audit/findings?raise=1&project=14"],
  administrator: ["/settings", "/settings/users/new", "/settings/users/3", "/account"],
};

for (const [role, places] of Object.entries(PLACES) as [RoleName, string[]][]) {
  test(`axe finds nothing on any page of the ${role}`, async ({ page, signIn }) => {
    test.setTimeout(600_000);
    const viewer = await signIn(role);
    if (role === "reviewer") {
      await sampleImport();
      await sampleChange();
    }
    await sampleReturn();
    await sampleProblem();
    await sampleFinding();
    for (const look of LOOKS) {
      const { locale, theme, size } = look;
      await write((tx) => changePreferences(tx, viewer, { locale, theme }));
      await page.setViewportSize(size);
      for (const place of places) {
        await page.goto(place);
        await expectNothing(page, place, look);
      }
    }
    await write((tx) => changePreferences(tx, viewer, { locale: "zh-CN", theme: "system" }));
  });
}

test("axe finds nothing on the sign-in page", async ({ page }) => {
  for (const look of LOOKS) {
    const { locale, theme, size } = look;
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize(size);
    await page.goto("/login");
    await page.getByRole("button", { name: locale === "en" ? "English" : "中文" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectNothing(page, "/login", look);
  }
});

/** No violation, nothing wider than the window (at both widths), and one heading of the first rank. */
async function expectNothing(page: Page, place: string, look: Look): Promise<void> {
  const what = `${place} ${look.locale} ${look.theme}`;
  expect.soft(await violations(page), `${what} ${look.size.width}`).toEqual([]);
  expect.soft(await page.locator("h1").count(), `${what}: headings`).toBe(1);
  await expectNoOverflow(page, what);
  await page.setViewportSize(look.size === PHONE ? DESKTOP : PHONE);
  await expectNoOverflow(page, what);
  await page.setViewportSize(look.size);
}

async function expectNoOverflow(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${what} is wider than the window`).toBeLessThanOrEqual(0);
}
