/** One text in which an edited copy differs from what it was made from. */
export type TextChange<Field extends string> = {
  field: Field;
  /** What stands now. */
  current: string;
  /** What the edited copy says. */
  typed: string;
  /** Somebody else has changed the same text in between, to something else. */
  conflict: boolean;
};

/** The same text by field. */
export type Texts<Field extends string> = Record<Field, string>;

type Sides<Field extends string> = {
  /** What the edited copy was made from. */
  base: Texts<Field>;
  /** What stands now. */
  current: Texts<Field>;
  /** The edited copy; a field that it does not have is left alone. */
  typed: Partial<Texts<Field>>;
};

/**
 * The three-way merge of one record of texts. A text that only others changed keeps their value; one that both changed
 * to the same is done; one that both changed differently is a conflict.
 */
export function mergeTexts<Field extends string>(
  fields: readonly Field[],
  same: (field: Field, one: string, other: string) => boolean,
  { base, current, typed }: Sides<Field>,
): TextChange<Field>[] {
  return fields.flatMap((field) => {
    const mine = typed[field];
    if (mine === undefined || same(field, mine, base[field]) || same(field, mine, current[field]))
      return [];
    const conflict = !same(field, base[field], current[field]);
    return [{ field, current: current[field], typed: mine, conflict }];
  });
}

/** A spreadsheet writes 1,200 as 1200; line ends and outer spaces are no change either. */
export function sameText(one: string, other: string): boolean {
  return plainText(one) === plainText(other);
}

/** The same amount in another writing, or the same text. */
export function sameAmount(one: string, other: string): boolean {
  return plainAmount(one) === plainAmount(other);
}

function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}

function plainAmount(text: string): string {
  const plain = plainText(text);
  const amount = Number(
    plain
      .normalize("NFKC")
      .replace(/[,，\s]/g, "")
      .replace(/^−/, "-"),
  );
  return plain !== "" && Number.isFinite(amount) ? String(amount) : plain;
}
