import { read } from "@/db/client";
import { listOwed } from "@/lib/monthly-return/owed";
import { reportingUnitOf } from "@/lib/monthly-return/reporting";
import { violations } from "../support/accessible";
import { goLive, owedProjects, sampleReturn } from "../support/sample-return";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();
/** 县林业局's. */
const PROJECT = 14;

test("a reviewer names another unit to report, by the keyboard, and takes it back; others only read who it is", async ({
  page,
  signIn,
}) => {
  await goLive();
  const manager = await signIn("manager");
  await page.goto(`/projects/${PROJECT}`);
  const part = page.getByRole("region", { name: "填报责任单位" });
  await expect(part).toContainText("县林业局");
  await expect(part).toContainText("第一牵头单位");
  await expect(part.getByRole("link")).toHaveCount(0);

  await signIn("reviewer");
  await page.goto(`/projects/${PROJECT}?edit=reporting`);
  const unit = part.getByRole("combobox", { name: "填报责任单位" });
  await expect(unit).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(part.getByRole("link", { name: "改由其他单位填报" })).toBeFocused();
  await page.keyboard.press("Enter");
  await hydrated(page);
  await expect(unit).toHaveAttribute("placeholder", "第一牵头单位（县林业局）");
  await unit.fill("没有这个局");
  await part.getByRole("textbox", { name: "原因" }).fill("x");
  await part.getByRole("button", { name: "保存" }).click();
  await expect(unit).toHaveAccessibleDescription("没有这个单位，或它不属于本区县，请另选。");
  await expect(unit).toHaveValue("没有这个局");
  await part.getByRole("textbox", { name: "原因" }).fill("");
  await unit.fill("xnyn");
  await expect(page.getByRole("option")).toHaveText(["县农业农村委"]);
  expect(await violations(page)).toEqual([]);
  await unit.press("Enter");
  await expect(unit).toHaveValue("县农业农村委");
  await part.getByRole("button", { name: "保存" }).click();
  await expect(part.getByText("请填写。")).toBeVisible();
  await part.getByRole("textbox", { name: "原因" }).fill("项目实际由其推进");
  await page.keyboard.press("Enter");
  await expect(part).toContainText("由审核员指定");
  await expect(part).toContainText("县农业农村委");
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "reporting_unit.assigned" });
  await page.goto(`/projects/${PROJECT}?tab=history`);
  const sentence = page.getByRole("listitem").filter({ hasText: "指定填报责任单位“县农业农村委”" });
  await expect(sentence).toContainText("项目实际由其推进");
  await expect(sentence).toContainText("县林业局");
  const { owed } = await read((tx) => listOwed(tx, manager));
  expect(owed.map(({ projectId }) => projectId)).not.toContain(PROJECT);

  await page.goto(`/projects/${PROJECT}?edit=reporting`);
  await hydrated(page);
  await expect(unit).toHaveValue("县农业农村委");
  await unit.fill("");
  await part.getByRole("textbox", { name: "原因" }).fill("恢复由牵头单位填报");
  await part.getByRole("button", { name: "保存" }).click();
  await expect(part.getByText("第一牵头单位", { exact: true })).toBeVisible();
  expect(manager.unitIds).toContain(await read((tx) => reportingUnitOf(tx, PROJECT)));
});

test("a month that is owed and not in stands in the project's list as 未填报, with a way to report it", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  const month = await goLive();
  const [, other] = await owedProjects();
  if (!other) throw new Error("nothing owed");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/projects/${other.id}?tab=returns`);
  const silent = page.locator(`[data-unreported="${month}"]`);
  await expect(silent).toContainText("未填报");
  await expect(silent).toContainText("截止");
  expect(await violations(page)).toEqual([]);
  await silent.getByRole("link", { name: "去填报" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(other.name);

  await sampleReturn(other.id);
  await page.goto(`/projects/${other.id}?tab=returns`);
  await expect(page.getByRole("link", { name: month, exact: true })).toBeVisible();
  await expect(silent).toHaveCount(0);

  // Who oversees reads the same row, and reports nothing.
  await signIn("leader");
  await page.goto(`/projects/${PROJECT}?tab=returns`);
  await expect(silent).toContainText("未填报");
  await expect(silent.getByRole("link")).toHaveCount(0);
});
