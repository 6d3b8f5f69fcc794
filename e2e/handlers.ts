/** Every route handler, with what guards it: the third kind of entrance beside those of `entrances.ts`. */
import type { PermissionName } from "@/lib/auth/permissions";

export type Handler = {
  file: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** `bearer`: never looks at the cookie; `cookie`: the session; `open`: public by purpose. */
  by: "bearer" | "cookie" | "open";
  url: string;
  permission: PermissionName | null;
};

export const HANDLERS: Handler[] = [
  {
    file: "(workspace)/rollups/export/route.ts",
    method: "GET",
    by: "cookie",
    url: "/rollups/export?by=lead&format=csv",
    permission: "rollup.read",
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
    file: "(workspace)/projects/facets/route.ts",
    method: "GET",
    by: "cookie",
    url: "/projects/facets?facet=sector",
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
    file: "imports/upload/route.ts",
    method: "POST",
    by: "cookie",
    url: "/imports/upload",
    permission: "import.manage",
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
