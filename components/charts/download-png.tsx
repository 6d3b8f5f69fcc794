"use client";

import { useState } from "react";

type DownloadPngProps = {
  targetId: string;
  fileName: string;
  words: { download: string; failed: string };
  /** How the button looks; a plain link where nothing is said. */
  className?: string;
};

/**
 * Saves a part of the page as a picture, twice as fine as the screen, and marked where the ledger holds 演示数据. The
 * drawing code is loaded when it is wanted.
 */
export function DownloadPng({ targetId, fileName, words, className }: DownloadPngProps) {
  const [failed, setFailed] = useState(false);
  async function download() {
    const target = document.getElementById(targetId);
    if (!target) return;
    setFailed(false);
    const { sample } = document.documentElement.dataset;
    const mark = document.createElement("strong");
    try {
      const { toPng } = await import("html-to-image");
      const link = document.createElement("a");
      const { backgroundColor } = getComputedStyle(document.body);
      const options = { pixelRatio: 2, skipFonts: true, backgroundColor, filter: withoutButtons };
      if (sample) {
        mark.textContent = sample;
        target.prepend(mark);
      }
      link.href = await toPng(target, options);
      link.download = `${sample ? `${sample}-` : ""}${fileName}.png`;
      link.click();
    } catch {
      setFailed(true);
    } finally {
      mark.remove();
    }
  }
  return (
    <span className="whitespace-nowrap print:hidden" data-not-in-picture>
      {failed && (
        <span role="alert" className="mr-2 text-red text-xs">
          {words.failed}
        </span>
      )}
      <button
        type="button"
        onClick={download}
        className={className ?? "text-accent text-xs hover:underline"}
      >
        {words.download}
      </button>
    </span>
  );
}

function withoutButtons(node: HTMLElement): boolean {
  return node.dataset?.notInPicture === undefined;
}
