import type { z } from "zod";
import type { PermissionName } from "@/lib/auth/permissions";
import { changeQuestion } from "@/lib/change-request/filters";
import { ledgerQuestionInput } from "@/lib/ledger/filter/filters";
import { returnQuestion } from "@/lib/monthly-return/review/listed";
import { dictionaryFilterInput } from "@/lib/organization/dictionary";
import { problemQuestion } from "@/lib/problem/filters";
import { rollupInput } from "@/lib/rollup/input";
import { eventQuery, milestoneChangeBody, newMilestoneBody } from "./input";
import { changeList } from "./schemas/change";
import {
  eventList,
  milestone,
  organizationList,
  planList,
  projectDetail,
  regionList,
  sectorList,
} from "./schemas/dictionary";
import { problemList, returnList } from "./schemas/return";
import { rollup } from "./schemas/rollup";
import { projectList } from "./schemas/schemas";

export type Endpoint = {
  method: "get" | "post" | "patch";
  /** Below /api/v1. */
  path: `/${string}`;
  summary: string;
  /** Whose role lacks it gets 403 before anything is read. */
  permission: PermissionName;
  query?: z.ZodType;
  /** Also answers what was known at the end of a day of the past: `asOf=2026-03-31`. */
  asOf?: true;
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
    asOf: true,
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
    asOf: true,
    status: 200,
    answer: rollup,
  },
  getProject: {
    method: "get",
    path: "/projects/{projectId}",
    summary: "One project in full, with its sources and milestones",
    permission: "project.read",
    asOf: true,
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
    asOf: true,
    status: 200,
    answer: organizationList,
  },
  listSectors: {
    method: "get",
    path: "/sectors",
    summary: "The twelve sectors, with names, counts and sums",
    permission: "project.read",
    asOf: true,
    status: 200,
    answer: sectorList,
  },
  listRegions: {
    method: "get",
    path: "/regions",
    summary: "Counties and districts, with counts and sums",
    permission: "project.read",
    asOf: true,
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
  listChanges: {
    method: "get",
    path: "/changes",
    summary: "Change requests that the person may see, newest first",
    permission: "change.read",
    query: changeQuestion,
    status: 200,
    answer: changeList,
  },
  listReturns: {
    method: "get",
    path: "/returns",
    summary: "Monthly returns that were handed in, the newest month first",
    permission: "return.read",
    query: returnQuestion,
    status: 200,
    answer: returnList,
  },
  listProblems: {
    method: "get",
    path: "/problems",
    summary: "Problems that the person may read, open and overdue ones first",
    permission: "return.read",
    query: problemQuestion,
    status: 200,
    answer: problemList,
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
