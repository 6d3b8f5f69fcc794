import type { ReactNode } from "react";
import { Panel } from "../ledger/filter/panel";

type RollupHeadProps = {
  title: string;
  sum: ReactNode;
  concentration: ReactNode;
  exports: { label: string; choices: { key: string; label: string; href: string }[] };
  children: ReactNode;
};

/** What is summed, over what, by which basis; and what hangs on few projects. */
export function RollupHead({ title, sum, concentration, exports, children }: RollupHeadProps) {
  return (
    <header className="mb-3.5 flex flex-wrap items-end justify-between gap-4 max-md:gap-2">
      <div>
        <h1 className="text-xl">{title}</h1>
        <p role="status" className="text-ink-2">
          {sum}
        </p>
        {concentration}
      </div>
      <div className="flex flex-wrap gap-1.5 print:hidden" data-not-in-picture>
        <Panel title={exports.label} button end>
          {exports.choices.map(({ key, label, href }) => (
            <a
              key={key}
              href={href}
              className="flex min-h-8 items-center rounded-[4px] px-2 hover:bg-row max-sm:min-h-11"
            >
              {label}
            </a>
          ))}
        </Panel>
        {children}
      </div>
    </header>
  );
}
