import type { z } from "zod";
import type { PermissionName } from "@/lib/auth/permissions";
import { ledgerQuestionInput } from "@/lib/ledger/filters";
import { dictionaryFilterInput } from "@/lib/organization/dictionary";
import { rollupInput } from "@/lib/rollup/input";
import { eventQuery, milestoneChangeBody, newMilestoneBody } from "./input";
import { projectList } from "./schemas";
import {
  eventList,
  milestone,
  organizationList,
  planList,
  projectDetail,
  regionList,
  sectorList,
} from "./schemas-dictionary";
import { rollup } from "./schemas-rollup";

export type Endpoint = {
  method: "get" | "post" | "patch";
  /** Below /api/v1. */
  path: `/${string}`;
  summary: string;
  /** Whose role lacks it gets 403 before anything is read. */
  permission: PermissionName;
  query?: z.ZodType;
  body?: z.ZodType;
  status: 200 | 201;
  answer: z.ZodType;
};

/** Every operation of the API. Handlers and OpenAPI are made from this list. */
export const ENDPOINTS = {
  listProjects: {
    method: "get",
    path: "/projects",
    summary: "The ledger: filtered, sorted, with count, totals and coverage of all that was found",
    permission: "project.read",
    query: ledgerQuestionInput,
    status: 200,
    answer: projectList,
  },
  getRollup: {
    method: "get",
    path: "/rollups",
    summary:
      "Projects and investment by one or two dimensions, joint leads first-named, in equal shares or in full",
    permission: "rollup.read",
    query: rollupInput,
    status: 200,
    answer: rollup,
  },
  getProject: {
    method: "get",
    path: "/projects/{projectId}",
    summary: "One project in full, with its sources and milestones",
    permission: "project.read",
    status: 200,
    answer: projectDetail,
  },
  addMilestone: {
    method: "post",
    path: "/projects/{projectId}/milestones",
    summary: "Adds a milestone behind the others; the planned date stays visible for good",
    permission: "milestone.enter",
    body: newMilestoneBody,
    status: 201,
    answer: milestone,
  },
  changeMilestone: {
    method: "patch",
    path: "/milestones/{milestoneId}",
    summary:
      "Makes one change: name, forecast and note; completion; a new plan; cancelling; reopening",
    permission: "milestone.enter",
    body: milestoneChangeBody,
    status: 200,
    answer: milestone,
  },
  listOrganizations: {
    method: "get",
    path: "/organizations",
    summary: "The dictionary of units, with counts of projects by role",
    permission: "project.read",
    query: dictionaryFilterInput,
    status: 200,
    answer: organizationList,
  },
  listSectors: {
    method: "get",
    path: "/sectors",
    summary: "The twelve sectors, with names, counts and sums",
    permission: "project.read",
    status: 200,
    answer: sectorList,
  },
  listRegions: {
    method: "get",
    path: "/regions",
    summary: "Counties and districts, with counts and sums",
    permission: "project.read",
    status: 200,
    answer: regionList,
  },
  listPlans: {
    method: "get",
    path: "/plans",
    summary: "The plans, with what their annexes add up to as published",
    permission: "project.read",
    status: 200,
    answer: planList,
  },
  listEvents: {
    method: "get",
    path: "/events",
    summary: "The history that the person may read, newest first",
    permission: "history.read",
    query: eventQuery,
    status: 200,
    answer: eventList,
  },
} as const satisfies Record<string, Endpoint>;
