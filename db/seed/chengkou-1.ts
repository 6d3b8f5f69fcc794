import { chengkouProject, named, openList, placeholder, sector } from "@/db/seed/build";

/** 城口县“十四五”科技创新规划, 重点项目表, rows 1–14. */
export const CHENGKOU_ROWS_1_TO_14 = [
  chengkouProject({
    row: 1,
    name: "城口县智慧城市运行管理中心",
    owners: named("县经济信息委"),
    content:
      "以城口县政务信息资源共享交换平台为底座，建设县城市综合服务平台、县数据资源中心，" +
      "以及监测预警系统、调度指挥系统；1000平方米办公大厅兼有城市运行管理、指挥调度、" +
      "视频会议与科普展示，即城口“智慧大脑”。",
    period: ["2022", "2025"],
    totalInvestmentWan: 5100,
    leads: ["县经济信息委"],
    type: "construction",
    sectors: [sector("smart_city", "智慧城市"), sector("digital_economy", "数据资源")],
  }),
  chengkouProject({
    row: 2,
    name: "城口县大数据智能化应用",
    owners: [...named("县教委", "县卫生健康委", "县住房城乡建委"), openList("等28个相关部门", 28)],
    content:
      "面向政府管理、社会治理、民生服务、产业融合、绿色宜居，推动跨层级、跨部门、跨地域、" +
      "跨业务、跨系统的技术、业务和数据融合，做智能化创新应用：智慧教育、智慧交通、" +
      "智慧医疗、智慧河长、智慧城管、雪亮工程，以及公安网络技改提升等。",
    period: ["2021", "2025"],
    totalInvestmentWan: 42690,
    leads: ["县经济信息委"],
    type: "construction",
    sectors: [
      sector("smart_city", "智慧教育", "智慧医疗", "智慧交通", "智慧城管", "雪亮工程"),
      sector("digital_economy", "大数据"),
    ],
  }),
  chengkouProject({
    row: 3,
    name: "城口县农产品检测实验室扩建",
    owners: named("城口县农业综合检测中心"),
    content:
      "改建、扩建农产品实验室，配齐设备、试剂盒与耗材；全县25个乡镇（街道）的检测站" +
      "都按标准化建成。",
    period: ["2021", "2025"],
    totalInvestmentWan: 2000,
    leads: ["县农业农村委"],
    type: "construction",
    sectors: [
      sector("specialty_agriculture_forestry", "农产品"),
      sector("food_processing", "农产品检测"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 4,
    name: "大巴山生态经济孵化中心",
    owners: [placeholder("市场主体")],
    content:
      "以城口为中心，与四川达州、陕西安康等周边地区共建大巴山生态经济孵化中心，" +
      "主攻生态工业与生态旅游，促成产业生态化、生态产业化。",
    period: ["2021", "2025"],
    totalInvestmentWan: 3000,
    leads: ["县发展改革委"],
    type: "platform",
    sectors: [
      sector("technology_services", "孵化中心"),
      sector("ecology", "生态经济", "产业生态化"),
      sector("culture_tourism", "生态旅游"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 5,
    name: "大巴山智慧生态监测系统",
    owners: named("县林业局"),
    content:
      "用物联网、人工智能、大数据等信息技术，建设天空地一体化、全覆盖的大巴山生物多样性" +
      "智慧监测系统，服务森林资源监测、湿地草地保护与修复、野生动植物保护和林业灾害" +
      "预测预警，提高保护与管理的信息化水平。",
    period: ["2021", "2025"],
    totalInvestmentWan: 2000,
    leads: ["县林业局"],
    type: "construction",
    sectors: [
      sector("ecology", "生态监测", "生物多样性"),
      sector("digital_economy", "物联网", "大数据", "人工智能"),
    ],
  }),
  chengkouProject({
    row: 6,
    name: "大巴山资源植物种质资源库",
    owners: named("县林业局"),
    content:
      "收齐城口县域全部植物资源，建成种质资源库；对8.1万亩国家一级、二级珍稀特种植物" +
      "（崖柏、珙桐、红豆杉、川东灯台、报春等）开展抢救、培育和保护利用。",
    period: ["2021", "2025"],
    totalInvestmentWan: 6480,
    leads: ["县林业局"],
    type: "construction",
    sectors: [
      sector("ecology", "珍稀特种植物", "抢救", "保护"),
      sector("specialty_agriculture_forestry", "种质资源"),
    ],
  }),
  chengkouProject({
    row: 7,
    name: "大巴山经济动物种质资源库",
    owners: named("县林业局"),
    content:
      "为大巴山地区的重要经济动物建种质资源库：经济昆虫有中华蜜蜂，草食性畜有板角山羊、" +
      "巴山牛类等，特色禽类有城口山地鸡等。",
    period: ["2021", "2025"],
    totalInvestmentWan: 6000,
    leads: ["县林业局"],
    type: "construction",
    sectors: [
      sector("specialty_agriculture_forestry", "经济动物", "中华蜜蜂", "板角山羊", "山地鸡"),
      sector("ecology", "种质资源"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 8,
    name: "大巴山中药研究院",
    owners: named("重庆市大巴山中药研究院"),
    content:
      "组建中药科技创新应用团队一支，讲求效能；建国内知名的服务平台和创新高地，" +
      "从事中药资源保护与开发利用；培育中药资源农业与资源开发的支撑学科，成为重庆市新型研发机构。",
    period: ["2021", "2025"],
    totalInvestmentWan: 2000,
    leads: ["县林业局"],
    type: "platform",
    sectors: [sector("traditional_chinese_medicine", "中药")],
  }),
  chengkouProject({
    row: 9,
    name: "城口大巴山模式产地药用植物资源挖掘与中药材科技示范园",
    owners: named("重庆市大巴山中药研究院有限公司", "重庆天宝药业有限公司"),
    content:
      "为城口大巴山主要模式标本物种和道地优势中药材品种建种质基因库、实验室；" +
      "办道地优势中药材农业科技示范园，研究种苗等级、种子质量和规范化种植的技术标准，" +
      "并做技术培训与示范应用。",
    period: ["2021", "2025"],
    totalInvestmentWan: 600,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "药用植物", "中药材"),
      sector("specialty_agriculture_forestry", "农业科技示范园", "种苗"),
    ],
  }),
  chengkouProject({
    row: 10,
    name: "大巴山（城口）中药材产业大数据智能服务平台开发",
    owners: named("重庆市大巴山中药研究院有限公司", "重庆市中药研究院"),
    content:
      "供应链智能管理系统以上海药材公司（上海医药集团下属）、重庆天宝药业、重庆慧远药业" +
      "为龙头，贯通种植基地、产地收购与加工、精深加工和全国销售，城口中药材在闭环中可智能" +
      "追溯；科技服务管理系统主要依托重庆市中药研究院，为城口、重庆以至全国提供资源、生药、" +
      "种植、质量、信息数据和产品开发的全产业链科技支撑。",
    period: ["2021", "2025"],
    totalInvestmentWan: 400,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "中药材"),
      sector("digital_economy", "大数据", "智能"),
    ],
  }),
  chengkouProject({
    row: 11,
    name: "灵芝精深加工",
    owners: named("天宝药业"),
    content:
      "对灵芝做现代化精深加工，开发保健食品、化妆品、药品等多种产品，" +
      "以灵芝饮品系列、灵芝酒系列为主，并持续改进深加工技术。",
    period: ["2021", "2025"],
    totalInvestmentWan: 1000,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "灵芝"),
      sector("food_processing", "保健食品", "灵芝酒", "灵芝饮品"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 12,
    name: "城口道地中药材系列产品培育",
    owners: named("天宝药业"),
    content:
      "开发配方饮片，研发丸剂膏剂与三十万级直服饮片；增加道地药材品种，" +
      "开发天麻、太白贝母、三七等药食两用的健康产品，突出城口特色。",
    period: ["2021", "2025"],
    totalInvestmentWan: 1200,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "中药材", "饮片"),
      sector("food_processing", "药食两用"),
    ],
  }),
  chengkouProject({
    row: 13,
    name: "高含量淫羊藿优良种质的开发利用与示范研究",
    owners: named("重庆市大巴山中药研究院有限公司", "城口县大巴山林业开发有限公司"),
    content:
      "研究并示范高含量淫羊藿品种的林下生态种植；集成种子繁育、种苗管理、林下种植技术" +
      "各一套；建种苗繁育基地20亩，每年可产种苗200万株以上，林下生态种植示范基地200亩。",
    period: ["2021", "2025"],
    totalInvestmentWan: 400,
    leads: ["县林业局", "县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "淫羊藿"),
      sector("specialty_agriculture_forestry", "种苗", "林下生态种植"),
    ],
  }),
  chengkouProject({
    row: 14,
    name: "天麻种质资源创新利用与产品开发研究",
    owners: named("重庆市大巴山中药研究院有限公司", "重庆大巴山生物科技有限公司"),
    content:
      "征集城口和大巴山区野生天麻的种质资源，与乌天麻、红天麻等国内优良品种杂交选育，" +
      "获得杂交天麻新植株，育成适合城口的新一代天麻新品种1个；建优良天麻林下生态种植" +
      "示范基地并推广；建实验室，开发利用城口大巴山天麻菌种资源；以当地天麻为原料，" +
      "研制复合天麻含片、冻干天麻等健康产品3个以上。",
    period: ["2021", "2025"],
    totalInvestmentWan: 500,
    leads: ["县林业局", "县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("traditional_chinese_medicine", "天麻"),
      sector("specialty_agriculture_forestry", "种质资源", "杂交选育"),
      sector("food_processing", "健康产品"),
    ],
  }),
];
