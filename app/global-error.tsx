"use client";

import "./globals.css";
import { Failure } from "./failure";

/** Where the frame itself failed: the same words, in a document of its own. */
export default function GlobalFailure(failure: Parameters<typeof Failure>[0]) {
  return (
    <html lang="zh-CN">
      <body>
        <title>重点项目台账</title>
        <main>
          <Failure {...failure} />
        </main>
      </body>
    </html>
  );
}
