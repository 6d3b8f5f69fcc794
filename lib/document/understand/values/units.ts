import type { UnitEntryKind, UnitRole } from "@/db/vocabulary";
import { type Oddity, oddity } from "@/lib/document/marks";
import { parseUnitText } from "@/lib/project/unit-text";
import { organizationKind } from "./organization-kind";
import { oneLine, plain, saysNothing } from "./plain";

/** A unit as found in a cell, before it is looked up in the dictionary. */
export type FoundUnit = {
  name: string;
  entryKind: UnitEntryKind;
  role: UnitRole;
  openCount: number | null;
};
export type UnitsReading = { units: FoundUnit[]; rule: string; oddities: Oddity[] };

const LEAD_WORDS = "牵头|主责|主办|总牵头|负责";
const SUPPORT_WORDS = "配合|协助|协办|参与|协同|参加|支持|指导";
const ROLE_PREFIX = new RegExp(
  `^(?:(?:第一)?(${LEAD_WORDS}|责任)|(${SUPPORT_WORDS}))(?:责任)?(?:单位|部门)?[：:](.+)$`,
);
const ROLE_SUFFIX = new RegExp(
  `^由?(.+?)(?:(${LEAD_WORDS})|(${SUPPORT_WORDS}))(?:实施|建设|落实)?$`,
);
const ROLE_BRACKET = new RegExp(
  `^(.+?)[（(](?:(${LEAD_WORDS})|(${SUPPORT_WORDS}))(?:单位|部门)?[）)]$`,
);
/** What the shared reader of unit text does not know yet, because nobody types it by hand. */
const MORE_PLACEHOLDERS =
  /^(?:拟?(?:待)?(?:引进|招商|引入|招引)(?:的)?(?:企业|业主|单位|公司)?|社会(?:资本|投资|企业|力量)(?:方)?|(?:项目)?(?:业主|建设)(?:单位)?待定|待(?:确定|定|招商|引进|招引|落实)|(?:未|尚未)(?:定|确定|明确)|(?:民营|龙头|入驻|本地|投资|运营|相关|有关|各)(?:相关|有关)?(?:企业|单位|部门|公司|乡镇|镇乡|街道|村)|招商引资企业|个体工商户|(?:种养|种植|养殖)?(?:大户|农户)|村民|村集体|投资(?:方|业主)|(?:项目)?业主(?:单位)?|(?:乡镇|镇乡|街道)(?:[（(、]?(?:街道|办事处)[）)]?)?|各.{2,})$/;
const LONGEST_NAME = 40;

/** The units of a cell in their order, with the roles that the cell itself gives; `role` is what the column says. */
export function readUnits(text: string, role: UnitRole): UnitsReading {
  if (saysNothing(text))
    return { units: [], rule: "units.none", oddities: [oddity("units_missing")] };
  const { joined, oddities } = joinWrapped(text);
  const clauses = joined.split(/[；;。\n]/).map((clause) => clause.trim());
  const found = clauses.flatMap((clause) => readClause(clause, role));
  const roles = new Set(found.map((unit) => unit.role));
  if (found.length === 0) oddities.push(oddity("units_missing"));
  if (roles.size > 1 || (found[0] && found[0].role !== role))
    oddities.push(oddity("unit_roles", { raw: oneLine(text) }));
  const strange = found.find((unit) => unit.entryKind === "named" && isStrange(unit.name));
  if (strange) oddities.push(oddity("units_unclear", { name: strange.name }));
  return { units: found, rule: roles.size > 1 ? "units.roles" : "units.list", oddities };
}

/** A牵头，B、C配合 within one clause: a word at the end of a part gives the parts before it the same role. */
function readClause(clause: string, role: UnitRole): FoundUnit[] {
  const [, lead, support, rest] = ROLE_PREFIX.exec(clause) ?? [];
  if (rest !== undefined) return readParts(rest, lead ? leadRole(role) : supportOr(role, support));
  const parts = clause.split(/[，,]/).map((part) => part.trim());
  return parts.flatMap((part, at) => {
    const inner = ROLE_PREFIX.exec(part);
    if (inner?.[3])
      return readParts(inner[3], inner[1] ? leadRole(role) : supportOr(role, inner[2]));
    const own = suffixRole(part, role);
    if (own) return readParts(own.rest, own.role);
    const later = parts.slice(at + 1).map((next) => suffixRole(next, role));
    const next = later.find((one) => one !== null);
    const earlier = parts.slice(0, at).some((before) => suffixRole(before, role) !== null);
    return readParts(part, next && earlier ? next.role : (next?.role ?? role));
  });
}

