const HAN = "\\u3000-\\u303f\\u4e00-\\u9fff\\uff00-\\uffef“”‘’";
const BREAK_IN_HAN = new RegExp(`(?<=[${HAN}])\\s*\\n\\s*|\\s*\\n\\s*(?=[${HAN}])`, "gu");
/** Most cells are plain as they are; to find that out is ten times faster than to normalise them. */
const ALREADY_PLAIN = /^[\u4e00-\u9fff\w、。.-]*$/;

/** ① or ¹ behind a number is a note, and no digit more. */
const NOTE_SIGN = /(?<=[\d０-９年月日])[①-⑳⁰¹²³⁴-⁹]+/gu;

/** For comparing and reading values: full-width digits, letters and brackets made plain, no white space. */
export function plain(text: string): string {
  if (ALREADY_PLAIN.test(text)) return text;
  return text
    .replace(NOTE_SIGN, "※")
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]+/g, "");
}

/** For keeping: one line, without the breaks a cell was wrapped with. */
export function oneLine(text: string): string {
  if (!/\s/.test(text)) return text;
  return text.replace(BREAK_IN_HAN, "").replace(/\s+/g, " ").trim();
}

/** What officials type into a cell that has nothing to say. */
export function saysNothing(text: string): boolean {
  return /^(?:[-–—―/\\.·*]*|无|暂无|不详|空|n\/?a)$/i.test(plain(text));
}
