import { beforeAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { events, fileContents } from "@/db/schema";
import { EVIDENCE_KINDS } from "@/db/vocabulary";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { fingerprint } from "@/lib/file/content";
import { kindOf } from "@/lib/file/kind";
import { submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { listOwed } from "@/lib/monthly-return/owed";
import { approveReturn } from "@/lib/monthly-return/review/commands";
import { closeProblem, raiseProblem, reopenProblem } from "@/lib/problem/commands";
import { testLedger } from "@/lib/test-ledger";
import { addEvidence, removeEvidence, takeEvidence } from "./commands";
import { cleanName, EVIDENCE_LIMITS, sizeText } from "./evidence";
import { getPicture, listEvidence } from "./queries";

const ledger = testLedger();
const MONTH = "2026-10";
const PDF = Buffer.from("%PDF-1.7\n% a test\n%%EOF");
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
let manager: Viewer;
let reviewer: Viewer;
let leader: Viewer;
let projectId: number;
let foreignId: number;

const on = (day: string) => setClock(() => new Date(`${day}T02:00:00.000Z`));
const add = (actor: Viewer, fileName: string, content: Uint8Array, month = MONTH) =>
  write((tx) => addEvidence(tx, actor, { place: { projectId, month }, fileName, content }));
const list = (viewer: Viewer) =>
  read((tx) => listEvidence(tx, viewer, { projectId, month: MONTH }));

beforeAll(async () => {
  manager = await ledger.viewer("manager");
  reviewer = await ledger.viewer("reviewer");
  leader = await ledger.viewer("leader");
  on("2026-10-27");
  const calendar = { regionCode: "500229", startsMonth: MONTH, ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
  const { owed } = await read((tx) => listOwed(tx, manager));
  projectId = owed[0]?.projectId ?? 0;
  const all = await read((tx) => tx.query.projects.findMany());
  const own = new Set(owed.map((row) => row.projectId));
  foreignId = all.find(({ id, name }) => !own.has(id) && name === "灵芝精深加工")?.id ?? 0;
});

test("the bytes decide what a file is, and its ending must say the same", () => {
  expect(kindOf("扫描.pdf", PDF, EVIDENCE_KINDS)).toBe("pdf");
  expect(kindOf("IMG_1.JPG", JPEG, EVIDENCE_KINDS)).toBe("jpeg");
  expect(kindOf("IMG_1.png", JPEG, EVIDENCE_KINDS)).toBeNull();
  expect(kindOf("x.pdf", Buffer.from("<html>%PDF-"), EVIDENCE_KINDS)).toBeNull();
  expect(kindOf("x.svg", Buffer.from("<svg/>"), EVIDENCE_KINDS)).toBeNull();
  expect(kindOf("x.pdf.exe", PDF, EVIDENCE_KINDS)).toBeNull();
  expect(kindOf("pdf", PDF, EVIDENCE_KINDS)).toBeNull();
});

test("a name is data: no folders, no control characters, its ending kept", () => {
  expect(cleanName("..\\..\\C:/etc/现场\u0000\n照.jpg")).toBe("现场照.jpg");
  const long = cleanName(`${"长".repeat(500)}.pdf`);
  expect(long).toHaveLength(EVIDENCE_LIMITS.fileName);
  expect(long.endsWith(".pdf")).toBe(true);
  expect([sizeText(10), sizeText(1_468_006)]).toEqual(["1 KB", "1.4 MB"]);
});

test("a photo comes before the return is written; the same one twice is one; refusals keep nothing", async () => {
  const id = await add(manager, "现场.jpg", JPEG);
  expect(await add(manager, "现场.jpg", JPEG)).toBe(id);
  const huge = Buffer.alloc(EVIDENCE_LIMITS.fileBytes + 1, PDF);
  await expect(add(manager, "x.exe", PDF)).rejects.toMatchObject({ key: "evidenceKind" });
  await expect(add(manager, "x.pdf", huge)).rejects.toMatchObject({ key: "evidenceSize" });
  await expect(add(manager, "x.pdf", PDF, "2026-12")).rejects.toMatchObject({
    key: "monthNotOpen",
  });
  const { files } = await list(manager);
  expect(files).toMatchObject([{ id, kind: "jpeg", bytes: 7, sha256: fingerprint(JPEG) }]);
  expect(await read((tx) => tx.select().from(fileContents))).toHaveLength(1);
});

test("only those who may read the return get its bytes, and each download is recorded", async () => {
  const { files } = await list(manager);
  const id = files[0]?.id ?? 0;
  for (const viewer of [manager, reviewer, leader])
    expect((await write((tx) => takeEvidence(tx, viewer, id))).content).toEqual(JPEG);
  const place = { projectId: foreignId, month: MONTH };
  const foreign = await write((tx) =>
    addEvidence(tx, reviewer, { place, fileName: "核查.pdf", content: PDF }),
  );
  await expect(write((tx) => takeEvidence(tx, manager, foreign))).rejects.toThrow(ForbiddenError);
  await expect(write((tx) => takeEvidence(tx, manager, 999))).rejects.toThrow(NotFoundError);
  await expect(
    write((tx) => addEvidence(tx, leader, { place, fileName: "核查.pdf", content: PDF })),
  ).rejects.toThrow(ForbiddenError);
  const elsewhere: Viewer = { ...reviewer, regionCode: "500231" };
  await expect(write((tx) => takeEvidence(tx, elsewhere, id))).rejects.toThrow(NotFoundError);
});

test("a photo is drawn for those who may read it, unless it is torn or unfolds into a huge one; a scan never", async () => {
  const head = "89504e470d0a1a0a0000000d49484452";
  const small = Buffer.from(`${head}0000000200000003`, "hex");
  const huge = Buffer.from(`${head}0000fde80000fde8`, "hex");
  const before = await read((tx) => tx.$count(events));
  const draw = (viewer: Viewer, id: number) => read((tx) => getPicture(tx, viewer, id));
  const { files } = await list(manager);
  await expect(draw(manager, files[0]?.id ?? 0)).rejects.toThrow(NotFoundError);
  const ids: number[] = [];
  for (const [name, content] of [
    ["a.png", small],
    ["b.png", huge],
    ["c.pdf", PDF],
  ] as const)
    ids.push(await add(manager, name, content));
  const [photo = 0, bomb = 0, scan = 0] = ids;
  expect(await draw(leader, photo)).toEqual({ kind: "png", content: small });
  for (const id of [bomb, scan]) await expect(draw(manager, id)).rejects.toThrow(NotFoundError);
  const stranger: Viewer = { ...manager, unitIds: [] };
  await expect(draw(stranger, photo)).rejects.toThrow(ForbiddenError);
  for (const id of ids) await write((tx) => removeEvidence(tx, manager, { id, version: 1 }));
  await expect(draw(manager, photo)).rejects.toThrow(NotFoundError);
  // Adding and taking off leave events; looking leaves none.
  expect((await read((tx) => tx.$count(events))) - before).toBe(6);
});

test("the unit takes a file off until it has handed in, nobody after the lock", async () => {
  const second = await add(manager, "批复.pdf", PDF);
  await write((tx) => removeEvidence(tx, manager, { id: second, version: 1 }));
  await expect(write((tx) => takeEvidence(tx, manager, second))).rejects.toThrow(NotFoundError);
  const again = await add(manager, "批复.pdf", PDF);
  const entry = returnEntry.parse({
    projectId,
    month: MONTH,
    version: "0",
    requestKey: "request-evidence",
    stage: "planned",
    progressText: "前期手续办理中",
    selfLight: "green",
  });
  const { id, version } = await write((tx) => submitReturn(tx, manager, entry));
  expect(await list(manager)).toMatchObject({ mayAdd: true, mayRemove: false });
  const step = { id: again, version: 1 };
  await expect(write((tx) => removeEvidence(tx, manager, step))).rejects.toMatchObject({
    key: "evidenceStays",
  });
  await write((tx) => approveReturn(tx, reviewer, { id, version }));
  on("2026-11-20");
  expect(await list(reviewer)).toMatchObject({ mayAdd: false, mayRemove: false });
  await expect(add(manager, "x.jpg", Buffer.from([0xff, 0xd8, 0xff, 9]))).rejects.toMatchObject({
    key: "returnLocked",
  });
});

test("a problem is closed with a file, and then the file stays", async () => {
  const problemId = await write((tx) =>
    raiseProblem(tx, manager, {
      projectId,
      returnId: null,
      text: "用地指标未落实",
      level: "county",
      organizationId: null,
      person: null,
      dueOn: null,
      steps: null,
    }),
  );
  const closing = { id: problemId, version: 1, closingNote: "已批复" };
  await expect(write((tx) => closeProblem(tx, manager, closing))).rejects.toMatchObject({
    key: "problemEvidence",
  });
  const upload = { place: { problemId }, fileName: "批复.pdf", content: PDF };
  const id = await write((tx) => addEvidence(tx, manager, upload));
  await write((tx) => closeProblem(tx, manager, closing));
  const step = { id, version: 1 };
  await expect(write((tx) => removeEvidence(tx, reviewer, step))).rejects.toMatchObject({
    key: "evidenceStays",
  });
  await expect(write((tx) => addEvidence(tx, manager, upload))).rejects.toMatchObject({
    key: "problemClosed",
  });
  await write((tx) => reopenProblem(tx, manager, { id: problemId, version: 2, reason: "又停" }));
  await write((tx) => removeEvidence(tx, manager, step));
  expect((await read((tx) => verifyHistory(tx))).broken).toBeNull();
});
