export type Choice = { value: string; label: string };

export type ChoicesField = {
  name: string;
  label: string;
  labelHidden?: boolean;
  choices: Choice[];
  chosen: readonly string[];
  /** One of them instead of several. */
  radio?: boolean;
  /** The words of the first choice, “no matter”. */
  none?: string;
  /** Parameter and value are counted when the panel opens. */
  counted?: boolean;
};

/** From and to, side by side. */
export type RangeField = {
  label: string;
  names: [string, string];
  values: [string | number | null, string | number | null];
  inputMode: "numeric" | "decimal" | "text";
};

export type UnitField = { label: string; hint: string; none: string; chosen: string };

export type TextField = { name: string; label: string; value: string };

/** A control of a panel as plain data: asked for, and drawn, when the panel opens. */
export type Field =
  | ({ kind: "choices" } & ChoicesField)
  | ({ kind: "range" } & RangeField)
  | ({ kind: "unit" } & UnitField)
  | ({ kind: "text" } & TextField)
  | { kind: "hidden"; name: string; value: string };
