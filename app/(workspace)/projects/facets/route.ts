import { z } from "zod";
import { ask, requireViewer } from "@/app/session";
import { FACETS, listFacet } from "@/lib/ledger/facet/facets";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";

const asked = z.object({ facet: z.enum(FACETS), typed: z.string().max(50).default("") });

/** The counts of one facet under all other filters of the address, asked for when its panel opens. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("project.read");
  const query = queryOf(new URL(request.url).searchParams);
  const parsed = asked.safeParse(query);
  if (!parsed.success) return Response.json({ options: [] }, { status: 400 });
  const { facet, typed } = parsed.data;
  const options = await ask((tx) => listFacet(tx, viewer, parseFilterUrl(query), facet, typed));
  return Response.json({ options });
}
