import { SECTORS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { SECTOR_WORDS } from "@/lib/sector/propose/words";

/** The closed list of sectors, each with the words that speak for it. */
export function SectorWords({ t }: { t: Translator }) {
  return (
    <ul className="grid gap-x-4 sm:grid-cols-2">
      {SECTORS.map((sector) => (
        <li key={sector}>
          <details>
            <summary className="py-0.5 max-sm:min-h-11 max-sm:content-center">
              {t(`sector.${sector}`)}
            </summary>
            <p className="mb-2 text-ink-2 text-sm" lang="zh-CN">
              {wordsOf(sector).join("、")}
            </p>
          </details>
        </li>
      ))}
    </ul>
  );
}

function wordsOf(sector: keyof typeof SECTOR_WORDS): string[] {
  const { strong, weak } = SECTOR_WORDS[sector];
  return `${strong} ${weak}`.split(/\s+/).filter(Boolean);
}
