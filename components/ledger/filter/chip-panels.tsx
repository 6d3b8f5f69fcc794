"use client";

import type { PanelKey } from "./filter-panels";
import { Panel } from "./panel/panel";
import { PanelFields, type PanelFieldsProps } from "./panel/panel-fields";

/** A filter's chip and the panel that it opens. */
export type ChipPanel = Pick<PanelFieldsProps, "kept" | "href"> & {
  key: PanelKey;
  title: string;
  facet: string | undefined;
  /** Where the × leads that takes the filter away; null while nothing is chosen. */
  remove: { href: string; label: string } | null;
};

type ChipPanelsProps = {
  /** `ChipPanel[]` as JSON: one text goes over faster than a few hundred values that React describes one by one. */
  panels: string;
  /** The filters that the panels are drawn under. */
  query: string;
  /** The panel that is open from the start, with its controls. */
  opened: { key: PanelKey; fields: string } | null;
  show: string;
  apply: string;
};

export function ChipPanels({ panels, query, opened, show, apply }: ChipPanelsProps) {
  return (JSON.parse(panels) as ChipPanel[]).map(({ key, title, facet, remove, kept, href }) => (
    <div key={key} className="relative max-w-full">
      <Panel
        title={remove ? <span className="truncate">{title}</span> : title}
        active={remove !== null}
        opened={opened?.key === key}
        facet={facet}
      >
        <PanelFields
          panel={key}
          fields={opened?.key === key ? opened.fields : null}
          {...{ query, kept, href, show, apply }}
        />
      </Panel>
      {remove && (
        <a
          href={remove.href}
          aria-label={remove.label}
          className="absolute top-0 right-0.5 grid h-full max-h-7.5 w-7 place-items-center max-sm:max-h-11 max-sm:w-11 text-accent"
        >
          ×
        </a>
      )}
    </div>
  ));
}
