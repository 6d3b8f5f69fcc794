import type { Translator } from "@/lib/language/translator";
import type { ProjectRow } from "@/lib/project/project";

/** The fields of people and numbers, in the order they are shown and entered. */
export const DETAIL_FIELDS = [
  "sponsor",
  "responsiblePerson",
  "contact",
  "contactPhone",
  "investmentCode",
  "scienceCode",
  "approvalNumber",
] as const;

/** Sponsor, responsible person, contact, and the numbers that were entered. */
export function People({ t, row }: { t: Translator; row: ProjectRow }) {
  const people = DETAIL_FIELDS.slice(0, 4);
  const numbers = DETAIL_FIELDS.slice(4).filter((field) => row[field] !== null);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
      {[...people, ...numbers].map((field) => (
        <div key={field} className="col-span-2 grid grid-cols-subgrid">
          <dt className="text-ink-3">{t(`project.${field}`)}</dt>
          <dd className="min-w-0 break-words">
            {row[field] ?? <span className="text-ink-3">{t("project.notEntered")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
