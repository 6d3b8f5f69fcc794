import { pinyin } from "pinyin-pro";
import type { OrganizationKind } from "@/db/vocabulary";
import type { PartSums } from "./role-sums";

/** 县林业局 → `xlyj`: the initials by which a picker finds a unit; Latin letters and digits stay. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" })
    .join("")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A unit of the dictionary as the list shows it. */
export type ListedOrganization = {
  id: number;
  name: string;
  kind: OrganizationKind;
  /** Null for bodies from outside the counties. */
  region: { code: string; name: string } | null;
  /** Further names of the same body, confirmed or merged; the numbers hold for all of them together. */
  otherNames: string[];
  sums: PartSums;
};
