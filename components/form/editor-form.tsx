"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef } from "react";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type EditorFormProps = {
  action: FormAction;
  /** The page without this editor: where a success, or Escape in an untouched form, leads. */
  closeHref: string;
  /** The element that gets the focus once the editor has closed. */
  returnTo?: string;
  signInLabel: string;
  className?: string;
  children: ReactNode;
};

/** A form that an address opens in the page, and that closes itself when it was saved. */
export function EditorForm({ closeHref, returnTo, children, ...form }: EditorFormProps) {
  const router = useRouter();
  const typed = useRef(false);
  const closing = useRef(false);
  const close = useCallback(() => {
    closing.current = true;
    router.replace(closeHref as Route, { scroll: false });
  }, [router, closeHref]);
  // The element may stand in the place of the form: it is there once the form is not.
  useEffect(() => {
    if (!returnTo) return;
    return () => {
      if (closing.current) document.getElementById(returnTo)?.focus({ preventScroll: true });
    };
  }, [returnTo]);
  const closeUntouched = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !typed.current) close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the form from any of its fields.
    <div onKeyDown={closeUntouched} onInput={() => (typed.current = true)}>
      <ActionForm {...form} onDone={close}>
        {children}
      </ActionForm>
    </div>
  );
}
