import { named, project, type RowFact, sector } from "@/db/seed/build";
import type { CellFact, PlanFact, ProjectFact, ProjectFactField } from "@/db/seed/facts";
import { DIANJIANG } from "@/db/seed/regions";

type DianjiangRow = RowFact & {
  /** The bodies a project of 专栏7 leans on 依托, and how the prose words them together. */
  hosts?: { units: [string, ...string[]]; text: string };
};

/** 垫江县科技创新“十四五”规划: boxes 专栏4 (4) and 专栏7 (5); no amounts, periods, leads. */
export const DIANJIANG_PLAN: PlanFact = {
  key: "dianjiang",
  regionCode: DIANJIANG,
  name: "垫江县科技创新“十四五”规划（2021—2025年）",
  documentNumber: "垫江府办发〔2022〕8号",
  publishedOn: "2022-03-24",
  startYear: 2021,
  endYear: 2025,
  projects: [
    dianjiangProject("专栏4", {
      row: 1,
      name: "加快推进电商产业园建设",
      content:
        "扩大垫江电商产业园，补强电商公共服务、人才培养、创业孵化、快递物流、仓储配送，" +
        "多引电商、物流及相关企业，提高辐射力；目标是设施先进、配套齐全、产业链完整、" +
        "环境优美的园区。",
      type: "construction",
      sectors: [
        sector("modern_services", "电商", "物流", "仓储配送"),
        sector("digital_economy", "电商产业园"),
      ],
    }),
    dianjiangProject("专栏4", {
      row: 2,
      name: "垫江网红直播基地建设",
      content:
        "由网红直播公司办直播培训，加快网络新经济，挖掘直播带货的市场；" +
        "新模式、新场景、新形态涵盖线下展示体验、线上网红直播、现场量身定制、" +
        "产业旅游观光、客户网红打卡。",
      type: "platform",
      sectors: [
        sector("modern_services", "网红直播", "直播带货"),
        sector("digital_economy", "网络新经济"),
        sector("culture_tourism", "旅游观光"),
      ],
    }),
    dianjiangProject("专栏4", {
      row: 3,
      name: "重庆市垫江软件园提档升级",
      content:
        "引进互联网、智能化科技企业，建设创新平台；数据运营中心交专业团队运营，" +
        "一期形成数据运营平台与产业孵化楼宇。",
      type: "platform",
      sectors: [sector("digital_economy", "软件园", "数据运营", "互联网")],
    }),
    dianjiangProject("专栏4", {
      row: 4,
      name: "垫江数字文化产业园",
      content:
        "研制AR、VR、MR等设备和可穿戴文娱设备，开发动漫、手办、潮玩等文创产品，" +
        "5G短视频、智媒体、微动漫，以及内容电商、网络直播电商等；挖掘民俗、非遗、牡丹文化，" +
        "建文创产业园，推出沉浸式娱乐体验产品。",
      type: "construction",
      sectors: [
        sector("culture_tourism", "文化产业园", "文创", "非遗"),
        sector("digital_economy", "数字", "VR", "5G"),
      ],
      sectorsConfirmed: false,
    }),
    dianjiangProject("专栏7", {
      row: 1,
      name: "垫江县人民医院博士后科研工作站建设",
      hosts: { units: ["垫江县人民医院"], text: "垫江县人民医院" },
      content:
        "依托垫江县人民医院设博士后科研工作站，主攻孕期炎症如何增强子代脑损伤的易感性" +
        "及其机制。",
      type: "platform",
      sectors: [sector("biomedicine_health", "医院", "孕期炎症", "脑损伤")],
    }),
    dianjiangProject("专栏7", {
      row: 2,
      name: "垫江县集约化智慧中药房建设",
      hosts: { units: ["垫江县中医院"], text: "垫江县中医院工业园区制剂室" },
      content:
        "以垫江县中医院的工业园区制剂室为依托，为全县卫生系统建集约化智慧中药房，" +
        "做到线上审方、中药特色加工、中药调剂、送药到家；为全国农村中医药工作先进单位、" +
        "全国中医药综合改革试验县建设作示范，后期有望推向全国。",
      type: "construction",
      sectors: [
        sector("traditional_chinese_medicine", "中药房", "中医药"),
        sector("biomedicine_health", "卫生系统"),
      ],
    }),
    dianjiangProject("专栏7", {
      row: 3,
      name: "牡丹花香溶液及牡丹哂酒研究",
      hosts: {
        units: ["垫江县人民医院", "垫江县永安梅哂酒厂"],
        text: "垫江县人民医院和垫江县永安梅哂酒厂",
      },
      content:
        "依托垫江县人民医院、垫江县永安梅哂酒厂，用垫江药用牡丹的花瓣制备牡丹花香溶液；" +
        "药用牡丹花粉加入哂酒发酵，辅以该溶液，制成垫江特色的牡丹哂酒。",
      type: "research",
      sectors: [
        sector("food_processing", "哂酒"),
        sector("traditional_chinese_medicine", "药用牡丹"),
      ],
      sectorsConfirmed: false,
    }),
    dianjiangProject("专栏7", {
      row: 4,
      name: "石斛牡蛎糖片的研发",
      hosts: { units: ["重庆侨东美实业有限公司"], text: "重庆侨东美实业有限公司" },
      content:
        "依托重庆侨东美实业有限公司，以发明专利研究牡蛎、石斛制剂，" +
        "建石斛牡蛎糖片的制剂工艺生产线，新增保健产品1～2个。",
      type: "research",
      sectors: [
        sector("food_processing", "糖片", "保健"),
        sector("traditional_chinese_medicine", "石斛"),
      ],
      sectorsConfirmed: false,
    }),
    dianjiangProject("专栏7", {
      row: 5,
      name: "垫江牡丹的“品、质、性、效、用”一体化研究药学实验室建设",
      hosts: { units: ["垫江县中医院"], text: "垫江县中医院" },
      content:
        "依托垫江县中医院研究垫江县道地药材牡丹皮：品种选育、道地性阐释、质量标准提升、" +
        "药效药理；结合医院临床基础平台做牡丹皮临床使用和新产品开发，促进牡丹经济产业化。",
      type: "platform",
      sectors: [
        sector("traditional_chinese_medicine", "道地药材", "牡丹皮"),
        sector("specialty_agriculture_forestry", "牡丹", "品种选育"),
      ],
    }),
  ],
};

/** The boxes are prose: no columns, no headers, and hosts only where 依托 names them. */
function dianjiangProject(sourceTable: string, row: DianjiangRow): ProjectFact {
  return {
    ...project(row, sourceTable),
    hosts: named(...(row.hosts?.units ?? [])),
    cells: [
      proseCell("sourceRow", String(row.row)),
      proseCell("name", row.name),
      ...(row.hosts ? [proseCell("hosts", row.hosts.text)] : []),
      proseCell("content", null),
    ],
  };
}

function proseCell(field: ProjectFactField, text: string | null): CellFact {
  return { field, column: null, header: null, text };
}
