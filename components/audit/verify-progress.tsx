"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type VerifyProgressProps = {
  total: number;
  done: number;
  words: { label: string; reload: string };
};

const PAUSE_MS = 700;

/** How far the verification has come; when it ends, the page shows its result. Without scripts: a link to look again. */
export function VerifyProgress({ words, ...start }: VerifyProgressProps) {
  const router = useRouter();
  const [{ total, done }, setProgress] = useState(start);
  useEffect(() => {
    const timer = setInterval(async () => {
      const answer = await fetch("/audit/proof/state").catch(() => null);
      if (!answer?.ok) return;
      const now = (await answer.json()) as { running: boolean; total: number; done: number };
      if (now.running) setProgress(now);
      else router.refresh();
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div role="status" className="flex flex-wrap items-center gap-3">
      <progress
        aria-label={words.label}
        value={done}
        max={Math.max(total, 1)}
        className="h-2 w-60"
      />
      <span>
        {done} / {total}
      </span>
      <noscript>
        <a href="/audit/proof" className="text-accent underline">
          {words.reload}
        </a>
      </noscript>
    </div>
  );
}
