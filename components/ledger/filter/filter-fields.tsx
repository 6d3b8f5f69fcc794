import type { Translator } from "@/lib/language/translator";

/** `form` is the id of the form it sends, where that is not around it. */
export function ApplyButton({ t, form }: { t: Translator; form?: string }) {
  return (
    <button
      type="submit"
      form={form}
      className="w-full rounded-card border border-accent bg-accent px-3 py-1 text-on-accent hover:opacity-90 max-sm:min-h-11"
    >
      {t("ledger.apply")}
    </button>
  );
}
