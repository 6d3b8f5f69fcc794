import { z } from "zod";
import { requiredMonth } from "@/lib/calendar/input";
import { idInput, versionInput } from "@/lib/form";
import type { EvidencePlace } from "./evidence";

/** Where an upload goes, as its form says: project and month, or a problem. */
export const evidencePlace = z.union([
  z.strictObject({ projectId: idInput, month: requiredMonth }),
  z.strictObject({ problemId: idInput }),
]) satisfies z.ZodType<EvidencePlace>;

export const evidenceRemoval = z.strictObject({ id: idInput, version: versionInput });
export type EvidenceRemoval = z.infer<typeof evidenceRemoval>;
