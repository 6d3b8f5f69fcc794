/** One half of a character that has two: a name that was cut, or what a program sent on purpose. */
const HALF = /\p{Surrogate}/gu;

/**
 * The same with each half of a character replaced, as the database does when it keeps a text. What is hashed must be
 * what is kept: otherwise an honest entry looks like tampering, and a name cannot be sent again.
 */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === "string") return value.replace(HALF, "\ufffd") as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [wellFormed(key), wellFormed(one)]);
  return Object.fromEntries(entries) as Value;
}
