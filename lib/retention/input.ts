import { z } from "zod";
import { RETENTION, RETENTION_NAMES, type RetentionName } from "./retention";

const whole = (name: RetentionName) =>
  z.coerce
    .number({ error: "retentionRange" })
    .int({ error: "retentionRange" })
    .min(RETENTION[name].least, { error: "retentionRange" })
    .max(RETENTION[name].most, { error: "retentionRange" });

/** Every period at once, each within its limits. */
export const retentionInput = z.strictObject(
  Object.fromEntries(RETENTION_NAMES.map((name) => [name, whole(name)])) as Record<
    RetentionName,
    ReturnType<typeof whole>
  >,
);
