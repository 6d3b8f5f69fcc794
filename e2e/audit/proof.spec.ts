import { readFileSync } from "node:fs";
import { read } from "@/db/client";
import { events } from "@/db/schema";
import { parseCheckpoint } from "@/lib/audit/checkpoint/checkpoint";
import { expect, hydrated, lastEvents, testApart as test } from "../support/test";

test("an auditor verifies the chain, keeps a checkpoint, and has it checked", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/audit/proof");
  await hydrated(page);
  await page.getByRole("button", { name: "立即校验" }).click();
  await expect(page.getByText(/条事件，全部相符/)).toBeVisible({ timeout: 30_000 });

  await page.getByRole("button", { name: "现在存证" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("link", { name: /^下载 第/ })
      .first()
      .click(),
  ]);
  const path = await download.path();
  const checkpoint = parseCheckpoint(readFileSync(path, "utf8"));
  expect(checkpoint).not.toBeNull();
  const held = await read((tx) => tx.select().from(events));
  expect(held.find(({ seq }) => seq === checkpoint?.seq)?.hash).toBe(checkpoint?.head);

  await page.getByLabel("存证文件").setInputFiles(path);
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await expect(page.getByText(/^一致：第/)).toBeVisible();
  const text = readFileSync(path, "utf8").replace(`"seq": ${checkpoint?.seq}`, '"seq": 1');
  const forged = { name: "forged.json", mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("存证文件").setInputFiles(forged);
  await page.getByRole("button", { name: "核对", exact: true }).click();
  await expect(page.getByText(/与签名不符，文件被改过/)).toBeVisible();
  const actions = (await lastEvents(10)).map(({ action }) => action);
  expect(actions.filter((action) => action === "checkpoint.checked")).toHaveLength(2);
});

test("a printed page carries the chain's head, also after moving on", async ({ page, signIn }) => {
  await signIn("auditor");
  await page.goto("/projects");
  await hydrated(page);
  const [newest] = await lastEvents(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^打印：.*事件链第/)).toContainText(newest?.hash ?? "no event");
});
