import { expect, lastEvents, test } from "../support/test";

test("the sign-in page carries the notice and lets an evaluation enter as each role", async ({
  page,
}) => {
  await page.goto("/login");
  await expect(page.getByText("本系统为非涉密系统，严禁录入涉密信息")).toBeVisible();
  await page.getByRole("button", { name: /以审核员身份进入/ }).click();
  await expect(page).toHaveURL(/\/overview\?region=500229$/);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "account.signed_in", actorName: "城口县 审核员" });
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await expect(page).toHaveURL(/\/login$/);
});

test("the icon that browsers ask for by themselves is there", async ({ request, server }) => {
  const answer = await request.get(`${server.url}/favicon.ico`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("image/svg+xml");
});

test("a stranger is sent to the sign-in page and comes back to where he wanted to go", async ({
  page,
}) => {
  await page.goto("/projects?region=500114");
  await expect(page).toHaveURL(/\/login\?next=/);
  await page.getByRole("button", { name: /以领导身份进入/ }).click();
  await expect(page).toHaveURL(/\/projects\?region=500114$/);
});

test("a wrong password says so, keeps the name and records no name", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("用户名").fill("reviewer");
  await page.getByLabel("密码").fill("not the password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByText("用户名或密码不对。")).toBeVisible();
  await expect(page.getByLabel("用户名")).toHaveValue("reviewer");
  const [event] = await lastEvents(1);
  expect(event?.action).toBe("account.sign_in_failed");
  expect(event?.payload).not.toContain('"reviewer"');
});
