import { eq } from "drizzle-orm";
import { read, transact } from "@/db/client";
import { changeRequests, projects } from "@/db/schema";
import { SAMPLE_CSV, sampleImport } from "../support/sample-import";
import { expect, hydrated, lastEvents, sessionOf, testApart as test } from "../support/test";

test("a document is read, its doubt confirmed by keyboard, published, and shows its cells", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/imports");
  await hydrated(page);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "山区规划.csv", mimeType: "text/csv", buffer: Buffer.from(SAMPLE_CSV) });
  await page.getByRole("button", { name: "读取" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("山区规划.csv");
  await expect(page.getByRole("heading", { name: "第 2 项 中蜂标准化养殖示范场" })).toBeVisible();
  const accept = page.locator("[data-accept] button");
  await expect(accept.first()).toBeVisible();
  await hydrated(page);
  const open = await accept.count();
  await page.keyboard.press("Enter");
  await expect(accept).toHaveCount(open - 1);
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "第 1 项 红豆杉容器育苗示范" })).toBeVisible();
  await page.getByRole("button", { name: "确认导入 2 个项目" }).click();
  await expect(page.getByText("已导入 2 个项目。")).toBeVisible();
  expect((await lastEvents(1))[0]?.action).toBe("import.published");
  await page.goto("/projects?q=中蜂标准化养殖示范场");
  await page.getByRole("link", { name: "中蜂标准化养殖示范场" }).click();
  await page.getByRole("link", { name: "来源", exact: true }).click();
  await page.getByRole("link", { name: "总投资（万元）" }).click();
  await expect(page.getByRole("cell", { name: "所指单元格 约800" })).toBeVisible();
  await expect(page.getByText("金额 (amount.wan)")).toBeVisible();
  await expect(page.getByText("文件 山区规划.csv")).toBeVisible();
});

test("a file that is not what it says is refused with a sentence, and nothing is written", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/imports");
  await hydrated(page);
  const [before] = await lastEvents(1);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "a.xlsx", mimeType: "x", buffer: Buffer.from("not a workbook") });
  await page.getByRole("button", { name: "读取" }).first().click();
  await expect(page.getByText("扩展名是 .xlsx")).toBeVisible();
  expect((await lastEvents(1))[0]?.seq).toBe(before?.seq);
});

test("an answer about the progress that comes after the refusal does not hide it", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  let key = "";
  const asking = page.waitForRequest("**/imports/progress");
  const late = page.waitForResponse("**/imports/progress");
  await page.route("**/imports/upload", async (route) => {
    key = /name="job"\s+(\w+)/.exec(route.request().postData() ?? "")?.[1] ?? "";
    await asking;
    await route.fulfill({ json: { message: "这个文件读不出来。" } });
  });
  await page.route("**/imports/progress", async (route) => {
    await page.getByText("这个文件读不出来。").waitFor();
    const reading = { importId: null, state: "running", percent: 40, label: "读取", note: "" };
    await route.fulfill({ json: { jobs: [{ key: `read-${key}`, ...reading }] } });
  });
  await page.goto("/imports");
  await hydrated(page);
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("序号") };
  await page.getByLabel("把文件拖到这里").setInputFiles(file);
  await page.getByRole("button", { name: "读取" }).first().click();
  await late;
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await expect(page.getByText("这个文件读不出来。")).toBeVisible();
});

