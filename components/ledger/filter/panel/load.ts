import type { PanelKey } from "../filter-panels";
import type { Field } from "./fields";

export type FacetAnswer = { name: string; value: string; label: string | null; count: number };

/** The counts of a facet under the filters that the address has. Throws when they do not come. */
export async function loadFacet(
  facet: string,
  typed: string,
  signal: AbortSignal,
): Promise<FacetAnswer[]> {
  const query = new URLSearchParams(window.location.search);
  query.set("facet", facet);
  query.set("typed", typed);
  return (await load<{ options: FacetAnswer[] }>(`/projects/facets?${query}`, signal)).options;
}

/** The controls of a panel under these filters. Throws when they do not come. */
export async function loadFields(
  panel: PanelKey,
  filters: string,
  signal: AbortSignal,
): Promise<Field[]> {
  const query = new URLSearchParams(filters);
  query.set("panel", panel);
  return (await load<{ fields: Field[] }>(`/projects/panels?${query}`, signal)).fields;
}

async function load<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as Answer;
}
