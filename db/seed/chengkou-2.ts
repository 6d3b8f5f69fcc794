import { chengkouProject, named, openList, placeholder, sector } from "@/db/seed/build";

/** 城口县“十四五”科技创新规划, 重点项目表, rows 15–27. */
export const CHENGKOU_ROWS_15_TO_27 = [
  chengkouProject({
    row: 15,
    name: "中药材独活的功能基因组学研究",
    owners: named("重庆市中药研究院", "重庆市大巴山中药研究院有限公司"),
    content:
      "完成独活全基因组测序，绘制精细图谱；标定高产优质基因与广谱抗性基因，" +
      "用全基因组关联分析找出优良表型基因的候选基因和遗传位点，" +
      "为独活优良品种选育及抗性机理研究打基础。",
    period: ["2021", "2025"],
    totalInvestmentWan: 100,
    leads: ["县林业局", "县经济信息委（县科技局）"],
    type: "research",
    sectors: [sector("traditional_chinese_medicine", "中药材", "独活")],
  }),
  chengkouProject({
    row: 16,
    name: "重庆核桃研发中心",
    owners: named("重庆市林业科学研究院"),
    content:
      "总规模295亩：核桃种质资源收集圃58亩、高产示范园102亩、良种繁育科研基地135亩" +
      "（采穗圃45亩、杂交育种试验园40亩、无性系测定试验园50亩）；建科研楼，" +
      "改建初加工车间500平方米，上核桃油等精深加工和中试生产线，配套灌溉与生产设施。",
    period: ["2021", "2025"],
    totalInvestmentWan: 6990,
    leads: ["县林业局", "县经济信息委（县科技局）"],
    type: "platform",
    sectors: [
      sector("specialty_agriculture_forestry", "核桃", "良种繁育"),
      sector("food_processing", "核桃油", "初加工"),
    ],
  }),
  chengkouProject({
    row: 17,
    name: "中国野生核桃资源综合开发工程技术研究中心生产线技改",
    owners: named("中国野生核桃资源综合开发工程技术研究中心"),
    content:
      "改造中国野生核桃资源综合开发工程技术研究中心的生产线，扩建其研发大楼，" +
      "增设野生核桃系列产品研发生产线。",
    period: ["2021", "2023"],
    totalInvestmentWan: 4000,
    leads: ["县林业局", "县经济信息委（县科技局）"],
    type: "construction",
    sectors: [
      sector("food_processing", "核桃系列产品", "生产线"),
      sector("specialty_agriculture_forestry", "野生核桃"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 18,
    name: "城口山地鸡资源保护及推广",
    owners: [placeholder("市场主体")],
    content:
      "推动建设山地鸡资源保护区，培育城口山地鸡配套系的商品代与父母代；" +
      "发展扩繁场15个，年扩繁种鸡3万只。",
    period: ["2021", "2025"],
    totalInvestmentWan: 3000,
    leads: ["县农业农村委"],
    type: "construction",
    sectors: [sector("specialty_agriculture_forestry", "山地鸡", "种鸡")],
  }),
  chengkouProject({
    row: 19,
    name: "城口县生猪高山生态养殖及肉制品开发关键技术集成与应用",
    owners: named("城口县云巅养殖有限公司", "西南大学动物科学技术学院"),
    content:
      "依托城口生猪高山生态养殖及“城口老腊肉”科技研发中心，建县生猪良繁体系，" +
      "集成高山生态健康养殖、生态饲料配制和生物安全防疫，以中药添加剂少用抗生素等药物，" +
      "粪污资源化利用，种养结合、农牧循环，提高生猪屠宰加工能力；总结老腊肉腌制、" +
      "炕房修建技术，研发“无烟熏味”腊肉工艺，申请专利、制定技术规范；" +
      "开发休闲食品和“城口腊味”系列产品。",
    period: ["2021", "2025"],
    totalInvestmentWan: 200,
    leads: ["县农业农村委", "县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("specialty_agriculture_forestry", "生猪", "生态养殖"),
      sector("food_processing", "肉制品", "老腊肉"),
    ],
  }),
  chengkouProject({
    row: 20,
    name: "重庆山地中蜂新品系选育",
    owners: [...named("重庆师范大学"), openList("等单位", null)],
    content:
      "破解蜜蜂种业“芯片”卡脖子：用大巴山优良中蜂种质资源，经人工授精、分子辅助育种、" +
      "闭锁繁育，以“抗中蜂囊状幼虫病”和“高产”为目标，连续选育3年（10个世代），" +
      "育成高产、抗病力强的重庆中蜂新品系，做中试与示范推广；就新品系向国家畜禽资源委员会" +
      "提出申请，成为重庆山地中蜂种业的标志性成果。",
    period: ["2021", "2025"],
    totalInvestmentWan: 300,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [sector("specialty_agriculture_forestry", "中蜂", "种业")],
  }),
  chengkouProject({
    row: 21,
    name: "无人蜂场智能移动养蜂平台装置研发与应用",
    owners: [...named("重庆师范大学"), openList("等单位", null)],
    content:
      "为山地中蜂传统养殖升级和优质蜂蜜生产，研制可拆卸、占地少、承载多、省人手的" +
      "智能移动养蜂平台；开发无人蜂场物联网安全预警系统和封闭式机械化蜂蜜采收装置，" +
      "使野外蜂场能智慧管理、机械化操作、蜂蜜可溯源，并到标准化蜂场示范。",
    period: ["2021", "2025"],
    totalInvestmentWan: 200,
    leads: ["县经济信息委（县科技局）"],
    type: "research",
    sectors: [
      sector("specialty_agriculture_forestry", "养蜂", "中蜂"),
      sector("digital_economy", "智能", "物联网"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 22,
    name: "城口大木漆全产业链研发",
    owners: [placeholder("市场主体")],
    content:
      "种大木漆树30000棵；建产品展示馆1座、加工集聚区1个、大木漆产业研发中心1个，" +
      "让城口大木漆树的种植、加工、推广、展示、销售连成全产业链。",
    period: ["2021", "2025"],
    totalInvestmentWan: 6000,
    leads: ["县发展改革委", "县林业局"],
    type: "construction",
    sectors: [
      sector("specialty_light_industry", "大木漆"),
      sector("specialty_agriculture_forestry", "大木漆树", "种植"),
    ],
  }),
  chengkouProject({
    row: 23,
    name: "西部（重庆）功能食品研发中心",
    owners: [placeholder("市场主体")],
    content:
      "与重科院共建西部（重庆）功能食品研发中心，研发城口山地鸡、核桃、中蜂、茶业等" +
      "特色农副产品的功能性，开发有益健康的功能食品，农副产品的生产链由此延长，" +
      "目标是中国功能食品之乡。",
    period: ["2021", "2025"],
    totalInvestmentWan: 3000,
    leads: ["县经济信息委（县科技局）"],
    type: "platform",
    sectors: [sector("food_processing", "功能食品")],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 24,
    name: "城口县“两种两养”农副产品价值发掘及营养功能因子研究",
    owners: named("城口县三品功能食品研究所"),
    content:
      "检测分析城口县百余种农副产品的功能因子与营养成分，建农副产品大数据库，找出优质" +
      "功能性产品，提高其商业和营养价值；出版城口县食物营养与功能因子图册，" +
      "供功能农业、功能食品产业及原料种植、开发取用。",
    period: ["2021", "2025"],
    totalInvestmentWan: 40,
    leads: ["县经济信息委（县科技局）", "县农业农村委"],
    type: "research",
    sectors: [
      sector("food_processing", "营养功能因子", "功能食品"),
      sector("specialty_agriculture_forestry", "农副产品"),
    ],
  }),
  chengkouProject({
    row: 25,
    name: "虹鳟鱼加工关键技术研究及功能性食品开发",
    owners: named("城口县三品功能食品研究所", "城口县任河水产养殖有限公司"),
    content:
      "分析城口虹鳟鱼鱼肉的原料成分，挖掘功能因子，研究配方、制备与加工工艺、质量标准、" +
      "贮藏期品质变化和货架期；休闲产品富含维生素D、亚油酸、亚麻酸，实现工业化生产。" +
      "产出：申请专利1～2项，产品质量标准1项，新产品2～3个。",
    period: ["2021", "2025"],
    totalInvestmentWan: 25,
    leads: ["县经济信息委（县科技局）", "县农业农村委"],
    type: "research",
    sectors: [sector("food_processing", "功能性食品", "加工")],
  }),
  chengkouProject({
    row: 26,
    name: "功能性月子鸡和DHA鸡蛋的开发",
    owners: named("城口县三品功能食品研究所", "重庆四季五谷生态农业开发有限公司"),
    content:
      "从品种、饲料饲草、饲料添加剂和饲养管理入手，提高鸡肉中亚油酸、亚麻酸和必需营养素锌" +
      "的含量，增加山地鸡的商品价值与营养功能价值，开发高品质的功能性月母子鸡；" +
      "山地鸡鸡蛋则富含DHA（二十二碳六烯酸）。",
    period: ["2021", "2025"],
    totalInvestmentWan: 55,
    leads: ["县经济信息委（县科技局）", "县农业农村委"],
    type: "research",
    sectors: [
      sector("food_processing", "功能性", "DHA鸡蛋"),
      sector("specialty_agriculture_forestry", "山地鸡"),
    ],
    sectorsConfirmed: false,
  }),
  chengkouProject({
    row: 27,
    name: "香菇脆片和富含香菇多糖的香菇酱开发及关键技术研究",
    owners: [...named("城口县三品功能食品研究所"), placeholder("有关企业")],
    content:
      "就香菇脆片、香菇酱（富含香菇多糖）研究配方、生产加工工艺与贮藏期间的品质变化，" +
      "实现工业化生产；制定产品质量标准2项，产品专利申请1～2项。",
    period: ["2021", "2025"],
    totalInvestmentWan: 45,
    leads: ["县经济信息委（县科技局）", "县农业农村委"],
    type: "research",
    sectors: [sector("food_processing", "香菇脆片", "香菇酱")],
  }),
];
