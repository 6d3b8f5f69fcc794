import { createHash } from "node:crypto";
import { asc, desc, lte, sql } from "drizzle-orm";
import { beijingDay, endOfDay, type Tx } from "@/db/client";
import { events } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import { rawReader } from "@/db/sql/raw-rows";
import { isDay } from "@/lib/dates";
import { RuleError } from "@/lib/errors";

/** What was known at the end of a day: up to which event, and a name that no other state of any ledger has. */
export type KnownThen = { day: string; seq: number; name: string };

/**
 * The state of the ledger at the end of a day in Beijing; null for today, which is the present. Throws RuleError on the
 * field `asOf`: `asOfInvalid`, `asOfFuture`, or `asOfTooEarly` for a day before the first event.
 */
export async function knownOn(tx: Tx, day: string): Promise<KnownThen | null> {
  if (!isDay(day)) throw new RuleError("asOfInvalid", { day: day.slice(0, 20) }, "asOf");
  if (day === tx.today) return null;
  if (day > tx.today) throw new RuleError("asOfFuture", { day, today: tx.today }, "asOf");
  const last = await lastEventOn(tx, day);
  if (!last)
    throw new RuleError("asOfTooEarly", { day, first: (await firstDay(tx)) ?? tx.today }, "asOf");
  return { day, seq: last.seq, name: await nameOf(tx, last, day) };
}

/** The last event recorded until the end of a day; undefined before the first. */
async function lastEventOn(
  tx: Tx,
  day: string,
): Promise<{ seq: number; hash: string } | undefined> {
  const query = prepared(tx, "last event until", () =>
    tx
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .where(lte(events.recordedAt, sql.placeholder("until")))
      .orderBy(desc(events.recordedAt), desc(events.seq))
      .limit(1)
      .prepare(),
  );
  return query.get({ until: endOfDay(day) });
}

/** The day in Beijing of the first event; null in an empty ledger. */
export async function firstDay(tx: Tx): Promise<string | null> {
  const query = prepared(tx, "first event", () =>
    tx.select({ at: events.recordedAt }).from(events).orderBy(asc(events.seq)).limit(1).prepare(),
  );
  const first = query.get();
  return first ? beijingDay(new Date(first.at)) : null;
}

/** Another history, another shape of the tables or another year of plans makes another file. */
async function nameOf(
  tx: Tx,
  { seq, hash }: { seq: number; hash: string },
  day: string,
): Promise<string> {
  const shape = rawReader(tx, "SELECT name, sha256 FROM migrations ORDER BY name")();
  const mark = createHash("sha256").update(hash).update(JSON.stringify(shape)).digest("hex");
  return `${seq}-${day.slice(0, 4)}-${mark.slice(0, 16)}`;
}
