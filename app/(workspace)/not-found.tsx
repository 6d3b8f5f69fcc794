"use client";

import { RefusedPage } from "@/components/shell/refused-page";

/** Inside the frame, which has the `main`. */
export default function NotFound() {
  return <RefusedPage kind="notFound" />;
}
