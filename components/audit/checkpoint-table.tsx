import { ScrollTable } from "@/components/ui/scroll-table";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

type ListedCheckpoint = {
  id: number;
  seq: number;
  head: string;
  recordedAt: string;
  lostFromSeq: number | null;
  lostToSeq: number | null;
};

/** The newest signed checkpoints, each a file to download. */
export function CheckpointTable({
  t,
  items,
  total,
}: {
  t: Translator;
  items: ListedCheckpoint[];
  total: number;
}) {
  if (items.length === 0) return <p className="text-ink-2">{t("proof.none")}</p>;
  const heads = ["at", "upTo", "head", "kind", "file"] as const;
  return (
    <>
      <ScrollTable headings={heads.map((head) => t(`proof.column.${head}`))}>
        {items.map(({ id, seq, head, recordedAt, lostFromSeq, lostToSeq }) => (
          <tr key={id} className="border-line-2 border-b last:border-b-0">
            <th scope="row" className="whitespace-nowrap py-2 pr-4 text-left font-normal">
              {formatInstant(recordedAt)}
            </th>
            <td className="whitespace-nowrap py-2 pr-4">{t("proof.number", { seq })}</td>
            <td className="py-2 pr-4 font-mono text-xs" title={head}>
              {head.slice(0, 16)}…
            </td>
            <td className="py-2 pr-4">
              {lostFromSeq === null || lostToSeq === null
                ? t("proof.kind.usual")
                : t("proof.kind.restore", { from: lostFromSeq, to: lostToSeq })}
            </td>
            <td className="py-2">
              <a
                href={`/audit/proof/checkpoints/${id}`}
                className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
              >
                {t("proof.download")}
                <span className="sr-only"> {t("proof.number", { seq })}</span>
              </a>
            </td>
          </tr>
        ))}
      </ScrollTable>
      {total > items.length && (
        <p className="mt-2 text-ink-2">{t("proof.more", { total, listed: items.length })}</p>
      )}
    </>
  );
}
