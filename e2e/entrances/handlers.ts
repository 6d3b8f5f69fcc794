/** Every route handler, with what guards it: the third kind of entrance beside those of `entrances.ts`. */
import type { PermissionName } from "@/lib/auth/permissions";

export type Handler = {
  file: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** `bearer`: never looks at the cookie; `cookie`: the session; `open`: public by purpose. */
  by: "bearer" | "cookie" | "open";
  url: string;
  permission: PermissionName | null;
  /** What those who may get where it is not 200: a ledger that began today has no day to compare with. */
  status?: number;
};

export const HANDLERS: Handler[] = [
  {
    file: "(workspace)/indicators/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/indicators/export?format=csv",
    permission: "indicator.read",
  },
  {
    file: "(workspace)/rollups/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/rollups/export?by=lead&format=csv",
    permission: "rollup.read",
  },
  {
    file: "(workspace)/audit/history/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/history/export?format=csv",
    permission: "history.read",
  },
  {
    file: "(workspace)/audit/compare/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/compare/export?format=csv",
    permission: "rollup.read",
    status: 422,
  },
  {
    file: "(workspace)/projects/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/export?format=csv",
    permission: "project.export",
  },
  {
    file: "(workspace)/projects/bulk/workbook/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/bulk/workbook",
    permission: "project.update_details",
  },
  {
    file: "(workspace)/updates/workbook/file/route.ts",
    method: "GET",
    by: "cookie",
    url: "/updates/workbook/file?month=2026-10",
    permission: "return.draft",
  },
  {
    file: "(workspace)/projects/facets/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/facets?facet=sector",
    permission: "project.read",
  },
  {
    file: "(workspace)/projects/panels/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/panels?panel=region",
    permission: "project.read",
  },
  {
    file: "(workspace)/organizations/[organizationId]/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/organizations/3/export",
    permission: "organization.read",
  },
  {
    file: "(workspace)/imports/[importId]/file/route.ts",
    method: "GET",
    by: "cookie",
    url: "/imports/1/file",
    permission: "import.manage",
  },
  {
    file: "(workspace)/projects/[projectId]/dossier/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/14/dossier",
    permission: "audit.use",
  },
  {
    file: "(workspace)/organizations/[organizationId]/dossier/route.ts",
    method: "GET",
    by: "cookie",
    url: "/organizations/3/dossier",
    permission: "audit.use",
  },
  {
    file: "(workspace)/settings/backup/file/route.ts",
    method: "GET",
    by: "cookie",
    url: "/settings/backup/file",
    permission: "backup.run",
  },
  {
    file: "(workspace)/audit/sample/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/sample/export?seed=1",
    permission: "audit.use",
  },
  {
    file: "(workspace)/audit/findings/[findingId]/file/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/findings/1/file",
    permission: "finding.read",
  },
  {
    file: "(workspace)/audit/proof/state/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/proof/state",
    permission: "history.verify",
  },
  {
    file: "(workspace)/audit/proof/public-key/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/proof/public-key",
    permission: "history.verify",
  },
  {
    file: "(workspace)/audit/proof/checkpoints/[checkpointId]/route.ts",
    method: "GET",
    by: "cookie",
    url: "/audit/proof/checkpoints/1",
    permission: "history.verify",
  },
  {
    file: "(workspace)/chain-head/route.ts",
    method: "GET",
    by: "cookie",
    url: "/chain-head",
    permission: "account.use",
  },
  {
    file: "(workspace)/imports/progress/route.ts",
    method: "GET",
    by: "cookie",
    url: "/imports/progress",
    permission: "import.manage",
  },
  {
    file: "imports/upload/route.ts",
    method: "POST",
    by: "cookie",
    url: "/imports/upload",
    permission: "import.manage",
  },
  {
    file: "changes/upload/route.ts",
    method: "POST",
    by: "cookie",
    url: "/changes/upload",
    permission: "change.ask",
  },
  {
    file: "(workspace)/changes/[changeId]/files/[fileId]/route.ts",
    method: "GET",
    by: "cookie",
    url: "/changes/1/files/1",
    permission: "change.read",
  },
  {
    file: "(workspace)/changes/drift/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/changes/drift/export",
    permission: "rollup.read",
  },
  {
    file: "(workspace)/changes/batches/[batchId]/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/changes/batches/1/export",
    permission: "rollup.read",
  },
  {
    file: "evidence/[evidenceId]/route.ts",
    method: "GET",
    by: "cookie",
    url: "/evidence/1",
    permission: "return.read",
  },
  {
    // Asked for without a page around it: nobody gets the bytes but by the download, which is recorded.
    file: "evidence/[evidenceId]/picture/route.ts",
    method: "GET",
    by: "cookie",
    url: "/evidence/1/picture",
    permission: "return.read",
    status: 404,
  },
  {
    file: "evidence/upload/route.ts",
    method: "POST",
    by: "cookie",
    url: "/evidence/upload",
    permission: "evidence.add",
  },
  api("projects", "GET", "project.read"),
  api("rollups", "GET", "rollup.read"),
  api("projects/[projectId]", "GET", "project.read"),
  api("projects/[projectId]/milestones", "POST", "milestone.enter"),
  api("milestones/[milestoneId]", "PATCH", "milestone.enter"),
  api("organizations", "GET", "project.read"),
  api("sectors", "GET", "project.read"),
  api("regions", "GET", "project.read"),
  api("plans", "GET", "project.read"),
  api("changes", "GET", "change.read"),
  api("returns", "GET", "return.read"),
  api("problems", "GET", "return.read"),
  api("events", "GET", "history.read"),
  api("openapi.json", "GET", null),
  // What is not there: 404 as JSON.
  api("[...path]", "GET", null),
  api("[...path]", "POST", null),
  api("[...path]", "PATCH", null),
  api("[...path]", "PUT", null),
  api("[...path]", "DELETE", null),
];

function api(path: string, method: Handler["method"], permission: PermissionName | null): Handler {
  return {
    file: `api/v1/${path}/route.ts`,
    method,
    by: permission ? "bearer" : "open",
    url: `/api/v1/${path.replace(/\[[^\]]+\]/, "14")}`,
    permission,
  };
}
