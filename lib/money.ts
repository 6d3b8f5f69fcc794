/** 分 in 1 万元. */
export const FEN_PER_WAN = 1_000_000;
const FEN_PER_YI = 10_000_000_000;
const WAN_TEXT = /^\d{1,9}(\.\d{1,6})?$/;

/** Amounts above this are surely typed wrong: 1,000 亿元, in 分. */
export const MAX_AMOUNT_FEN = 1_000 * FEN_PER_YI;

/** 万元 as a decimal string without separators (`12877.5`), for machines. Null stays null: unknown is not zero. */
export function fenToWan(fen: number): string;
export function fenToWan(fen: number | null): string | null;
export function fenToWan(fen: number | null): string | null {
  return fen === null ? null : decimal(fen, FEN_PER_WAN);
}

/** 万元 with thousands separators, as the office writes it: `42,690`, `12,877.5`. */
export function formatWan(fen: number): string {
  return withSeparators(decimal(fen, FEN_PER_WAN));
}

/** 亿元 with up to ten decimals cut to what is there: `44.5025`. */
export function formatYi(fen: number): string {
  return withSeparators(decimal(fen, FEN_PER_YI));
}

/** Reads an amount typed in 万元 (`42,690`, `12877.5`, full-width digits) as 分; null when it is none. */
export function parseWan(typed: string): number | null {
  const text = typed.normalize("NFKC").replace(/[,\s]/g, "");
  if (!WAN_TEXT.test(text)) return null;
  const [whole = "0", fraction = ""] = text.split(".");
  return Number(whole) * FEN_PER_WAN + Number(fraction.padEnd(6, "0"));
}

/** The same for an amount that may be below zero, which takes something back. */
export function parseSignedWan(typed: string): number | null {
  const plain = typed.normalize("NFKC").trim();
  const below = /^[-−]/.test(plain);
  const fen = parseWan(below ? plain.slice(1) : plain);
  return fen === null ? null : below ? -fen : fen;
}

/** Exact: the quotient of two integers whose divisor is a power of ten. */
function decimal(fen: number, unit: number): string {
  const digits = String(unit).length - 1;
  const sign = fen < 0 ? "-" : "";
  const whole = Math.floor(Math.abs(fen) / unit);
  const fraction = String(Math.abs(fen) % unit)
    .padStart(digits, "0")
    .replace(/0+$/, "");
  return sign + whole + (fraction ? `.${fraction}` : "");
}

function withSeparators(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}
