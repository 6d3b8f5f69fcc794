import { PRIMARY_BUTTON } from "@/components/ui/button";

/** `form` is the id of the form it sends, where that is not around it. */
export function ApplyButton({ form, children }: { form?: string | undefined; children: string }) {
  return (
    <button type="submit" form={form} className={`${PRIMARY_BUTTON} w-full justify-center`}>
      {children}
    </button>
  );
}
