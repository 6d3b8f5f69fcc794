import type { OrganizationFact } from "@/db/seed/facts";
import { CHENGKOU, DIANJIANG, QIANJIANG } from "@/db/seed/regions";

/**
 * Every body the unit cells of the three tables name, exactly as written.
 * A region is given where the name carries it (县…, 区…, 城口县…, 垫江县…) or the body is
 * the region's own responsible department; of all others the documents do not say where they
 * belong, so it is null.
 */
export const ORGANIZATIONS: OrganizationFact[] = [
  { name: "县经济信息委", regionCode: CHENGKOU, kind: "department" },
  {
    name: "县经济信息委（县科技局）",
    regionCode: CHENGKOU,
    kind: "department",
    bracketedNameOf: "县经济信息委",
  },
  { name: "县林业局", regionCode: CHENGKOU, kind: "department" },
  { name: "县发展改革委", regionCode: CHENGKOU, kind: "department" },
  { name: "县农业农村委", regionCode: CHENGKOU, kind: "department" },
  { name: "县教委", regionCode: CHENGKOU, kind: "department" },
  { name: "县卫生健康委", regionCode: CHENGKOU, kind: "department" },
  { name: "县住房城乡建委", regionCode: CHENGKOU, kind: "department" },
  { name: "城口县农业综合检测中心", regionCode: CHENGKOU, kind: "institution" },
  { name: "城口县三品功能食品研究所", regionCode: CHENGKOU, kind: "institution" },
  { name: "城口县大巴山林业开发有限公司", regionCode: CHENGKOU, kind: "company" },
  { name: "城口县云巅养殖有限公司", regionCode: CHENGKOU, kind: "company" },
  { name: "城口县任河水产养殖有限公司", regionCode: CHENGKOU, kind: "company" },

  { name: "区科技局", regionCode: QIANJIANG, kind: "department" },
  { name: "正阳工业园区管委会", regionCode: QIANJIANG, kind: "park" },

  { name: "垫江县人民医院", regionCode: DIANJIANG, kind: "institution" },
  { name: "垫江县中医院", regionCode: DIANJIANG, kind: "institution" },
  { name: "垫江县永安梅哂酒厂", regionCode: DIANJIANG, kind: "company" },

  {
    name: "重庆市大巴山中药研究院",
    regionCode: null,
    kind: "institution",
    probablySameAs: "重庆市大巴山中药研究院有限公司",
  },
  { name: "重庆市大巴山中药研究院有限公司", regionCode: null, kind: "company" },
  {
    name: "天宝药业",
    regionCode: null,
    kind: "company",
    probablySameAs: "重庆天宝药业有限公司",
  },
  { name: "重庆天宝药业有限公司", regionCode: null, kind: "company" },
  { name: "重庆市中药研究院", regionCode: null, kind: "institution" },
  { name: "重庆市林业科学研究院", regionCode: null, kind: "institution" },
  { name: "中国野生核桃资源综合开发工程技术研究中心", regionCode: null, kind: "institution" },
  { name: "重庆大巴山生物科技有限公司", regionCode: null, kind: "company" },
  { name: "重庆四季五谷生态农业开发有限公司", regionCode: null, kind: "company" },
  { name: "重庆侨东美实业有限公司", regionCode: null, kind: "company" },
  { name: "西南大学动物科学技术学院", regionCode: null, kind: "university" },
  { name: "重庆师范大学", regionCode: null, kind: "university" },
];
