import { cache } from "react";
import { ask } from "@/app/session";
import type { Viewer } from "@/lib/auth/actor";
import { listOwed } from "@/lib/monthly-return/owed";

/** What the viewer's units owe, asked once per request: for the figure in the menu and for the page. */
export const owedHere = cache((viewer: Viewer) => ask((tx) => listOwed(tx, viewer)));
