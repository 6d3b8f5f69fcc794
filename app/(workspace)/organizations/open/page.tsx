import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { sumCell } from "@/components/organization/sum-text";
import { CARD } from "@/components/ui/card";
import { FigureTable } from "@/components/ui/figure-table";
import { PageHead } from "@/components/ui/page-head";
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
    <div className="max-w-4xl">
      <PageHead
        above={{ label: t("unit.title"), href: "/organizations" }}
        title={t("unit.openTitle")}
        note={t("unit.openNote")}
      />
      <div className="grid gap-4">
        <EntryTable t={t} entries={entries} />
        {asked && projects && (
          <section className={CARD}>
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
    </div>
  );
}

function EntryTable({ t, entries }: { t: Translator; entries: OpenEntry[] }) {
  return (
    <div className="rounded-card border border-line bg-surface px-3">
      <FigureTable
        caption={t("unit.openTitle")}
        headings={[t("unit.openText"), t("unit.projects")]}
        rows={entries.map(({ kind, role, text, sum }) => ({
          key: `${kind} ${role} ${text}`,
          label: t(kind === "placeholder" ? "common.undetermined" : "common.openListUncounted", {
            text,
          }),
          note: t(`unitRole.${role}`),
          cells: [
            sumCell(
              t,
              sum,
              `/organizations/open?${new URLSearchParams({ kind, role, text })}#projects`,
            ),
          ],
        }))}
      />
    </div>
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
