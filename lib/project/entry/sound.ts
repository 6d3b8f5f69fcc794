import type { Sector } from "@/db/vocabulary";
import { RuleError } from "@/lib/errors";

/** A primary sector comes before further ones, and none stands twice. Throws RuleError. */
export function assertSectorsSound(input: {
  primarySector: Sector | null;
  furtherSectors: Sector[];
}): void {
  if (input.primarySector && input.furtherSectors.includes(input.primarySector))
    throw new RuleError("sectorTwice", {}, "furtherSectors");
  if (!input.primarySector && input.furtherSectors.length > 0)
    throw new RuleError("primarySectorFirst", {}, "primarySector");
}
