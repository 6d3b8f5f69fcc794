import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { SumText } from "@/components/organization/sum-text";
import { UNIT_ROLES } from "@/db/vocabulary";
import { type Translator, translator } from "@/lib/language/translator";
import type { LedgerItem } from "@/lib/ledger/items";
import { formatWan } from "@/lib/money";
import { listOpenEntries, listOpenProjects, type OpenEntry } from "@/lib/organization/open-entries";

export const generateMetadata = titled("unit.openTitle");

const LISTED = 200;

export default async function OpenEntriesPage({ searchParams }: PageProps<"/organizations/open">) {
  const viewer = await requireViewer("organization.read");
  const t = translator(viewer.locale);
  const asked = parseEntry(await searchParams);
  const { entries, projects } = await ask(async (tx) => ({
    entries: await listOpenEntries(tx, viewer),
    projects: asked && (await listOpenProjects(tx, viewer, asked, LISTED)),
  }));
  return (
    <div className="grid max-w-4xl gap-4">
      <div>
        <p className="text-ink-3">
          <Link href="/organizations" className="text-accent hover:underline">
            {t("unit.title")}
          </Link>
        </p>
        <h1 className="text-xl">{t("unit.openTitle")}</h1>
        <p className="text-ink-2">{t("unit.openNote")}</p>
      </div>
      <EntryTable t={t} entries={entries} />
      {asked && projects && (
        <section className="rounded-card border border-line bg-surface px-4.5 py-3.5">
          <h2 id="projects" className="mb-2">
            {t("unit.openProjects", { text: asked.text, role: t(`unitRole.${asked.role}`) })}
          </h2>
          <ProjectLines t={t} projects={projects} />
          {projects.length === LISTED && (
            <p className="mt-2 text-ink-3 text-xs">{t("unit.listedMax", { max: LISTED })}</p>
          )}
        </section>
      )}
    </div>
  );
}

function EntryTable({ t, entries }: { t: Translator; entries: OpenEntry[] }) {
  return (
    <table className="w-full border-collapse rounded-card border border-line bg-surface">
      <caption className="sr-only">{t("unit.openTitle")}</caption>
      <thead>
        <tr className="border-line border-b text-left text-ink-3 text-xs">
          <th scope="col" className="px-3 py-1.5 font-medium">
            {t("unit.openText")}
          </th>
          <th scope="col" className="px-3 py-1.5 font-medium">
            {t("unit.openRole")}
          </th>
          <th scope="col" className="px-3 py-1.5 text-right font-medium">
            {t("unit.projects")}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ kind, role, text, sum }) => (
          <tr key={`${kind} ${role} ${text}`} className="border-line-2 border-b last:border-b-0">
            <th scope="row" className="px-3 py-2 text-left font-normal">
              {t(kind === "placeholder" ? "common.undetermined" : "common.openListUncounted", {
                text,
              })}
            </th>
            <td className="px-3 py-2">{t(`unitRole.${role}`)}</td>
            <td className="px-3 py-2 text-right">
              <SumText
                t={t}
                sum={sum}
                href={`/organizations/open?${new URLSearchParams({ kind, role, text })}#projects`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ProjectLines({ t, projects }: { t: Translator; projects: LedgerItem[] }) {
  return (
    <ul>
      {projects.map((item) => (
        <li
          key={item.id}
          className="flex items-baseline justify-between gap-4 border-line-2 border-b py-1.5 last:border-b-0"
        >
          <Link href={`/projects/${item.id}`} className="text-accent hover:underline">
            {item.name}
          </Link>
          <span className="whitespace-nowrap">
            {item.totalInvestmentFen === null
              ? t("unit.amountUnknown")
              : t("unit.amount", { amount: formatWan(item.totalInvestmentFen) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function parseEntry(
  search: Record<string, string | string[] | undefined>,
): Pick<OpenEntry, "kind" | "role" | "text"> | null {
  const { kind, text } = search;
  const role = UNIT_ROLES.find((known) => known === search.role);
  if ((kind !== "placeholder" && kind !== "open_list") || !role || typeof text !== "string")
    return null;
  return { kind, role, text: text.slice(0, 100) };
}
