import { createTranslator } from "use-intl/core";
import type { Locale } from "@/db/vocabulary";
import { LOCALES } from "@/db/vocabulary";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";

const MESSAGES: Record<Locale, typeof zh> = { "zh-CN": zh, en };
const TRANSLATORS = { "zh-CN": translatorFor("zh-CN"), en: translatorFor("en") };

/** The words of a language by key: `t("nav.projects")`, `t("common.projects", { count: 3 })`. */
export type Translator = (typeof TRANSLATORS)["zh-CN"];
export type MessageKey = Parameters<Translator>[0];

export function translator(locale: Locale): Translator {
  return TRANSLATORS[locale];
}

/** The language of somebody who has not signed in: what the cookie says, or Chinese. */
export function localeOf(value: string | undefined): Locale {
  return LOCALES.find((locale) => locale === value) ?? "zh-CN";
}

/** The sentence of a rule or of bad input; `key` is one under `errors`. An unknown key is a bug and throws. */
export function errorSentence(
  t: Translator,
  key: string,
  parameters: Record<string, string | number> = {},
): string {
  return t(`errors.${key}` as MessageKey, parameters as never);
}

/**
 * Words without values are looked up once: a page says the same few hundreds of times. Values that just stand in a
 * sentence are put there directly: the formatter keeps its results by a text of everything it was given.
 */
function translatorFor(locale: Locale) {
  const translate = createTranslator({ locale, messages: MESSAGES[locale], onError: raise });
  const known = new Map<string, string>();
  const pieces = new Map<string, readonly string[] | null>();
  const look = (...asked: Parameters<typeof translate>): string => {
    const [key, values] = asked;
    if (values === undefined) {
      const words = known.get(key) ?? translate(...asked);
      known.set(key, words);
      return words;
    }
    let plain = pieces.get(key);
    if (plain === undefined) {
      plain = plainPieces(translate.raw(key));
      pieces.set(key, plain);
    }
    return (plain && filled(plain, values)) ?? translate(...asked);
  };
  return Object.assign(look as typeof translate, {
    rich: translate.rich,
    markup: translate.markup,
    raw: translate.raw,
    has: translate.has,
  });
}

/** The words between `{names}`, and at odd places the names; null for a sentence that counts, quotes or marks. */
function plainPieces(message: unknown): readonly string[] | null {
  if (typeof message !== "string") return null;
  const found = message.split(/\{(\w+)\}/);
  return found.some((piece, at) => at % 2 === 0 && /[{}<>'#]/.test(piece)) ? null : found;
}

/** Null where a value is missing or is neither text nor number: the formatter says what is wrong. */
function filled(pieces: readonly string[], values: object): string | null {
  let words = "";
  for (const [at, piece] of pieces.entries()) {
    const value: unknown = at % 2 === 0 ? piece : values[piece as keyof typeof values];
    if (typeof value !== "string" && typeof value !== "number") return null;
    words += value;
  }
  return words;
}

function raise(error: Error): never {
  throw error;
}
