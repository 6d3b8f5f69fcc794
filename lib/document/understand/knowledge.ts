import type { OrganizationKind } from "@/db/vocabulary";
import { type Oddity, oddity } from "@/lib/document/marks";
import { organizationKind } from "./values/organization-kind";
import type { FoundUnit } from "./values/units";

/** What the ledger knows already, as plain data: the bodies of the dictionary with their other names. */
export type Knowledge = {
  organizations: { name: string; aliases: string[]; kind: OrganizationKind }[];
};

export type KnownUnits = {
  kindOf: (name: string) => OrganizationKind | null;
  /** New to the dictionary, or probably another name of a body in it. */
  oddityOf: (unit: FoundUnit) => Oddity | null;
  /** The longest known name that the text begins with. */
  beginningOf: (text: string) => string | null;
};

export function knownUnits({ organizations }: Knowledge): KnownUnits {
  const byName = new Map(
    organizations.flatMap((body) =>
      [body.name, ...body.aliases].map((name) => [normalName(name), body] as const),
    ),
  );
  const byCore = new Map(organizations.map((body) => [coreName(body.name), body.name]));
  const longestFirst = [...byName.keys()].sort((one, other) => other.length - one.length);
  return {
    kindOf: (name) => byName.get(normalName(name))?.kind ?? organizationKind(name),
    oddityOf: ({ name, entryKind }) => {
      if (entryKind !== "named" || byName.has(normalName(name))) return null;
      const alike = byCore.get(coreName(name));
      return alike ? oddity("likely_alias", { name, known: alike }) : oddity("new_unit", { name });
    },
    beginningOf: (text) =>
      longestFirst.find((name) => name.length >= 4 && normalName(text).startsWith(name)) ?? null,
  };
}

/** Names are compared without spaces and with one kind of brackets. */
function normalName(name: string): string {
  return name.replace(/\s/g, "").replace(/\(/g, "（").replace(/\)/g, "）");
}

/** 重庆天宝药业有限公司 and 天宝药业 share 天宝药业; 城口县林业局 and 县林业局 share 林业局. */
function coreName(name: string): string {
  return normalName(name)
    .replace(/（[^（）]*）$/, "")
    .replace(/(?:股份|集团)?(?:有限)?(?:责任)?公司$/, "")
    .replace(/^.{2,3}?[省市]/, "")
    .replace(/^(?:重庆|四川)/, "")
    .replace(/^(?:.{2,4}?(?:自治县|县|区))(?=.{3,})|^[县区](?=.{2,})/, "");
}
