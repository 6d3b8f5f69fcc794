import { redirect } from "next/navigation";
import { homeOf, requireViewer } from "./session";

/** Everyone starts on the own page, in the own region. */
export default async function StartPage() {
  const viewer = await requireViewer("account.use");
  const home = homeOf(viewer);
  redirect(
    viewer.regionCode && home !== "/settings" ? `${home}?region=${viewer.regionCode}` : home,
  );
}
