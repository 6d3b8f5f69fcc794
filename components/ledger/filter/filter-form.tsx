"use client";

import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";
import { LEDGER_FORM } from "./form-id";

type FilterFormProps = {
  /** What the fields say while nothing is chosen: not worth a word in the address. */
  defaults: Record<string, string>;
  /** The page that the filters belong to. */
  action: "/projects" | "/rollups" | "/audit/compare";
  label: string;
  className: string;
  children: ReactNode;
};

/** The one GET form of the ledger's filters. With JavaScript, empty and untouched fields stay out of the address. */
export function FilterForm({ defaults, action, label, className, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const tidy = ({ formData }: FormDataEvent) => {
      for (const name of new Set(formData.keys())) {
        const values = formData.getAll(name).filter((value) => value !== "");
        formData.delete(name);
        if (values.join() !== defaults[name]) {
          for (const value of values) formData.append(name, value);
        }
      }
    };
    const element = form.current;
    element?.addEventListener("formdata", tidy);
    return () => element?.removeEventListener("formdata", tidy);
  }, [defaults]);
  return (
    <Form
      prefetch={false}
      id={LEDGER_FORM}
      ref={form}
      action={action}
      role="search"
      aria-label={label}
      className={className}
    >
      {children}
    </Form>
  );
}
