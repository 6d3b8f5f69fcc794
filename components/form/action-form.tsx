"use client";

import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
} from "react";
import { type FormAction, type FormState, IDLE } from "./form-state";

const FormContext = createContext<{ state: FormState; pending: boolean }>({
  state: IDLE,
  pending: false,
});

/** What the form around knows: the last answer, and whether one is awaited. */
export const useForm = () => useContext(FormContext);

type ActionFormProps = {
  action: FormAction;
  children: ReactNode;
  className?: string;
  /** What controls outside the form name it by. */
  id?: string;
  /** What stands behind the form and belongs to it: controls that name it by its id, and forms of their own. */
  behind?: ReactNode;
  /** The words of the link that the signed-out sentence needs. */
  signInLabel: string;
  /** Called once after each success, for closing an inline editor. */
  onDone?: () => void;
  /** A success shows by itself, as a row that moves does: no sentence. */
  quiet?: boolean;
};

/**
 * A form around a server action: typed values survive every answer, the first faulty field gets the focus, and what
 * happened is announced. Works without JavaScript as a plain form.
 */
export function ActionForm({
  action,
  children,
  className,
  id,
  behind,
  signInLabel,
  onDone,
  quiet,
}: ActionFormProps) {
  const [state, send, pending] = useActionState(action, IDLE);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.status === "done") onDone?.();
    if (state.status === "invalid" || state.status === "conflict") focusFirstFault(form.current);
  }, [state, onDone]);
  return (
    <FormContext value={{ state, pending }}>
      <form ref={form} id={id} action={send} className={className} noValidate>
        {!(quiet && state.status === "done") && (
          <FormMessage state={state} signInLabel={signInLabel} />
        )}
        {children}
        {pending && <Waiting />}
      </form>
      {behind}
    </FormContext>
  );
}

/** After a second and a half: that the save waits for a large write. The words are the page's. */
function Waiting() {
  return (
    <p role="status" className="appears-late mt-1 text-ink-2 text-sm sm:col-span-full">
      {document.body.dataset.waiting}
    </p>
  );
}

function focusFirstFault(form: HTMLFormElement | null) {
  form?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
}

function FormMessage({ state, signInLabel }: { state: FormState; signInLabel: string }) {
  const failed = state.status !== "done" && state.status !== "idle";
  return (
    <div role={failed ? "alert" : "status"} className="contents">
      {state.message && (
        <p
          className={
            failed
              ? "mb-3 rounded-card border border-red bg-surface px-3 py-2 text-red"
              : "mb-3 rounded-card border border-line bg-accent-soft px-3 py-2 text-accent"
          }
        >
          {state.message}{" "}
          {state.status === "signedOut" && (
            <a href="/login" target="_blank" rel="noreferrer" className="underline">
              {signInLabel}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
