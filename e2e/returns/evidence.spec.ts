import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { read } from "@/db/client";
import { filesAt } from "@/lib/evidence/queries";
import { violations } from "../support/accessible";
import { goLive, owedProjects, PICTURE, sampleReturn } from "../support/sample-return";
import { send } from "../support/server";
import { expect, hydrated, lastEvents, type RoleName, sessionOf, testAlone } from "../support/test";

const test = testAlone();
const photo = { name: "现场照片.png", mimeType: "image/png", buffer: PICTURE };

test("a photo is added on the phone while the form keeps what was typed, and the reviewer downloads it", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn("manager");
  const month = await goLive();
  const [project] = await owedProjects();
  if (!project) throw new Error("nothing owed");
  await page.goto(`/updates?project=${project.id}&month=${month}`);
  await hydrated(page);
  await page.getByLabel("形象进度", { exact: true }).fill("主体工程完成");
  const files = page.getByRole("region", { name: "附件" });
  await files
    .getByLabel("拍照或选择文件")
    .setInputFiles({ ...photo, name: "病毒.png", buffer: Buffer.from("MZ") });
  await expect(files.getByText("只接受 JPG、PNG 照片和 PDF")).toBeVisible();
  // The same one twice is one; the scan beside it has no picture.
  const scan = { name: "批复.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  await files.getByLabel("拍照或选择文件").setInputFiles([photo, photo, scan]);
  await expect(files.getByRole("link", { name: "批复.pdf" })).toBeVisible();
  await expect(files.getByRole("link", { name: "现场照片.png" })).toBeVisible();
  await expectDrawn(files);
  await expect(page.getByLabel("形象进度", { exact: true })).toHaveValue("主体工程完成");
  const [stored] = await read((tx) => filesAt(tx, { projectId: project.id, month }));
  expect(stored).toMatchObject({ kind: "png", fileName: "现场照片.png", bytes: PICTURE.length });
  const added = (await lastEvents(5)).filter(({ action }) => action === "return.evidence_added");
  expect(added).toHaveLength(2);
  expect(added[1]?.payload).toContain(stored?.sha256);

  const id = await sampleReturn(project.id);
  await signIn("reviewer");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/returns/${id}`);
  await expectDrawn(page.getByRole("region", { name: "附件" }));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "现场照片.png" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("现场照片.png");
  expect(readFileSync(await download.path())).toEqual(PICTURE);
  expect((await lastEvents(1))[0]).toMatchObject({ action: "evidence.downloaded" });
  expect(await violations(page)).toEqual([]);

  // On paper: the sheet alone, with room for three signatures and the seal.
  await page.getByRole("link", { name: "打印签报单" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `重点项目月报签报单（${month}）`,
  );
  await page.emulateMedia({ media: "print" });
  for (const row of ["填报人", "审核人", "单位负责人", "填报单位（盖章）"])
    await expect(page.getByRole("rowheader", { name: row })).toBeVisible();
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
});

/** The browser has drawn the photo. */
async function expectDrawn(files: Locator): Promise<void> {
  const drawn = () =>
    files
      .locator("img")
      .first()
      .evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(drawn).toBe(1);
}

test("large photos are fetched one by one when asked for, not with the page", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  const month = await goLive();
  const project = (await owedProjects()).at(-1);
  if (!project) throw new Error("nothing owed");
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/picture")) fetched.push(request.url());
  });
  await page.goto(`/updates?project=${project.id}&month=${month}`);
  await hydrated(page);
  const files = page.getByRole("region", { name: "附件" });
  // A PNG may have anything behind its end.
  const large = [1, 2, 3].map((at) => ({
    ...photo,
    name: `工地${at}.png`,
    buffer: Buffer.concat([PICTURE, Buffer.alloc(600_000, at)]),
  }));
  await files.getByLabel("拍照或选择文件").setInputFiles([photo, ...large]);
  await expect(files.getByRole("link", { name: "工地3.png" })).toBeVisible();
  fetched.length = 0;
  await page.reload();
  await expectDrawn(files);
  expect(await violations(page)).toEqual([]);
  expect(new Set(fetched).size).toBe(1);
  await files.getByText("看照片 工地2.png").click();
  await expect.poll(() => new Set(fetched).size).toBe(2);
  await expect(files.getByText("看照片 工地2.png")).toBeHidden();
});

test("a photo is drawn into our own pages alone: as a picture, without scripts, for those who may read it", async ({
  server,
}) => {
  const [stored] = await read((tx) => tx.query.evidenceFiles.findMany());
  const url = `${server.url}/evidence/${stored?.id}/picture`;
  const asked = async (role: RoleName, site: string, dest: string) => {
    const { token } = await sessionOf(role);
    const headers = { cookie: `sid=${token}`, "sec-fetch-site": site, "sec-fetch-dest": dest };
    return send(url, { headers });
  };
  const before = await lastEvents(1);
  const answer = await asked("reviewer", "same-origin", "image");
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("image/png");
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["content-security-policy"]).toContain("sandbox");
  expect(answer.headers["cache-control"]).toBe("private, no-store");
  expect(await lastEvents(1)).toEqual(before);
  for (const [site, dest] of [
    ["none", "document"],
    ["same-origin", "document"],
    ["same-origin", "empty"],
    ["cross-site", "image"],
  ] as const)
    expect((await asked("reviewer", site, dest)).status, `${site} ${dest}`).toBe(404);
  expect((await asked("administrator", "same-origin", "image")).status).toBe(403);
});

test("a file is served as one to keep, without type and without scripts, to nobody else", async ({
  server,
}) => {
  const [stored] = await read((tx) => tx.query.evidenceFiles.findMany());
  const url = `${server.url}/evidence/${stored?.id}`;
  const own = await sessionOf("manager");
  const answer = await send(url, { headers: { cookie: `sid=${own.token}` } });
  expect(answer.status).toBe(200);
  expect(answer.headers["content-type"]).toBe("application/octet-stream");
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; /);
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["content-security-policy"]).toContain("sandbox");
  const administrator = await sessionOf("administrator");
  const refused = await send(url, { headers: { cookie: `sid=${administrator.token}` } });
  expect(refused.status).toBe(403);
});

test("25 MB are refused with a sentence before they are read, and nothing is kept", async ({
  server,
}) => {
  const { token } = await sessionOf("manager");
  const month = await goLive();
  const boundary = "----evidence";
  const part = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = `${part("projectId", "14")}${part("month", month)}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x.png"\r\ncontent-type: image/png\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(head),
    PICTURE,
    Buffer.alloc(25 * 1024 * 1024),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const answer = await send(`${server.url}/evidence/upload`, {
    method: "POST",
    body,
    headers: {
      cookie: `sid=${token}`,
      accept: "application/json",
      "sec-fetch-site": "same-origin",
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": String(body.length),
    },
  });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain("文件超过 20 MB");
  expect(await read((tx) => filesAt(tx, { projectId: 14, month }))).toEqual([]);
});
