import { SHARED_DIMENSIONS, type SharedDimension } from "@/db/vocabulary";

/** By what projects are grouped. In the shared ones a project may stand in several groups. */
export const DIMENSIONS = [
  ...SHARED_DIMENSIONS,
  "sector",
  "type",
  "region",
  "plan",
  "stage",
  "startYear",
  "endYear",
  "activeYear",
  "period",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** 首位牵头 first-named · 平均分摊（仅供统计） equal shares · 全额计入（含重复） everyone in full. */
export const LENSES = ["first", "split", "involvement"] as const;
export type Lens = (typeof LENSES)[number];

/** Stands for “not stated” among the values of a dimension. */
export const UNSTATED = "-";

/** A group as the ledger takes it: `lead:12`, `owner:?企业`, `activeYear:2023`, `sector:-`. */
export type GroupReference = { dimension: Dimension; value: string };

const VALUE_MAX = 110;

export function isGroup(text: string): boolean {
  const { dimension, value } = parseGroup(text);
  return text.startsWith(`${dimension}:`) && value !== "" && value.length <= VALUE_MAX;
}

/** Reads a group; `isGroup()` says whether the text is one. */
export function parseGroup(text: string): GroupReference {
  const at = text.indexOf(":");
  const dimension = DIMENSIONS.find((one) => one === text.slice(0, at)) ?? "lead";
  return { dimension, value: text.slice(at + 1) };
}

export function groupReference({ dimension, value }: GroupReference): string {
  return `${dimension}:${value}`;
}

export function isShared(dimension: Dimension): dimension is SharedDimension {
  return (SHARED_DIMENSIONS as readonly Dimension[]).includes(dimension);
}
