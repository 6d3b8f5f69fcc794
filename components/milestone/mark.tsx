import type { MilestoneStanding } from "@/lib/milestone/milestone";

const SHAPES: Record<MilestoneStanding["state"], string> = {
  scheduled: "rounded-full border-2 border-accent",
  met: "rounded-full border-2 border-accent bg-accent",
  overdue: "rounded-[2px] border-2 border-red",
  cancelled: "h-0! border-line-3 border-t-2",
};

/** A milestone's state as a shape; `word` says it to those who do not see it. */
export function MilestoneMark({ state, word }: { state: keyof typeof SHAPES; word: string }) {
  return (
    <span className="flex h-5 items-center" title={word}>
      <span aria-hidden className={`size-3 ${SHAPES[state]}`} />
      <span className="sr-only">{word}</span>
    </span>
  );
}
