const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Raised digits as signs of their own: the note behind 860 must not become its last digit, and m² stays m². */
export function raised(text: string): string {
  return text.replace(/[0-9]/g, (digit) => RAISED[Number(digit)] ?? digit);
}
