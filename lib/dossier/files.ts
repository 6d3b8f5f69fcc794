import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  changeAttachments,
  changeRequests,
  evidenceFiles,
  findingLinks,
  findings,
  imports,
  projectDocuments,
} from "@/db/schema";
import { loadContent } from "@/lib/file/content";
import type { DossierFile } from "./dossier";

/** What one ZIP takes of files; what is beyond is listed with its fingerprint. */
const BYTES_MAX = 200 * 1024 * 1024;

type Named = Pick<DossierFile, "fileName" | "sha256" | "of">;

/** The original files behind these projects: documents they were read from, evidence of findings, files of changes. */
export async function filesOf(tx: Tx, projectIds: number[]): Promise<DossierFile[]> {
  const named: Named[] = [
    ...(await documentsOf(tx, projectIds)),
    ...(await returnEvidenceOf(tx, projectIds)),
    ...(await evidenceOf(tx, projectIds)),
    ...(await attachmentsOf(tx, projectIds)),
  ];
  const files: DossierFile[] = [];
  let bytes = 0;
  for (const file of named) {
    if (files.some(({ sha256, of }) => sha256 === file.sha256 && of === file.of)) continue;
    const content = await loadContent(tx, file.sha256);
    bytes += content?.length ?? 0;
    files.push({ ...file, content: bytes > BYTES_MAX ? null : content });
  }
  return files;
}

async function documentsOf(tx: Tx, projectIds: number[]): Promise<Named[]> {
  const rows = await tx
    .selectDistinct({ id: imports.id, fileName: imports.fileName, sha256: imports.sha256 })
    .from(projectDocuments)
    .innerJoin(imports, eq(imports.id, projectDocuments.importId))
    .where(inArray(projectDocuments.projectId, projectIds))
    .orderBy(asc(imports.id));
  return rows.map(({ fileName, sha256 }) => ({ fileName, sha256, of: "document" }));
}

async function returnEvidenceOf(tx: Tx, projectIds: number[]): Promise<Named[]> {
  const rows = await tx
    .select({ fileName: evidenceFiles.fileName, sha256: evidenceFiles.sha256 })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.projectId, projectIds), eq(evidenceFiles.removed, false)))
    .orderBy(asc(evidenceFiles.id));
  return rows.map((row) => ({ ...row, of: "return" }));
}

async function evidenceOf(tx: Tx, projectIds: number[]): Promise<Named[]> {
  const rows = await tx
    .selectDistinct({ id: findings.id, fileName: findings.fileName, sha256: findings.fileSha256 })
    .from(findingLinks)
    .innerJoin(findings, eq(findings.id, findingLinks.findingId))
    .where(and(inArray(findingLinks.projectId, projectIds), isNotNull(findings.fileSha256)))
    .orderBy(asc(findings.id));
  return rows.map(({ fileName, sha256 }) => ({
    fileName: fileName ?? "",
    sha256: sha256 ?? "",
    of: "finding",
  }));
}

async function attachmentsOf(tx: Tx, projectIds: number[]): Promise<Named[]> {
  const rows = await tx
    .select({ fileName: changeAttachments.fileName, sha256: changeAttachments.sha256 })
    .from(changeAttachments)
    .innerJoin(changeRequests, eq(changeRequests.id, changeAttachments.requestId))
    .where(inArray(changeRequests.projectId, projectIds))
    .orderBy(asc(changeAttachments.id));
  return rows.map((row) => ({ ...row, of: "change" }));
}
