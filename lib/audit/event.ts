import { createHmac, hash } from "node:crypto";
import type { EventAction } from "@/db/event-actions";
import type { LedgerTableName } from "@/db/ledger-tables";
import type { ActorKind } from "@/db/vocabulary";

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };
export type JsonFields = Record<string, JsonValue>;

/** What an event did to one row: only the fields that changed; `before` is null for a new row. */
export type RowDelta = {
  table: LedgerTableName;
  id: number;
  version: number;
  before: JsonFields | null;
  after: JsonFields;
};

/** What is hashed, in this order of keys. */
export type EventPayload = {
  format: 1;
  seq: number;
  recordedAt: string;
  action: EventAction;
  /** `token` names the bearer token that a program acted with; absent when a person did it on a page. */
  actor: { kind: ActorKind; id: number | null; name: string; token?: string };
  regionCode: string | null;
  projectId: number | null;
  reason: string | null;
  details: JsonFields;
  rows: RowDelta[];
};

/** What the chain of an empty ledger begins with. */
export const GENESIS_HASH = "0".repeat(64);

/** SHA-256 over the previous hash and the exact bytes of the payload, in hex. */
export function chainHash(previousHash: string, payload: string): string {
  return hash("sha256", previousHash + payload);
}

/** HMAC-SHA-256 over the hash, in hex. */
export function seal(hash: string, key: Buffer): string {
  return createHmac("sha256", key).update(hash).digest("hex");
}

/** What an event is found by: each field it changed, `projects.start`, and each table it added rows to, `milestones`. */
export function fieldsOf(rows: RowDelta[]): string[] {
  const fields = rows.flatMap(({ table, before, after }) =>
    before === null ? [table] : Object.keys(after).map((field) => `${table}.${field}`),
  );
  return [...new Set(fields)];
}
