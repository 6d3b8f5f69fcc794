import Link from "next/link";
import { SubmitButton } from "./fields";

/** The end of a form in a page: save, or leave it. */
export function FormEnd({
  label,
  cancel,
  closeHref,
}: {
  label: string;
  cancel: string;
  closeHref: string;
}) {
  return (
    <p className="flex items-center gap-3 sm:col-span-full">
      <SubmitButton>{label}</SubmitButton>
      <Link
        href={closeHref as "/"}
        scroll={false}
        className="px-1 py-1 text-accent hover:underline max-sm:min-h-11 max-sm:content-center"
      >
        {cancel}
      </Link>
    </p>
  );
}
