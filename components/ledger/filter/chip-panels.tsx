"use client";

import { Panel } from "./panel/panel";
import { PanelFields, type PanelFieldsProps } from "./panel/panel-fields";

/** A filter's chip and the panel that it opens. */
export type ChipPanel = Pick<PanelFieldsProps, "kept" | "href"> & {
  key: string;
  title: string;
  facet: string | undefined;
  /** Where the × leads that takes the filter away; null while nothing is chosen. */
  remove: { href: string; label: string } | null;
};

type ChipPanelsProps = {
  /** `ChipPanel[]` as JSON: one text goes over faster than a few hundred values that React describes one by one. */
  panels: string;
  /** What each of them asks for, as `PanelFields` takes it. */
  fields: PanelFieldsProps["fields"][];
  /** The panel that is open from the start. */
  opened: string | null;
  show: string;
  apply: string;
};

export function ChipPanels({ panels, fields, opened, show, apply }: ChipPanelsProps) {
  return (JSON.parse(panels) as ChipPanel[]).map(
    ({ key, title, facet, remove, kept, href }, at) => (
      <div key={key} className="relative max-w-full">
        <Panel
          title={remove ? <span className="truncate">{title}</span> : title}
          active={remove !== null}
          opened={opened === key}
          facet={facet}
        >
          <PanelFields fields={fields[at] ?? "[]"} {...{ kept, href, show, apply }} />
        </Panel>
        {remove && (
          <a
            href={remove.href}
            aria-label={remove.label}
            className="absolute top-0 right-0.5 grid h-full max-h-7.5 w-7 place-items-center text-accent"
          >
            ×
          </a>
        )}
      </div>
    ),
  );
}
