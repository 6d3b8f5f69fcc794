import { requireViewer } from "@/app/session";
import { read } from "@/db/client";
import { chainHead } from "@/lib/audit/chain-head";
import { formatInstant } from "@/lib/dates";
import { translator } from "@/lib/language/translator";

/** Where the chain stands now, in a sentence: what a printed page carries. */
export async function GET(): Promise<Response> {
  const viewer = await requireViewer("account.use");
  const t = translator(viewer.locale);
  const sentence = await read(async (tx) =>
    t("proof.printed", { ...(await chainHead(tx)), at: formatInstant(tx.now), name: viewer.name }),
  );
  return new Response(sentence, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
