import { expect, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test("the administrator adds a manager with a one-time password that is shown once and never recorded", async ({
  page,
  signIn,
  browser,
  server,
}) => {
  await signIn("administrator");
  await page.goto("/settings");
  await page.getByRole("link", { name: "添加用户" }).click();
  await expect(page.getByRole("heading", { name: "添加用户" })).toBeVisible();
  await page.getByLabel("姓名").fill("赵填报");
  await page.getByLabel("用户名").fill("ZhaoTB");
  await page.getByLabel("区县").selectOption("500229");
  await page.getByLabel("单位（填报员").fill("县林业局\n县水母局");
  await page.getByRole("button", { name: "添加并生成" }).click();
  await expect(page.getByText("没有名为“县水母局”的单位")).toBeVisible();
  await expect(page.getByLabel("姓名")).toHaveValue("赵填报");
  await expect(page.getByLabel("区县")).toHaveValue("500229");
  await page.getByLabel("单位（填报员").fill("县林业局\n县农业农村委");
  await page.getByRole("button", { name: "添加并生成" }).click();
  const message = page.getByText("已添加 zhaotb。一次性密码：");
  await expect(message).toBeVisible();
  const password =
    /([2-9a-z]{5}-){3}[2-9a-z]{5}/.exec((await message.textContent()) ?? "")?.[0] ?? "";
  const events = await lastEvents(5);
  expect(events[0]).toMatchObject({ action: "user.created", actorName: "系统管理员" });
  for (const event of events) expect(event.payload).not.toContain(password);
  await page.reload();
  await expect(page.getByText(password)).toHaveCount(0);

  const other = await (
    await browser.newContext({ baseURL: server.url, locale: "zh-CN" })
  ).newPage();
  await other.goto("/login");
  await other.getByLabel("用户名").fill("zhaotb");
  await other.getByLabel("密码").fill(password);
  await other.getByRole("button", { name: "登录", exact: true }).click();
  await expect(other).toHaveURL(/\/account$/);
  await expect(other.getByText("县林业局、县农业农村委")).toBeVisible();

  await page.goto("/settings?q=zhao");
  await page.getByRole("link", { name: "赵填报" }).click();
  await page.getByText("停用账号…").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("历史记录保留不变")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("账号已停用。")).toBeVisible();
  expect((await lastEvents(1))[0]).toMatchObject({ action: "user.disabled" });
  await other.goto("/account");
  await expect(other).toHaveURL(/\/login/);
  await other.context().close();
});

test("resetting a password, changing rights and signing a user out are each recorded", async ({
  page,
  signIn,
}) => {
  await signIn("administrator");
  await page.goto("/settings/users/new");
  await page.getByLabel("姓名").fill("钱审计");
  await page.getByLabel("用户名").fill("qian");
  await page.getByLabel("角色").selectOption("auditor");
  await page.getByLabel("查看范围").selectOption("all");
  await page.getByRole("button", { name: "添加并生成" }).click();
  await expect(page.getByText("已添加 qian。")).toBeVisible();
  await page.goto("/settings?q=qian");
  await page.getByRole("link", { name: "钱审计" }).click();
  await page.getByText("重置密码…").click();
  await page.getByRole("button", { name: "确认重置密码" }).click();
  await expect(page.getByText(/一次性密码：([2-9a-z]{5}-){3}/)).toBeVisible();
  expect((await lastEvents(1))[0]?.action).toBe("account.password_reset");
  await page.getByText("强制退出…").click();
  await page.getByRole("button", { name: "确认强制退出" }).click();
  await expect(page.getByText("该用户的登录已全部退出。")).toBeVisible();
  expect((await lastEvents(1))[0]?.action).toBe("account.sessions_ended");
  await page.getByLabel("角色").selectOption("reviewer");
  await page.getByRole("button", { name: "保存权限" }).click();
  await expect(page.getByText("填报员和审核员只能属于一个区县。")).toBeVisible();
  await page.getByLabel("查看范围").selectOption("region");
  await page.getByLabel("区县").selectOption("500114");
  await page.getByRole("button", { name: "保存权限" }).click();
  await expect(page.getByText("权限已修改")).toBeVisible();
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "user.rights_changed" });
  expect(event?.payload).toContain('"role":"reviewer"');
});

test("the administrator sees numbers of projects only, and cannot touch the own account", async ({
  page,
  signIn,
}) => {
  const viewer = await signIn("administrator");
  await page.goto("/settings");
  await expect(page.getByText("系统管理员只看数量，不看项目内容。")).toBeVisible();
  await expect(page.getByText("48", { exact: true })).toBeVisible();
  await page.goto(`/settings/users/${viewer.id}`);
  await expect(page.getByText("不能在这里停用或修改自己的角色")).toBeVisible();
  await expect(page.getByText("停用账号…")).toHaveCount(0);
  const answer = await page.goto("/projects");
  expect(answer?.status()).toBe(403);
});
