/** A light: colour, shape and word together, so that none of them has to be seen alone. */
export function Light({ colour, children }: { colour: keyof typeof SHAPES; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={`size-2.25 shrink-0 ${SHAPES[colour]}`} />
      {children}
    </span>
  );
}

const SHAPES = {
  green: "rounded-full bg-green",
  yellow: "rotate-45 rounded-[2px] bg-amber",
  red: "rounded-[2px] bg-red",
  /** 超期未完工: a state of its own. */
  overdue: "rounded-[2px] border-2 border-red",
  grey: "rounded-full border-[1.5px] border-line-3",
  none: "rounded-full border-[1.5px] border-line-3",
} as const;
