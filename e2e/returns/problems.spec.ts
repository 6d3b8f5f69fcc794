import { violations } from "../support/accessible";
import { owedProjects, PICTURE, sampleProblem } from "../support/sample-return";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test("a manager raises a problem, closes it only with evidence, and the reviewer opens it again", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  const [project] = await owedProjects();
  if (!project) throw new Error("no project");
  await page.goto("/problems");
  await expect(page.getByText("没有符合条件的问题。")).toBeVisible();
  await page.getByRole("link", { name: "登记问题" }).click();
  await page.getByLabel("项目名称中的字词").fill(project.name);
  await page.getByRole("button", { name: "查找" }).click();
  await page.getByRole("link", { name: project.name, exact: true }).click();
  await hydrated(page);
  await page.getByRole("textbox", { name: "问题" }).fill("用地指标未落实");
  await page.getByLabel("解决层级").selectOption("county");
  await page.getByLabel("完成时限").fill("2026-01-31");
  await page.getByRole("button", { name: "登记问题" }).dblclick();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("用地指标未落实");
  const raised = (await lastEvents(5)).filter(({ action }) => action === "problem.raised");
  expect(raised).toHaveLength(1);
  await hydrated(page);
  await page.getByLabel("销号说明").fill("已取得批复");
  await page.getByRole("button", { name: "销号" }).click();
  await expect(page.getByText("销号请先上传佐证材料。")).toBeVisible();
  const files = page.getByRole("region", { name: "附件" });
  await files
    .getByLabel("拍照或选择文件")
    .setInputFiles({ name: "批复.png", mimeType: "image/png", buffer: PICTURE });
  await expect(files.getByRole("link", { name: "批复.png" })).toBeVisible();
  await expect(page.getByLabel("销号说明")).toHaveValue("已取得批复");
  await page.getByRole("button", { name: "销号" }).click();
  await expect(page.getByRole("heading", { name: "重新打开" })).toBeVisible();

  await signIn("reviewer");
  await page.goto("/problems?state=closed");
  await page.getByRole("link", { name: "用地指标未落实" }).click();
  await hydrated(page);
  await page.getByLabel("重新打开的理由").fill("批复已过期");
  await page.getByRole("button", { name: "重新打开" }).click();
  await expect(page.getByRole("heading", { name: "销号" })).toBeVisible();
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole("heading", { name: "问题（1）" })).toBeVisible();
  await page.goto("/problems?state=all");
  await expect(page.getByRole("link", { name: "未销号（1）" })).toBeVisible();
  await expect(page.getByRole("link", { name: "已逾期（1）" })).toBeVisible();
  await expect(page.getByRole("link", { name: "已销号（0）" })).toBeVisible();
  await page.getByLabel("解决层级").selectOption("县级（1）");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/level=county/);
  await expect(page).toHaveURL(/state=all/);
  await expect(page.getByRole("link", { name: "用地指标未落实" })).toBeVisible();
});

test("the pages of problems are accessible on desktop and phone", async ({ page, signIn }) => {
  const id = await sampleProblem();
  await signIn("reviewer");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/problems", "/problems/new?project=14", `/problems/${id}`]) {
      await page.goto(path);
      expect(await violations(page), `${path} ${width}`).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(sideways, `${path} ${width}`).toBeLessThanOrEqual(0);
    }
    await page.goto("/problems");
  }
});
