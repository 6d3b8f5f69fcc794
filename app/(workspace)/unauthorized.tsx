"use client";

import Forbidden from "./forbidden";

/** Nothing here answers 401. Without this file Next sends a page of its own for it along with every page. */
export default function Unauthorized() {
  return <Forbidden />;
}
