import { z } from "zod";
import type { Tx } from "@/db/client";
import type { Endpoint } from "@/lib/api/endpoints";
import { type Failure, failureOf, RequestError } from "@/lib/api/failure";
import { readAsOf } from "@/lib/as-of/snapshots";
import { AS_OF } from "@/lib/as-of/url";
import { viewerOn } from "@/lib/as-of/viewer";
import { recordDenial } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { environment } from "@/lib/environment";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { localeOf, type Translator, translator } from "@/lib/language/translator";
import { queryOf } from "@/lib/ledger/filter/filter-url";
import { holdsSample, SAMPLE_HEADER } from "@/lib/sample/mark";
import { authenticate } from "@/lib/token/commands";
import { bearerToken } from "@/lib/token/token";

const BODY_MAX_BYTES = 64 * 1024;
const NO_PARAMETERS = z.strictObject({});

type Asked<Query> = {
  viewer: Viewer;
  t: Translator;
  query: Query;
  /** The id in the path; 0 where the path has none. */
  id: number;
  /** The day of the past that is asked about; null for the present. */
  asOf: string | null;
  /** What was sent as JSON, unchecked. */
  body: unknown;
};
/** Next hands no parameters to a path without any. */
type Parameters = Record<string, string | string[] | undefined> | undefined;
type Context = { params: Promise<Parameters> };

/**
 * What every handler of the API does: token → role → path, query and body → answer. Only a bearer token counts, never
 * the cookie, so no request can be forged from another site. Expected failures are answered as JSON; bugs are thrown.
 */
export function handle<Query>(
  endpoint: Endpoint & { query?: z.ZodType<Query> },
  answer: (asked: Asked<Query>) => Promise<unknown>,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    let t = translator(localeOf(undefined));
    let body: unknown;
    try {
      const viewer = await whoAsks(request);
      t = translator(viewer.locale);
      await requirePermission(viewer, endpoint);
      const id = idOf(await params);
      const { query, asOf } = readQuery(endpoint, request);
      if (endpoint.body) body = await readBody(request);
      const asked = {
        viewer: asOf ? await viewerOn(viewer, asOf) : viewer,
        t,
        query,
        asOf,
        id,
        body,
      };
      return json(endpoint.status, await answer(asked));
    } catch (error) {
      const failure = failureOf(t, error, body);
      if (!failure) throw error;
      return failed(failure);
    }
  };
}

/** One consistent snapshot for an answer, of today or of a day of the past; what is not permitted is recorded. */
export async function ask<T>(
  question: (tx: Tx) => Promise<T>,
  asOf: string | null = null,
): Promise<T> {
  try {
    return await readAsOf(asOf, question);
  } catch (error) {
    if (error instanceof ForbiddenError) await recordDenial(error);
    throw error;
  }
}

export function json(status: number, body: unknown): Response {
  const headers = { "cache-control": "private, no-store" };
  return Response.json(body, {
    status,
    headers: holdsSample() ? { ...headers, [SAMPLE_HEADER]: "true" } : headers,
  });
}

export function failed({ status, body }: Failure): Response {
  const response = json(status, body);
  if (status === 401) response.headers.set("www-authenticate", "Bearer");
  if (status === 503) response.headers.set("retry-after", "5");
  return response;
}

async function whoAsks(request: Request): Promise<Viewer> {
  const token = bearerToken(request.headers.get("authorization"));
  const viewer = token && (await authenticate(token, environment()));
  if (!viewer) throw new RequestError("unauthorized");
  return viewer;
}

async function requirePermission(viewer: Viewer, { permission }: Endpoint): Promise<void> {
  if (canEver(viewer, permission)) return;
  const denial = new ForbiddenError(viewer, permission);
  await recordDenial(denial);
  throw denial;
}

function idOf(params: Parameters): number {
  const [text] = Object.values(params ?? {}).flat();
  if (text === undefined) return 0;
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new NotFoundError();
  return Number(text);
}

function readQuery<Query>(
  { query, asOf }: { query?: z.ZodType<Query>; asOf?: true },
  request: Request,
): { query: Query; asOf: string | null } {
  const search = new URL(request.url).searchParams;
  const day = asOf ? search.get(AS_OF) : null;
  if (asOf) search.delete(AS_OF);
  return { query: (query ?? NO_PARAMETERS).parse(queryOf(search)) as Query, asOf: day };
}

async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json *(;|$)/i.test(type)) throw new RequestError("unsupported_media_type");
  if (Number(request.headers.get("content-length")) > BODY_MAX_BYTES)
    throw new RequestError("too_large");
  const bytes = await readAtMost(request.body, BODY_MAX_BYTES);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new RequestError("not_json");
  }
}

async function readAtMost(body: Request["body"], max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > max) throw new RequestError("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
