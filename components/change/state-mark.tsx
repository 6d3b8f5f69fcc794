import type { ChangeState } from "@/db/change-vocabulary";
import type { Translator } from "@/lib/language/translator";

const SHAPES: Record<ChangeState, [string, string]> = {
  asked: ["○", "text-ink-2"],
  checked: ["◐", "text-accent"],
  approved: ["●", "text-accent"],
  refused: ["✕", "text-ink-2"],
  withdrawn: ["–", "text-ink-3"],
};

/** Where a request stands: a shape and the word. */
export function StateMark({ t, state }: { t: Translator; state: ChangeState }) {
  const [shape, colour] = SHAPES[state];
  return (
    <span className={`whitespace-nowrap ${colour}`}>
      <span aria-hidden className="mr-1 inline-block w-3.5 text-center">
        {shape}
      </span>
      {t(`changeState.${state}`)}
    </span>
  );
}
