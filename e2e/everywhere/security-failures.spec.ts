import Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { read, transact } from "@/db/client";
import { sessions } from "@/db/schema";
import { expect, lastEvents, test } from "../support/test";

test("a session that ends while someone types keeps what was typed through the new sign-in", async ({
  page,
  signIn,
  context,
}) => {
  const viewer = await signIn("administrator");
  await page.goto("/settings/users/new");
  await page.getByLabel("姓名").fill("孙主任");
  await page.getByLabel("用户名").fill("sun");
  await page.getByLabel("角色").selectOption("leader");
  await page.getByLabel("查看范围").selectOption("all");
  await transact((tx) => tx.delete(sessions).where(eq(sessions.userId, viewer.id)));
  await page.getByRole("button", { name: "添加并生成" }).click();
  await expect(page.getByText("登录已过期，填写的内容都还在本页。")).toBeVisible();
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "登录" }).click();
  const second = await opened;
  await second.getByRole("button", { name: /以系统管理员身份进入/ }).click();
  await second.waitForURL(/\/settings/);
  await second.close();
  await expect(page.getByLabel("姓名")).toHaveValue("孙主任");
  await expect(page.getByLabel("角色")).toHaveValue("leader");
  await page.getByRole("button", { name: "添加并生成" }).click();
  await expect(page.getByText("已添加 sun。")).toBeVisible();
});

test("an idle session and a session of twelve hours are over on the next request", async ({
  page,
  signIn,
}) => {
  const ends = [
    { lastSeenAt: new Date(Date.now() - 31 * 60_000).toISOString() },
    { createdAt: new Date(Date.now() - 12.1 * 3_600_000).toISOString() },
  ];
  for (const end of ends) {
    const viewer = await signIn("leader");
    await page.goto("/account");
    await expect(page).toHaveURL(/\/account/);
    await transact((tx) => tx.update(sessions).set(end).where(eq(sessions.userId, viewer.id)));
    await page.goto("/account");
    await expect(page).toHaveURL(/\/login\?next=%2Faccount$/);
  }
});

test("using the ledger keeps the session alive", async ({ page, signIn }) => {
  const viewer = await signIn("leader");
  const before = new Date(Date.now() - 20 * 60_000).toISOString();
  await transact((tx) =>
    tx.update(sessions).set({ lastSeenAt: before }).where(eq(sessions.userId, viewer.id)),
  );
  await page.goto("/account");
  await expect
    .poll(() => oldestUse(viewer.id), { message: "noted after the answer was sent" })
    .not.toBe(before);
});

test("while another program holds the database, saving says so, keeps what was typed, and reading goes on", async ({
  page,
  signIn,
  server,
}) => {
  await signIn("administrator");
  await page.goto("/settings/users/new");
  await page.getByLabel("姓名").fill("周主任");
  await page.getByLabel("用户名").fill("zhou");
  await page.getByLabel("角色").selectOption("leader");
  await page.getByLabel("查看范围").selectOption("all");
  const other = new Database(`${server.dataDir}/ledger.db`);
  other.exec("BEGIN IMMEDIATE");
  await page.getByRole("button", { name: "添加并生成" }).click();
  const reading = await page.request.get("/settings");
  expect(reading.status()).toBe(200);
  await expect(
    page.getByText("台账正在写入别的内容（如一批导入），这次没有改动任何内容。"),
  ).toBeVisible({
    timeout: 8_000,
  });
  await expect(page.getByLabel("姓名")).toHaveValue("周主任");
  other.exec("ROLLBACK");
  other.close();
  await page.getByRole("button", { name: "添加并生成" }).click();
  await expect(page.getByText("已添加 zhou。")).toBeVisible();
  expect((await lastEvents(1))[0]?.action).toBe("user.created");
});

test("a bug shows a page that says what to do, not an empty ledger", async ({
  page,
  signIn,
  complaints,
}) => {
  await signIn("administrator");
  await transact(async (tx) => void tx.run(sql`ALTER TABLE api_tokens RENAME TO api_tokens_away`));
  const answer = await page.goto("/settings");
  expect(answer?.status()).toBe(500);
  await expect(page.getByRole("heading", { name: "出错了" })).toBeVisible();
  await expect(page.getByText("数据没有改动")).toBeVisible();
  await expect(page.getByText(/api_tokens|SQLITE|no such table/)).toHaveCount(0);
  await transact(async (tx) => void tx.run(sql`ALTER TABLE api_tokens_away RENAME TO api_tokens`));
  await page.getByRole("button", { name: "再试一次" }).click();
  await expect(page.getByRole("heading", { name: "系统设置" })).toBeVisible();
  complaints.length = 0;
});

async function oldestUse(userId: number): Promise<string | undefined> {
  const rows = await read((tx) =>
    tx
      .select({ at: sessions.lastSeenAt })
      .from(sessions)
      .where(eq(sessions.userId, userId))
      .orderBy(sessions.lastSeenAt),
  );
  return rows[0]?.at;
}
