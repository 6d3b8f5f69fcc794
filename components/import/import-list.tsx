import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import type { ImportOutcome } from "@/db/vocabulary";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

type ImportItem = {
  id: number;
  fileName: string;
  uploadedBy: string;
  uploadedAt: string;
  outcome: ImportOutcome | null;
  projects: number;
};

const CELL = "px-3 py-2 align-top";

/** The imports of a region, newest first. */
export function ImportList({ t, items }: { t: Translator; items: ImportItem[] }) {
  if (items.length === 0) return <Empty>{t("importPage.empty")}</Empty>;
  return (
    <ul className="rounded-card border border-line bg-surface">
      {items.map((item) => (
        <li
          key={item.id}
          className="grid gap-x-4 border-line-2 border-b last:border-0 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]"
        >
          <Link
            href={`/imports/${item.id}`}
            className={`${CELL} break-words font-[550] text-accent hover:underline`}
          >
            {item.fileName}
          </Link>
          <span className={CELL}>{t(`importPage.state_${item.outcome ?? "review"}`)}</span>
          <span className={CELL}>{t("common.projects", { count: item.projects })}</span>
          <span className={`${CELL} text-ink-2`}>
            {item.uploadedBy} · {formatInstant(item.uploadedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
