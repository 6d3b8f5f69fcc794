"use client";

import { type ReactNode, useId } from "react";
import { useForm } from "@/components/form/action-form";
import type { BulkWords } from "./bulk-changes";

/** What a project says for itself of why it is changed, as typed; empty where the file's reason stands. */
export type TypedWhy = {
  reasonCode: string;
  reason: string;
  documentNumber: string;
  documentOn: string;
};
type WhyField = keyof TypedWhy;

const NOTHING: TypedWhy = { reasonCode: "", reason: "", documentNumber: "", documentOn: "" };
const INPUT =
  "w-full rounded-card border border-line-3 bg-surface px-1.5 py-1 text-ink aria-[invalid=true]:border-red max-sm:min-h-11";

export function isSaid(why: TypedWhy | undefined): why is TypedWhy {
  return why !== undefined && Object.values(why).some((text) => text !== "");
}

type OwnWhyProps = {
  words: BulkWords;
  projectId: number;
  why: TypedWhy | undefined;
  onChange: (why: TypedWhy) => void;
};

/** Another reason for one project, folded away until it is wanted. Faults stand beside their fields. */
export function OwnWhy({ words, projectId, why = NOTHING, onChange }: OwnWhyProps) {
  const faults = useFaults(projectId);
  const type = (field: WhyField) => (text: string) => onChange({ ...why, [field]: text });
  return (
    <details
      open={Object.keys(faults).length > 0 || undefined}
      className="mt-1 font-normal text-sm"
    >
      <summary className="text-accent max-sm:min-h-11 max-sm:content-center">
        {words.ownWhy}
        {isSaid(why) && <span className="text-ink-3"> {words.ownWhySaid}</span>}
      </summary>
      <div className="mt-1 grid w-56 max-w-full gap-2">
        <Labelled label={words.reasonCode} fault={faults.reasonCode}>
          {(input) => (
            <select
              {...input}
              value={why.reasonCode}
              onChange={(event) => type("reasonCode")(event.target.value)}
            >
              <option value="">{words.reasonOfFile}</option>
              {words.reasons.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        {(["reason", "documentNumber", "documentOn"] as const).map((field) => (
          <Labelled key={field} label={words[field]} fault={faults[field]}>
            {(input) => (
              <input
                {...input}
                type={field === "documentOn" ? "date" : "text"}
                value={why[field]}
                onChange={(event) => type(field)(event.target.value)}
              />
            )}
          </Labelled>
        ))}
      </div>
    </details>
  );
}

/** The sentences about this project's own reason, by field: the answer counts the edits as they were sent. */
function useFaults(projectId: number): Partial<Record<WhyField, string>> {
  const { state } = useForm();
  if (state.status !== "invalid" || typeof state.values.edits !== "string") return {};
  const sent = JSON.parse(state.values.edits) as { id: number }[];
  const start = `edits.${sent.findIndex(({ id }) => id === projectId)}.why.`;
  return Object.fromEntries(
    Object.entries(state.errors)
      .filter(([path]) => path.startsWith(start))
      .map(([path, sentence]) => [path.slice(start.length), sentence]),
  );
}

type LabelledProps = {
  label: string;
  fault: string | undefined;
  children: (input: {
    id: string;
    className: string;
    "aria-invalid": boolean;
    "aria-describedby": string | undefined;
    /** No field of the form around: what is typed travels within the edits. */
    form: "none";
  }) => ReactNode;
};

function Labelled({ label, fault, children }: LabelledProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="block text-ink-2 text-xs">
        {label}
      </label>
      {children({
        id,
        className: INPUT,
        "aria-invalid": fault !== undefined,
        "aria-describedby": fault && `${id}-fault`,
        form: "none",
      })}
      {fault && (
        <p id={`${id}-fault`} className="text-red text-xs">
          {fault}
        </p>
      )}
    </div>
  );
}
