import { Pills } from "../ui/pills";

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
    <Pills
      label={label}
      pills={choices.map(({ code, name }) => ({
        key: name,
        words: name,
        href: { pathname: "/overview", query: code ? { region: code } : {} },
        chosen: code === chosen,
      }))}
    />
  );
}
