import { notFound } from "next/navigation";
import { requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { NotFoundError } from "@/lib/errors";
import { attachment } from "@/lib/export/file-name";
import { takeFile } from "@/lib/import/commands";
import { wholeNumber } from "../../../projects/[projectId]/view";

/** The original document, exactly as it was uploaded. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/imports/[importId]/file">,
): Promise<Response> {
  const viewer = await requireViewer("import.manage");
  const id = wholeNumber((await params).importId);
  if (id === null) notFound();
  try {
    const { fileName, content } = await write((tx) => takeFile(tx, viewer, id));
    return new Response(new Uint8Array(content), {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": attachment(fileName),
        "content-security-policy": "sandbox; default-src 'none'",
      },
    });
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
