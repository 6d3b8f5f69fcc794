import Link from "next/link";

type RegionPickerProps = {
  label: string;
  all: string;
  regions: { code: string; name: string }[];
  chosen: string | null;
};

/** All counties or one of them. */
export function RegionPicker({ label, all, regions, chosen }: RegionPickerProps) {
  const choices = [{ code: null, name: all }, ...regions];
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2 print:hidden">
      {choices.map(({ code, name }) => (
        <Link
          key={name}
          href={{ pathname: "/overview", query: code ? { region: code } : {} }}
          aria-current={code === chosen ? "true" : undefined}
          className="rounded-full border border-line-3 bg-surface px-3 py-0.75 text-ink-2 hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
