import { pinyin } from "pinyin-pro";

/** 县林业局 → `xlyj`: the initials by which a picker finds a unit; Latin letters and digits stay. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" })
    .join("")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
