"use client";

import { RefusedPage } from "@/components/shell/refused-page";

/** Inside the frame, which has the `main`. */
export default function Forbidden() {
  return <RefusedPage kind="forbidden" />;
}
