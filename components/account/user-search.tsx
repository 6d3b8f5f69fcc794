import Form from "next/form";
import { BUTTON } from "@/components/ui/button";
import type { Translator } from "@/lib/language/translator";

/** Finds users by name; a GET form, so that the answer has an address. */
export function UserSearch({ t, q }: { t: Translator; q: string }) {
  return (
    <Form action="/settings" className="flex flex-wrap items-end gap-2">
      <label className="block">
        <span className="mb-1 block text-ink-2 text-sm">{t("settings.search")}</span>
        <input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={50}
          className="rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11 max-sm:text-[16px]"
        />
      </label>
      <button type="submit" className={BUTTON}>
        {t("settings.searchButton")}
      </button>
    </Form>
  );
}
