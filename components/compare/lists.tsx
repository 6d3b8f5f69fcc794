import type { ReactNode } from "react";
import { pathAsOf } from "@/lib/as-of/url";
import type { ChangedProject, ComparedProject, Comparison } from "@/lib/compare/comparison";
import { changeLines, factText } from "@/lib/compare/words";
import type { Translator } from "@/lib/language/translator";

/** How many of each kind the page shows; all are in the export. */
const SHOWN = 100;

/** Who came, who went and who changed, each project a link to its page of the day that is meant. */
export function ComparedLists({
  t,
  comparison: { added, removed, changed, before, after },
  today,
}: {
  t: Translator;
  comparison: Comparison;
  today: string;
}) {
  const hrefOn = (day: string) => (id: number) =>
    pathAsOf(`/projects/${id}`, day === today ? null : day);
  const [hrefBefore, hrefAfter] = [hrefOn(before.day), hrefOn(after.day)];
  return (
    <>
      <List t={t} title={t("compare.added")} items={added}>
        {(item) => <Moved key={item.id} t={t} item={item} href={hrefAfter(item.id)} />}
      </List>
      <List t={t} title={t("compare.removed")} items={removed}>
        {(item) => <Moved key={item.id} t={t} item={item} href={hrefBefore(item.id)} />}
      </List>
      <List t={t} title={t("compare.changed")} items={changed}>
        {(item) => <Changed key={item.id} t={t} item={item} href={hrefAfter(item.id)} />}
      </List>
    </>
  );
}

function List<Item>({
  t,
  title,
  items,
  children,
}: {
  t: Translator;
  title: string;
  items: Item[];
  children: (item: Item) => ReactNode;
}) {
  return (
    <section className="mb-4 rounded-card border border-line bg-surface px-4 py-3">
      <h2 className="mb-1 font-semibold">
        {title} <span className="font-normal text-ink-2">{items.length}</span>
      </h2>
      {items.length === 0 ? (
        <p className="text-ink-2">{t("compare.none")}</p>
      ) : (
        <ul>{items.slice(0, SHOWN).map(children)}</ul>
      )}
      {items.length > SHOWN && (
        <p className="mt-2 text-ink-2">{t("compare.more", { count: items.length - SHOWN })}</p>
      )}
    </section>
  );
}

const ROW = "border-line-2 not-last:border-b py-2";
/** A whole new page: the day of the past is another ledger. */
const LINK = "inline-flex min-h-6 items-center font-semibold hover:underline max-sm:min-h-11";

function Moved({ t, item, href }: { t: Translator; item: ComparedProject; href: string }) {
  const { facts, cause } = item;
  return (
    <li className={`${ROW} flex flex-wrap items-baseline justify-between gap-x-4`}>
      <span>
        <a href={href} referrerPolicy="no-referrer" className={LINK}>
          {String(facts.name)}
        </a>{" "}
        <span className="text-ink-2 text-sm">{t(`compare.cause.${cause}`)}</span>
      </span>
      <span className="text-ink-2 text-sm">
        {facts.lead}
        <span className="ml-3 text-ink">
          {factText(t, "totalInvestmentFen", facts.totalInvestmentFen, facts.type)}
        </span>
      </span>
    </li>
  );
}

function Changed({ t, item, href }: { t: Translator; item: ChangedProject; href: string }) {
  return (
    <li className={ROW}>
      <a href={href} referrerPolicy="no-referrer" className={LINK}>
        {item.name}
      </a>
      <ul className="grid gap-0.5 text-sm">
        {changeLines(t, item).map(({ field, label, before, after }) => (
          <li key={label} className="break-words">
            <span className="text-ink-3">{t("project.changeOf", { label })}</span>
            <span className="sr-only">{t("project.from")} </span>
            <del className={field === "light" ? "text-ink-3" : "text-red"}>{before}</del>
            <span aria-hidden> → </span>
            <span className="sr-only"> {t("project.to")} </span>
            {/* A red light must not be written in green. */}
            <ins className={`no-underline ${field === "light" ? "" : "text-green"}`}>{after}</ins>
          </li>
        ))}
      </ul>
    </li>
  );
}
