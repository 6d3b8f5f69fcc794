/** Texts by their place: keys of groups as whole numbers. Only grows. */
export class Words {
  readonly #places = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The place of a text, which it gets on first use. */
  placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  /** The place of a text that has one. */
  knownPlaceOf(text: string): number | undefined {
    return this.#places.get(text);
  }

  textAt(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw new Error(`No text has place ${place}.`);
    return text;
  }
}
