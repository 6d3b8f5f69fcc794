import { fenToWan } from "@/lib/money";
import type { Project } from "../project";
import { unitText } from "../unit-text";

/** The facts of a project as the correction form has them, by field: what was stated, as text; empty for nothing. */
export type FactsText = {
  version: number;
  name: string;
  type: string;
  field: string;
  content: string;
  start: string;
  end: string;
  totalInvestment: string;
  owners: string;
  hosts: string;
  leads: string;
  supports: string;
  primarySector: string;
  furtherSectors: string[];
};

export function factsAsText({
  row,
  units,
  sectors,
}: Pick<Project, "row" | "units" | "sectors">): FactsText {
  return {
    version: row.version,
    name: row.name,
    type: row.type,
    field: row.field ?? "",
    content: row.content ?? "",
    start: row.start ?? "",
    end: row.end ?? "",
    totalInvestment: fenToWan(row.totalInvestmentFen) ?? "",
    owners: unitText(units.owner),
    hosts: unitText(units.host),
    leads: unitText(units.lead),
    supports: unitText(units.support),
    primarySector: sectors.find(({ rank }) => rank === "primary")?.sector ?? "",
    furtherSectors: sectors.filter(({ rank }) => rank === "further").map(({ sector }) => sector),
  };
}
