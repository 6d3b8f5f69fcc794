import { requireViewer } from "@/app/session";
import { translator } from "@/lib/language/translator";

export default async function Page() {
  const viewer = await requireViewer("user.read");
  return <h1 className="text-xl">{translator(viewer.locale)("app.name")}</h1>;
}
