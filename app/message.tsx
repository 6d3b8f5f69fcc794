import { cookies } from "next/headers";
import Link from "next/link";
import { MessagePage } from "@/components/ui/message-page";
import { localeOf, translator } from "@/lib/language/translator";
import { currentViewer } from "./session";

/** What 403 and 404 answer, in the reader's language. */
export async function Message({ kind }: { kind: "forbidden" | "notFound" }) {
  const viewer = await currentViewer();
  const t = translator(viewer?.locale ?? localeOf((await cookies()).get("locale")?.value));
  return (
    <MessagePage title={t(`${kind}.title`)} note={t(`${kind}.note`)}>
      <Link href="/" className="text-accent underline">
        {t(`${kind}.action`)}
      </Link>
    </MessagePage>
  );
}
