import type { EffectLine } from "@/lib/calendar/effect";
import type { MessageKey, Translator } from "@/lib/language/translator";

/** What a change of the calendar does, a sentence each. */
export function EffectList({ t, lines }: { t: Translator; lines: EffectLine[] }) {
  return (
    <ul className="grid list-disc gap-0.5 pl-5">
      {lines.map((line) => {
        const sentence = effectSentence(t, line);
        return <li key={sentence}>{sentence}</li>;
      })}
    </ul>
  );
}

/** One of them in the reader's language. */
export function effectSentence(t: Translator, { key, values }: EffectLine): string {
  return t(`calendar.effect.${key}` as MessageKey, values as never);
}
