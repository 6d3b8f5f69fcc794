export const CHENGKOU = "500229";
export const QIANJIANG = "500114";
export const DIANJIANG = "500231";

/** A region by its GB/T 2260 code, with the full and the everyday name. */
export type RegionFact = { code: string; name: string; shortName: string };

/** The regions the five documents are about; only the first three have a project table. */
export const REGIONS: RegionFact[] = [
  { code: CHENGKOU, name: "城口县", shortName: "城口" },
  { code: QIANJIANG, name: "黔江区", shortName: "黔江" },
  { code: DIANJIANG, name: "垫江县", shortName: "垫江" },
  { code: "511622", name: "武胜县", shortName: "武胜" },
  { code: "500000", name: "重庆市", shortName: "重庆" },
];
