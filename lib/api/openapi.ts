import { z } from "zod";
import { SAMPLE_HEADER } from "@/lib/sample/mark";
import { ENDPOINTS, type Endpoint } from "./endpoints";
import { milestoneChangeBody, newMilestoneBody } from "./input";
import { AS_OF_NOTE, PARAMETER_NOTES, ROLLUP_NOTES } from "./parameter-notes";
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
import { problem, projectItem, projectList } from "./schemas/schemas";

type JsonSchema = z.core.JSONSchema.JSONSchema;

const ANSWERS = {
  Project: projectItem,
  ProjectList: projectList,
  ProjectDetail: projectDetail,
  Milestone: milestone,
  OrganizationList: organizationList,
  SectorList: sectorList,
  RegionList: regionList,
  PlanList: planList,
  EventList: eventList,
  ChangeList: changeList,
  Rollup: rollup,
  ReturnList: returnList,
  ProblemList: problemList,
  Problem: problem,
};
const BODIES = { NewMilestone: newMilestoneBody, MilestoneChange: milestoneChangeBody };

const FAULTS = {
  400: "A parameter or field is unknown or not in the right form; it is named.",
  401: "No token, or one that does not count.",
  403: "Not for this person's role, or not on this row. The attempt is recorded.",
  404: "Not there, or not there for this person.",
} as const;
const WRITE_FAULTS = {
  409: "Somebody else saved in between: both values are in the answer.",
  413: "The body is larger than 64 kB.",
  415: "The body is not application/json.",
  422: "A rule of the office would be broken; the sentence says which.",
} as const;

/** The API's description, OpenAPI 3.1, generated from the schemas that it parses and answers with. */
export function openApiDocument() {
  return {
    openapi: "3.1.0",
    info: {
      title: "重点项目台账 · Key Project Ledger",
      version: "1",
      description:
        "Each request carries a personal token and sees what its person sees. Amounts are integers in 分, with the same amount in 万元 as a decimal string; null is unknown, not zero.",
    },
    servers: [{ url: "/api/v1" }],
    security: [{ token: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "Made by the administrator: npm run -s ledger -- token create --user NAME",
        },
      },
      headers: {
        [SAMPLE_HEADER]: {
          description:
            "Present and true where the ledger holds 演示数据 (made-up returns, money and problems): nothing of the answer is real progress.",
          schema: { type: "string", enum: ["true"] },
        },
      },
      schemas: { ...componentsOf(ANSWERS, "output"), ...componentsOf(BODIES, "input") },
    },
  };
}

function paths(): Record<string, Record<string, unknown>> {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const [operationId, endpoint] of Object.entries<Endpoint>(ENDPOINTS)) {
    byPath[endpoint.path] = {
      ...byPath[endpoint.path],
      [endpoint.method]: operation(operationId, endpoint),
    };
  }
  return byPath;
}

function operation(operationId: string, endpoint: Endpoint) {
  const faults = { ...FAULTS, ...(endpoint.body ? WRITE_FAULTS : {}) };
  return {
    operationId,
    summary: endpoint.summary,
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint)],
    ...(endpoint.body && {
      requestBody: { required: true, content: json(nameOf(BODIES, endpoint.body)) },
    }),
    responses: {
      [endpoint.status]: {
        description: endpoint.summary,
        headers: SAMPLE,
        content: json(nameOf(ANSWERS, endpoint.answer)),
      },
      ...Object.fromEntries(
        Object.entries(faults).map(([status, description]) => [
          status,
          { description, headers: SAMPLE, content: json("Problem") },
        ]),
      ),
    },
  };
}

const SAMPLE = { [SAMPLE_HEADER]: { $ref: `#/components/headers/${SAMPLE_HEADER}` } };

function pathParameters({ path }: Endpoint) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "integer", minimum: 1 },
  }));
}

function queryParameters({ path, query, asOf }: Endpoint) {
  if (!query) return asOf ? [AS_OF_PARAMETER] : [];
  const notes: Record<string, string> =
    path === "/rollups" ? { ...PARAMETER_NOTES, ...ROLLUP_NOTES } : PARAMETER_NOTES;
  const { properties = {} } = z.toJSONSchema(query, { io: "input" });
  const own = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    ...(notes[name] && { description: notes[name] }),
    schema: severalOrOne(schema as JsonSchema),
  }));
  return asOf ? [...own, AS_OF_PARAMETER] : own;
}

const AS_OF_PARAMETER = {
  name: "asOf",
  in: "query",
  required: false,
  description: AS_OF_NOTE,
  schema: { type: "string", format: "date" },
};

/** One value or several of them: a repeated parameter. */
function severalOrOne(schema: JsonSchema): JsonSchema {
  const several = schema.anyOf?.find((option) => (option as JsonSchema).type === "array");
  return (several as JsonSchema | undefined) ?? schema;
}

function json(component: string) {
  return { "application/json": { schema: { $ref: reference(component) } } };
}

function reference(component: string): string {
  return `#/components/schemas/${component}`;
}

function nameOf(components: Record<string, z.ZodType>, schema: z.ZodType): string {
  const found = Object.entries(components).find(([, component]) => component === schema);
  if (!found) throw new Error("A schema of an endpoint has no name among the components.");
  return found[0];
}

function componentsOf(schemas: Record<string, z.ZodType>, io: "input" | "output") {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: reference, io });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [
      name,
      schema,
    ]),
  );
}
