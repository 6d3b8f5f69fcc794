import { z } from "zod";
import { ask, requireViewer } from "@/app/session";
import { fieldsOfPanel, PANEL_KEYS } from "@/components/ledger/filter/filter-panels";
import { translator } from "@/lib/language/translator";
import { loadFilterChoices } from "@/lib/ledger/filter/choices";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";
import { listRegions } from "@/lib/region/queries";

const asked = z.object({ panel: z.enum(PANEL_KEYS) });

/** The controls of one panel under the filters of the address, asked for when it opens. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await requireViewer("project.read");
  const query = queryOf(new URL(request.url).searchParams);
  const parsed = asked.safeParse(query);
  if (!parsed.success) return Response.json({ fields: [] }, { status: 400 });
  const choices = await ask(async (tx) =>
    loadFilterChoices(tx, viewer, { regions: await listRegions(tx, viewer), plans: true }),
  );
  const t = translator(viewer.locale);
  const filters = parseFilterUrl(query);
  return Response.json({ fields: fieldsOfPanel(parsed.data.panel, { t, filters, choices }) });
}
