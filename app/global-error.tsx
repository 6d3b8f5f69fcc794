"use client";

import { useEffect, useState } from "react";
import { SAMPLE_HEADER, SAMPLE_MARK } from "@/lib/sample/mark";
import "./globals.css";
import { Failure } from "./failure";

/** Where the frame itself failed: the same words, in a document of its own, and 演示数据 where the ledger holds it. */
export default function GlobalFailure(failure: Parameters<typeof Failure>[0]) {
  const sample = useSampleMark();
  return (
    <html lang="zh-CN">
      <body>
        <title>{sample ? `${SAMPLE_MARK} · 重点项目台账` : "重点项目台账"}</title>
        {sample && <p className="border-amber border-b-2 px-3 py-1 text-center">{SAMPLE_MARK}</p>}
        <main>
          <Failure {...failure} />
        </main>
      </body>
    </html>
  );
}

/** The frame that knew is gone; every answer of the API says it, its description without a token. */
function useSampleMark(): boolean {
  const [sample, mark] = useState(false);
  useEffect(() => {
    fetch("/api/v1/openapi.json", { method: "HEAD" }).then(
      (answer) => mark(answer.headers.get(SAMPLE_HEADER) === "true"),
      () => undefined,
    );
  }, []);
  return sample;
}
