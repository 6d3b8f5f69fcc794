import { type Lens, UNSTATED } from "@/lib/group/group";

/** Projects and their money. The sum is null while no amount is known: unknown is not zero. */
export type Figure = {
  projects: number;
  totalInvestmentFen: number | null;
  /** How many of the projects have an amount that stands here. */
  coverage: { known: number; of: number };
};

/** One key's part in a project: `weight` of `heads` equal shares, what is left over to the first. */
export type Share = { key: string; first: boolean; weight: number; heads: number };

/** One body a project names, in the order of the document. */
export type NamedPlace = { key: string; entryKind: "named" | "placeholder" | "open_list" };

/**
 * Who bears a project's money: every named body one share; where the list is open or has a placeholder, that alone,
 * and the named bodies beside it are only counted; `-` where nothing is stated.
 */
export function sharesOf(named: NamedPlace[]): Share[] {
  const places = named.filter(({ key }, at) => named.findIndex((one) => one.key === key) === at);
  const bearer =
    places.find(({ entryKind }) => entryKind === "open_list") ??
    places.find(({ entryKind }) => entryKind === "placeholder");
  if (bearer) {
    const others = places.filter((place) => place !== bearer);
    return [
      { key: bearer.key, first: true, weight: 1, heads: 1 },
      ...others.map(({ key }) => ({ key, first: false, weight: 0, heads: 1 })),
    ];
  }
  if (places.length === 0) return [{ key: UNSTATED, first: true, weight: 1, heads: 1 }];
  return places.map(({ key }, at) => ({ key, first: at === 0, weight: 1, heads: places.length }));
}

/** What falls to a share of an amount (分) under a lens; null where the lens does not count the project there at all. */
export function portion(amountFen: number, share: Share, lens: Lens): number | null {
  if (lens === "first") return share.first ? amountFen : null;
  if (lens === "involvement") return share.weight > 0 ? amountFen : 0;
  const left = share.first ? amountFen % share.heads : 0;
  return share.weight * Math.floor(amountFen / share.heads) + left;
}

/** An amount (分) spread evenly over calendar years, the odd 分 to the first. Derived: no document says so. */
export function spreadOverYears(
  amountFen: number,
  from: number,
  to: number,
): { year: number; fen: number }[] {
  const years = to - from + 1;
  const each = Math.floor(amountFen / years);
  return Array.from({ length: years }, (_, at) => ({
    year: from + at,
    fen: at === 0 ? amountFen - each * (years - 1) : each,
  }));
}

export function addFigures(one: Figure, other: Figure): Figure {
  return {
    projects: one.projects + other.projects,
    totalInvestmentFen:
      one.totalInvestmentFen === null && other.totalInvestmentFen === null
        ? null
        : (one.totalInvestmentFen ?? 0) + (other.totalInvestmentFen ?? 0),
    coverage: {
      known: one.coverage.known + other.coverage.known,
      of: one.coverage.of + other.coverage.of,
    },
  };
}

export const NO_FIGURE: Figure = {
  projects: 0,
  totalInvestmentFen: null,
  coverage: { known: 0, of: 0 },
};

/**
 * A part of a whole in tenths of a percent, as `49.1%`; null where there is nothing to compare. What is something is not
 * rounded to nothing, and what is not all not to all: `<0.1%`, `>99.9%`.
 */
export function percentOf(partFen: number | null, wholeFen: number | null): string | null {
  if (partFen === null || wholeFen === null || wholeFen === 0) return null;
  const tenths = Math.round((partFen * 1000) / wholeFen) / 10;
  if (tenths === 0 && partFen > 0) return "<0.1%";
  if (tenths === 100 && partFen < wholeFen) return ">99.9%";
  return `${tenths === 0 || tenths === 100 ? tenths : tenths.toFixed(1)}%`;
}
