export const CHENGKOU = "500229";
export const QIANJIANG = "500114";
export const DIANJIANG = "500231";

/** A region by its GB/T 2260 code, with the full and the everyday name. */
export type RegionFact = { code: string; name: string; shortName: string };

/** The regions whose plans have a project table. */
export const REGIONS: RegionFact[] = [
  { code: CHENGKOU, name: "城口县", shortName: "城口" },
  { code: QIANJIANG, name: "黔江区", shortName: "黔江" },
  { code: DIANJIANG, name: "垫江县", shortName: "垫江" },
];
