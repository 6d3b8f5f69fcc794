"use client";

import { useState } from "react";
import { PRIMARY_BUTTON } from "./button";

type CopyButtonProps = {
  /** The id of the text field whose text is copied. */
  from: string;
  label: string;
  done: string;
  failed: string;
};

/** Copies a text field. Browsers give the clipboard to https only: elsewhere the text is selected and copied the old way. */
export function CopyButton({ from, label, done, failed }: CopyButtonProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const field = document.getElementById(from);
    if (!(field instanceof HTMLTextAreaElement)) return;
    field.select();
    const copied = await copyText(field.value);
    setSaid(copied ? done : failed);
  };
  return (
    <span className="inline-flex items-center gap-2 print:hidden">
      <button type="button" onClick={copy} className={PRIMARY_BUTTON}>
        {label}
      </button>
      <span role="status" className="text-ink-2 text-sm">
        {said}
      </span>
    </span>
  );
}

async function copyText(text: string): Promise<boolean> {
  if (!navigator.clipboard) return document.execCommand("copy");
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => document.execCommand("copy"),
  );
}
