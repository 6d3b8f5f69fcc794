import { attributeOf, isOn, walkXml } from "../office/xml";

type Style = { hides: boolean | null; basedOn: string | null };

/** The named styles whose text is hidden, by their own word or by that of a style they are based on. */
export function hidingStyles(bytes: Uint8Array): Set<string> {
  const styles = new Map<string, Style>();
  const open: string[] = [];
  let style: Style | null = null;
  walkXml(bytes, {
    open(name, attributes) {
      const value = attributeOf(attributes, "val");
      if (name === "style") {
        style = { hides: null, basedOn: null };
        styles.set(attributeOf(attributes, "styleId") ?? "", style);
      }
      if (style && name === "basedOn") style.basedOn = value;
      if (style && name === "vanish" && open.at(-1) === "rPr") style.hides = isOn(value);
      open.push(name);
    },
    close(name) {
      open.pop();
      if (name === "style") style = null;
    },
    text: () => undefined,
  });
  return new Set([...styles.keys()].filter((id) => hides(styles, id)));
}

const GENERATIONS = 20;

function hides(styles: Map<string, Style>, id: string): boolean {
  let at: string | null = id;
  for (let generation = 0; at !== null && generation < GENERATIONS; generation += 1) {
    const style = styles.get(at);
    if (!style) return false;
    if (style.hides !== null) return style.hides;
    at = style.basedOn;
  }
  return false;
}
