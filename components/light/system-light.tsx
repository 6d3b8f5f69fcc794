import { Light } from "@/components/ui/light";
import type { Translator } from "@/lib/language/translator";
import { type Decided, lightSentence } from "@/lib/light/sentence";

/** The system's light with the sentence that explains it. Colleagues' pages show a light by this, never by colour alone. */
export function SystemLight({ t, decided }: { t: Translator; decided: Decided }) {
  return (
    <span>
      <Light colour={decided.light}>{t(`lightColour.${decided.light}`)}</Light>
      <span className="block text-ink-2 text-sm">{lightSentence(t, decided)}</span>
    </span>
  );
}
