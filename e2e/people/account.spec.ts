import type { Page } from "@playwright/test";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/secret";
import { createUser } from "@/lib/user/commands";
import { expect, lastEvents, test } from "../support/test";

const PASSWORD = "城南旧事 一页一页翻过";
const NEXT = "新的一页 从清晨开始慢慢写";
let made = 0;

/** A person with a password of the own, as the command line adds one. */
async function person(mustChange: boolean): Promise<string> {
  made += 1;
  const username = `person${made}-${process.pid}`;
  const passwordHash = await hashPassword(PASSWORD);
  await write((tx) =>
    createUser(
      tx,
      OPERATOR,
      {
        username,
        name: "刘同志",
        role: "reviewer",
        scope: "region",
        regionCode: "500229",
        unitIds: [],
        locale: "zh-CN",
      },
      { passwordHash, mustChange },
    ),
  );
  return username;
}

async function signInAs(page: Page, username: string, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("用户名").fill(username);
  await page.getByLabel("密码").fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

async function fillPasswords(page: Page, current: string, next: string, repeat = next) {
  await page.getByLabel("当前密码").fill(current);
  await page.getByLabel("新密码", { exact: false }).first().fill(next);
  await page.getByLabel("再输入一次新密码").fill(repeat);
  await page.getByRole("button", { name: "修改密码" }).click();
}

test("a one-time password opens only the account page until it is changed", async ({ page }) => {
  const username = await person(true);
  await signInAs(page, username, PASSWORD);
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("请先设置新密码")).toBeVisible();
  await page.goto("/projects");
  await expect(page).toHaveURL(/\/account$/);
  await fillPasswords(page, PASSWORD, "short");
  await expect(page.getByText("密码至少 12 个字符。")).toBeVisible();
  await expect(page.getByText("密码请重新填写")).toBeVisible();
  await fillPasswords(page, "not the current one", NEXT);
  await expect(page.getByText("当前密码不对。")).toBeVisible();
  await fillPasswords(page, PASSWORD, NEXT, `${NEXT}!`);
  await expect(page.getByText("两次输入的新密码不一致。")).toBeVisible();
  await fillPasswords(page, PASSWORD, NEXT);
  await expect(page.getByText("密码已修改")).toBeVisible();
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "account.password_changed", actorName: "刘同志" });
  expect(event?.payload).not.toContain(NEXT);
  await page.goto("/projects");
  await expect(page).toHaveURL(/\/projects/);
});

test("changing the password ends the other browsers' sessions and gives this one a new token", async ({
  page,
  browser,
  server,
}) => {
  const username = await person(false);
  const elsewhere = await (await browser.newContext({ baseURL: server.url })).newPage();
  await signInAs(elsewhere, username, PASSWORD);
  await expect(elsewhere).toHaveURL(/\/overview/);
  await signInAs(page, username, PASSWORD);
  await expect(page).toHaveURL(/\/overview/);
  await page.goto("/account");
  await expect(page.getByText("目前有 2 处登录")).toBeVisible();
  const [before] = await page.context().cookies();
  await fillPasswords(page, PASSWORD, NEXT);
  await expect(page.getByText("密码已修改")).toBeVisible();
  await expect(page.getByText("目前有 1 处登录")).toBeVisible();
  const after = (await page.context().cookies()).find(({ name }) => name === "sid");
  expect(after?.value).not.toBe(before?.value);
  await elsewhere.goto("/projects");
  await expect(elsewhere).toHaveURL(/\/login/);
  await elsewhere.context().close();
});

test("five wrong passwords lock the account, and the right one is refused with a sentence", async ({
  page,
}) => {
  const username = await person(false);
  await page.goto("/login");
  for (let n = 0; n < 5; n += 1) {
    await page.getByLabel("密码").fill(`wrong password ${n}`);
    await page.getByLabel("用户名").fill(username);
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByText("用户名或密码不对。")).toBeVisible();
    await expect(page.getByLabel("密码")).toHaveValue("");
  }
  await signInAs(page, username, PASSWORD);
  await expect(page.getByText("账号已锁定 15 分钟")).toBeVisible();
  const [event] = await lastEvents(1);
  expect(event?.action).toBe("account.sign_in_locked");
});

test("language and colours are applied at once and kept with the account", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/account");
  await page.getByLabel("语言").selectOption("en");
  await page.getByLabel("配色").selectOption("dark");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { name: "Change password" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const [event] = await lastEvents(1);
  expect(event?.action).toBe("account.preferences_changed");
  await page.context().clearCookies();
  await signIn("leader");
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Change password" })).toBeVisible();
  await page.getByRole("button", { name: "中文" }).first().click();
  await expect(page.getByRole("heading", { name: "修改密码" })).toBeVisible();
  await page.getByLabel("配色").selectOption("system");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme", /.+/);
});

test("signing out everywhere needs two steps, ends every session and is recorded", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/account");
  await page.getByText("全部退出…").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/login$/);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "account.sessions_ended", actorName: "审计员" });
  await page.goto("/account");
  await expect(page).toHaveURL(/\/login/);
});

test("the ready accounts have no password and are told so", async ({ page, signIn }) => {
  await signIn("reviewer");
  await page.goto("/account");
  await expect(page.getByText("没有密码，也不能设置密码")).toBeVisible();
  await expect(page.getByLabel("当前密码")).toHaveCount(0);
});

test("on a phone the menu closes after a step", async ({ page, signIn }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("reviewer");
  await page.goto("/account");
  const menu = page.locator("header details").first();
  await page.getByText("菜单").first().click();
  await expect(menu).toHaveAttribute("open", "");
  await page.getByRole("link", { name: /项目清单/ }).click();
  await expect(page).toHaveURL(/\/projects/);
  await expect(menu).not.toHaveAttribute("open", "");
});
