"use client";

import { RefusedPage } from "@/components/shell/refused-page";

export default function NotFound() {
  return (
    <main>
      <RefusedPage kind="notFound" />
    </main>
  );
}
