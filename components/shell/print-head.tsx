"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";

/**
 * What a printed page carries: where the chain of events stood. The server's sentence belongs to the page that was
 * loaded; after a move to another page the newest one is asked for as printing begins, which waits for nobody.
 */
export function PrintHead({ sentence }: { sentence: string }) {
  const place = `${usePathname()}?${useSearchParams()}`;
  const first = useRef(place);
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const bringUpToDate = () => {
      if (place === first.current || !line.current) return;
      const request = new XMLHttpRequest();
      request.open("GET", "/chain-head", false);
      try {
        request.send();
      } catch {
        return;
      }
      if (request.status === 200) line.current.textContent = request.responseText;
    };
    addEventListener("beforeprint", bringUpToDate);
    return () => removeEventListener("beforeprint", bringUpToDate);
  }, [place]);
  return (
    <p ref={line} className="print-head hidden break-all pt-3 text-ink-3 text-xs print:block">
      {sentence}
    </p>
  );
}