function readParts(text: string, role: UnitRole): FoundUnit[] {
  return parseUnitText(text).flatMap((entry): FoundUnit[] => {
    const openCount = entry.openCount ?? null;
    if (entry.entryKind !== "named")
      return [{ name: entry.text, entryKind: entry.entryKind, role, openCount }];
    const [, name, lead, support] = ROLE_BRACKET.exec(entry.text) ?? [];
    const own = lead ? leadRole(role) : support ? supportOr(role, support) : role;
    return spaced(name ?? entry.text).map((one) => named(one, own));
  });
}

function named(text: string, role: UnitRole): FoundUnit {
  const name = oneLine(text).replace(/^\d+[.、]\s*/, "");
  const entryKind = MORE_PLACEHOLDERS.test(plain(name).replace(/\(/g, "（").replace(/\)/g, "）"))
    ? "placeholder"
    : "named";
  return { name, entryKind, role, openCount: null };
}

/** 县林业局 县农业农村委, 县林业局/县水利局: two bodies where both sides end like one. */
function spaced(text: string): string[] {
  const parts = text.split(/[\s/／|]+/).filter((part) => part !== "");
  const bodies = parts.every((part) => part.length >= 3 && organizationKind(part) !== null);
  return parts.length > 1 && bodies ? parts : [text];
}

function suffixRole(part: string, role: UnitRole): { rest: string; role: UnitRole } | null {
  if (/[）)]$/.test(part)) return null;
  const [, rest, lead, support] = ROLE_SUFFIX.exec(part) ?? [];
  if (rest === undefined || !parseUnitText(rest).every(({ text }) => plain(text).length >= 2))
    return null;
  return { rest, role: lead ? leadRole(role) : supportOr(role, support) };
}

/** In an owners' column nobody becomes a lead: the words order the owners only. */
function leadRole(role: UnitRole): UnitRole {
  return role === "support" ? "lead" : role;
}

function supportOr(role: UnitRole, support: string | undefined): UnitRole {
  return support && role === "lead" ? "support" : role;
}

/** A cell of several lines: lines that are bodies of their own stay apart, a wrapped name is joined, in doubt. */
function joinWrapped(text: string): { joined: string; oddities: Oddity[] } {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  let joined = lines[0] ?? "";
  let guessed = false;
  for (const line of lines.slice(1)) {
    const last = joined.split(/[、，,；;\n]/).at(-1) ?? "";
    const first = line.split(/[、，,；;]/)[0] ?? "";
    if (/[、，,；;：:]$/.test(joined) || /^[、，,；;（(]/.test(line)) joined += line;
    else if (isBody(last) && isBody(first)) joined += `\n${line}`;
    else {
      joined += line;
      guessed = true;
    }
  }
  return {
    joined: joined.replace(/\n/g, "；"),
    oddities: guessed ? [oddity("units_unclear", { name: oneLine(joined) })] : [],
  };
}

function isBody(text: string): boolean {
  const name = text.replace(/等.{0,12}$/, "");
  return (
    name.length >= 3 && !/^(?:有限|责任|股份|集团)/.test(name) && organizationKind(name) !== null
  );
}

function isStrange(name: string): boolean {
  if (
    name.length > LONGEST_NAME ||
    /\p{Script=Han}\s+\p{Script=Han}/u.test(name) ||
    /[。：:/]|\d{7,}|[（(](?:联合|会同|与)|^[^\p{L}]+$/u.test(name)
  )
    return true;
  const opened = (name.match(/[（(]/g) ?? []).length;
  const closed = (name.match(/[）)]/g) ?? []).length;
  if (opened !== closed || name.length < 2) return true;
  const [, left = "", right = ""] = /^(.{3,})(?:[和与及]|会同)(.{3,})$/.exec(name) ?? [];
  return organizationKind(left) !== null && organizationKind(right) !== null;
}