test("27 projects that the ledger has are decided at once by keyboard, and what blocks disables the button", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  const inCounty = eq(projects.regionCode, "500229");
  // Those of the data set: the ones imported above come after them.
  const known = await read((tx) => tx.select().from(projects).where(inCounty).limit(27));
  expect(known).toHaveLength(27);
  const lines = known.map(({ name }, at) => `${at + 1},${name},2021-2025`);
  const id = await sampleImport("原表.csv", ["序号,项目名称,实施时间", ...lines].join("\n"));
  await page.goto(`/imports/${id}`);
  const confirm = page.getByRole("button", { name: /^确认导入/ });
  await expect(confirm).toBeDisabled();
  await expect(confirm).toHaveAccessibleDescription(/与已有项目名称相近/);
  await expect(page.getByText("与台账项目同名：27 项，其中 27 项待选择")).toBeVisible();
  await hydrated(page);
  await page.keyboard.press("g");
  await expect(page.getByRole("button", { name: "全部新建" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已选：全部更新")).toBeVisible();
  await expect(page.getByText("待选择")).toHaveCount(0);
  expect((await lastEvents(1))[0]?.action).toBe("import.decided");
});

test("one row is given another reason, which stays while the reviewer is away and stands in its request", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  const known = ["天麻种质资源创新利用与产品开发研究", "中药材独活的功能基因组学研究"];
  const lines = known.map((name, at) => `${at + 1},${name},${777 + at}`);
  const text = ["序号,项目名称,总投资（万元）", ...lines].join("\n");
  const id = await sampleImport("调整表.csv", text);
  await page.goto(`/imports/${id}?row=1`);
  await hydrated(page);
  await page.getByRole("button", { name: "全部更新" }).click();
  await expect(page.getByText("已选：全部更新")).toBeVisible();
  await expect(page.getByText("（同整份文件） 还未填写")).toBeVisible();
  await page.getByRole("link", { name: "另写理由" }).click();
  const own = page.locator("form", { hasText: "只写与整份文件不同的" });
  await own.getByLabel("原因").selectOption("funding");
  await own.getByLabel("说明").fill("缩".repeat(501));
  await own.getByLabel("依据文号").fill("城财〔2026〕7号");
  await own.getByRole("button", { name: "保存" }).click();
  await expect(own.getByLabel("说明")).toHaveAccessibleDescription(/500/);
  await expect(own.getByLabel("依据文号")).toHaveValue("城财〔2026〕7号");
  await own.getByLabel("说明").fill("资金缩减");
  await own.getByRole("button", { name: "保存" }).click();
  const said = page.getByText("（本行另写） 资金 · 资金缩减 · 城财〔2026〕7号");
  await expect(said).toBeVisible();

  await page.goto("/overview");
  await page.goto(`/imports/${id}?row=1`);
  await expect(said).toBeVisible();
  const plan = page.locator("form", { hasText: "更正理由" });
  await plan.getByLabel("起始年份").fill("2026");
  await plan.getByLabel("结束年份").fill("2028");
  await plan.getByLabel("更正理由").fill("年度调整");
  await plan.getByLabel("原因").selectOption("policy");
  await plan.getByRole("button", { name: "保存" }).click();
  await page.getByRole("button", { name: "确认导入 2 个项目" }).click();
  await expect(page.getByText("已导入 2 个项目。")).toBeVisible();
  const asked = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.importId, id)),
  );
  expect(asked).toMatchObject([
    { reasonCode: "funding", sentence: "资金缩减", documentNumber: "城财〔2026〕7号" },
    { reasonCode: "policy", sentence: "年度调整", documentNumber: null },
  ]);
});

test("a large batch shows how far it is, also to somebody who left and comes back", async ({
  page,
  signIn,
}) => {
  test.slow();
  await signIn("reviewer");
  const lines = Array.from(
    { length: 4_000 },
    (_, at) => `${at + 1},第${at + 1}片撂荒地复垦,2026,${at + 1}`,
  );
  const text = ["序号,项目名称,建设年限,总投资（万元）", ...lines].join("\n");
  await page.goto("/imports");
  await hydrated(page);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "复垦.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await page.getByRole("button", { name: "读取" }).first().click();
  const publish = page.getByRole("button", { name: "确认导入 4000 个项目" });
  await expect(publish).toBeVisible();
  // A fast machine would be done before anybody could look: it waits for another writer first.
  const letGo = await holdWriteLock();
  await publish.click();
  await expect(page.getByRole("progressbar", { name: "导入“复垦.csv”" })).toBeVisible();
  await expect(page.getByText("可以离开本页")).toBeVisible();
  letGo();
  // Another page answers while the batch is being written.
  await page.goto("/projects");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goto("/imports");
  await page.getByRole("link", { name: "复垦.csv" }).click();
  await expect(page.getByText("已导入 4000 个项目。")).toBeVisible({ timeout: 90_000 });
});

test("without scripts a refused file leads back to the page, which says why", async ({
  browser,
  server,
}) => {
  const { token } = await sessionOf("reviewer");
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-CN" });
  await context.addCookies([
    { name: "sid", value: token, url: server.url, httpOnly: true, sameSite: "Lax" },
  ]);
  const page = await context.newPage();
  await page.goto(`${server.url}/imports`);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "a.xlsx", mimeType: "x", buffer: Buffer.from("not a workbook") });
  await page.getByRole("button", { name: "读取" }).first().click();
  await expect(page.getByRole("alert")).toContainText("扩展名是 .xlsx");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("导入");
  await context.close();
});

/** Holds the ledger's write lock, as another program would, until the answer is called. */
async function holdWriteLock(): Promise<() => void> {
  return new Promise((begun) => {
    void transact(() => new Promise<void>((letGo) => begun(letGo)));
  });
}
