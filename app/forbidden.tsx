"use client";

import { RefusedPage } from "@/components/shell/refused-page";

export default function Forbidden() {
  return (
    <main>
      <RefusedPage kind="forbidden" />
    </main>
  );
}
