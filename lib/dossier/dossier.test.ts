import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { fromBuffer } from "yauzl";
import { read } from "@/db/client";
import { isSignedBy, parseCheckpoint, parsePublicKey } from "@/lib/audit/checkpoint/checkpoint";
import { addCheckpoint } from "@/lib/audit/checkpoint/commands";
import { chainHash } from "@/lib/audit/event";
import { write } from "@/lib/audit/write";
import { readDocument } from "@/lib/document/read/read";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { answerFinding, raiseFinding, rectifyFinding } from "@/lib/finding/commands";
import { newFinding } from "@/lib/finding/input";
import { translator } from "@/lib/language/translator";
import { testLedger } from "@/lib/test-ledger";
import { recordDossier } from "./commands";
import { packDossier, safeName } from "./pack";
import { collectDossier } from "./queries";

const ledger = testLedger();
const PROJECT = { kind: "project", id: 14 } as const;
const t = translator("zh-CN");

test("a project's dossier holds values, history, files, proof and a cover page that can be read", async () => {
  const auditor = await ledger.viewer("auditor");
  const manager = await ledger.viewer("manager");
  const input = {
    title: "凭证不符",
    text: "抽查。",
    unit: "县林业局",
    dueOn: "2026-12-31",
    projects: "14",
  };
  const id = await write((tx) => raiseFinding(tx, auditor, newFinding.parse(input)));
  await write((tx) => answerFinding(tx, manager, { id, version: 1, answer: "属实。" }));
  const pdf = { name: "../凭证.pdf", content: new TextEncoder().encode("%PDF-1.7 …") };
  const done = { id, version: 2, rectification: "已改。", file: "" };
  await write((tx) => rectifyFinding(tx, manager, done, pdf));
  await write((tx) => addCheckpoint(tx));
  const dossier = await read((tx) => collectDossier(tx, auditor, PROJECT));
  const zip = await packDossier(t, dossier);
  const files = await unzipped(zip);
  const names = [...files.keys()];

  expect(names.filter((name) => name.startsWith("4-"))).toHaveLength(1);
  expect(names.every((name) => !name.includes("..") && !name.startsWith("/"))).toBe(true);
  const manifest = files.get("manifest.csv")?.toString("utf8") ?? "";
  for (const [name, content] of files) {
    if (name === "manifest.csv" || name.endsWith(".docx")) continue;
    expect(manifest).toContain(`${name},${createHash("sha256").update(content).digest("hex")}`);
  }
  const lines = (files.get("3-events.jsonl")?.toString("utf8") ?? "").trim().split("\n");
  expect(lines.length).toBeGreaterThanOrEqual(3);
  for (const line of lines) {
    const { previousHash, payload, hash } = JSON.parse(line);
    expect(chainHash(previousHash, payload)).toBe(hash);
  }
  const proof = names.filter((name) => name.startsWith("5-"));
  const pem = files.get(proof.find((name) => name.endsWith(".pem")) ?? "")?.toString() ?? "";
  const json = files.get(proof.find((name) => name.endsWith(".json")) ?? "")?.toString() ?? "";
  const key = parsePublicKey(pem);
  const checkpoint = parseCheckpoint(json);
  if (!key || !checkpoint) throw new Error("no proof");
  expect(isSignedBy(checkpoint, key)).toBe(true);
  expect(checkpoint.head).toBe(dossier.head.hash);

  const cover = files.get("0-封面.docx");
  if (!cover) throw new Error("no cover page");
  const page = await readDocument({ name: "封面.docx", bytes: new Uint8Array(cover) });
  const words = JSON.stringify(page);
  for (const expected of [dossier.name, "县林业局", "凭证不符", dossier.head.hash])
    expect(words).toContain(expected);
});

test("a unit's dossier spans its projects, and only those who audit take one, where they may look", async () => {
  const auditor = await ledger.viewer("auditor");
  const about = { kind: "unit", id: 3 } as const;
  const dossier = await read((tx) => collectDossier(tx, auditor, about));
  expect(dossier.projects.length).toBeGreaterThan(1);
  const files = await unzipped(await packDossier(translator("en"), dossier));
  expect(files.has("0-Cover page.docx")).toBe(true);
  const reviewer = await ledger.viewer("reviewer");
  await expect(read((tx) => collectDossier(tx, reviewer, about))).rejects.toThrow(ForbiddenError);
  const elsewhere = { ...auditor, scope: "region", regionCode: "500114" } as const;
  await expect(read((tx) => collectDossier(tx, elsewhere, PROJECT))).rejects.toThrow(NotFoundError);
  await write((tx) => recordDossier(tx, auditor, dossier, new Uint8Array(3)));
});

test("file names cannot leave their folder", () => {
  expect(safeName("../../a/b.pdf")).not.toMatch(/[/\\]|^\./);
});

function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error || !archive) return reject(error);
      archive.on("end", () => resolve(files));
      archive.on("entry", (entry) =>
        archive.openReadStream(entry, (fault, stream) => {
          if (fault || !stream) return reject(fault);
          const chunks: Buffer[] = [];
          stream.on("data", (chunk: Buffer) => chunks.push(chunk));
          stream.on("end", () => {
            files.set(entry.fileName, Buffer.concat(chunks));
            archive.readEntry();
          });
        }),
      );
      archive.readEntry();
    });
  });
}
