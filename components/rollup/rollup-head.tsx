import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";
import { Panel } from "../ledger/filter/panel/panel";

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
    <PageHead
      title={title}
      note={sum}
      live
      actions={
        <div className="flex flex-wrap gap-1.5" data-not-in-picture>
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
      }
    >
      {concentration}
    </PageHead>
  );
}
