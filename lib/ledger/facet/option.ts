import type { ParameterName } from "../filter/filters";

/** One thing to filter by, and how many projects that would find under all other filters. */
export type FacetOption = {
  /** The parameter it sets, and to what. */
  name: ParameterName;
  value: string;
  /** Where the value is no closed list: what a reader calls it. */
  label: string | null;
  count: number;
};
