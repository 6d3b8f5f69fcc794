import type { ReadingField } from "@/lib/document/document";

/** What a column of a project table may be. `period` holds both ends, at times a duration. */
export const COLUMN_ROLES = [
  "seq",
  "name",
  "owners",
  "hosts",
  "leads",
  "supports",
  "duration",
  "period",
  "start",
  "end",
  "total",
  "field",
  "content",
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** The field of a reading that a column fills; one that holds both ends stands under its first half. */
export const FIELD_OF_ROLE = {
  seq: "seq",
  name: "name",
  owners: "owners",
  hosts: "hosts",
  leads: "leads",
  supports: "supports",
  duration: "durationYears",
  period: "start",
  start: "start",
  end: "end",
  total: "totalInvestmentWan",
  field: "field",
  content: "content",
} as const satisfies Record<ColumnRole, ReadingField>;

/**
 * How offices word the header of each column, the surest wording first: where two columns claim one role, the one that
 * stands further up is taken. Compared without white space, brackets and their contents.
 */
export const HEADER_WORDS: Record<ColumnRole, RegExp[]> = {
  seq: [/^(?:序号|顺序号|项目序号|no\.?)$/i, /^(?:编号|序|号|项目编号)$/],
  name: [
    /^(?:重点|重大|建设|子|具体)*(?:项目|工程)(?:或工程|及工程|、工程|\/工程)?名称$/,
    /^(?:重点|重大|建设)*(?:建设)?项目$|^(?:项目|工程)名$|^名称$|^工程项目$/,
    /^(?:任务|事项|课题|平台)名称$/,
    /^(?:重点|重大)*(?:项目|工程)名称[及和与、]./,
  ],
  owners: [
    /^(?:项目)?(?:建设|实施|承担|承建实施)(?:单位|主体|业主)(?:名称)?$|^(?:项目)?业主(?:单位)?(?:名称)?$/,
    /^(?:项目)?(?:法人|投资|申报|承办)(?:单位|主体|业主)(?:名称)?$|^(?:项目)?法人$|^项目(?:单位|主体)$|^(?:实施|建设|投资)(?:企业|方)$/,
    /^(?:企业|单位)名称$/,
  ],
  hosts: [/^(?:建设)?依托(?:单位|机构|主体|平台)$/],
  leads: [
    /^(?:第一)?牵头(?:责任)?(?:单位|部门)?(?:及责任单位)?$/,
    /^(?:责任|主责)(?:部门|单位|主体)$|^(?:主要|第一)责任(?:部门|单位)$/,
    /^(?:行业|业务)?主管(?:部门|单位)$|^主办(?:单位|部门)$|^(?:行业)?监管(?:部门|单位)$/,
    /^(?:责任|牵头|主管)(?:单位|部门)[及和与、](?:责任|负责|联系)人$/,
  ],
  supports: [/^(?:责任)?(?:配合|协助|协办|参与|协同|协作|参加)(?:责任)?(?:单位|部门)?$/],
  duration: [/^(?:计划|项目|预计|建设|实施|执行)*周期$/, /^(?:建设|实施)?时长$/],
  period: [
    /^(?:计划|项目|预计|拟)?(?:建设|实施|起止|执行|项目)(?:起止)?(?:年限|时间|期限|工期|年月|期|年份|年度)$/,
    /^(?:计划|建设|总)?工期$|^(?:起止|建设)日期$|^时限$/,
    /^(?:计划|预计|拟)?(?:开竣工|开完工|开工竣工|开工[及和与、至]竣工)(?:时间|日期|年月|年限|年份)$/,
  ],
  start: [
    /^(?:计划|预计|拟|实际)?(?:开工|开始|起始|启动|动工)(?:建设)?(?:时间|日期|年月|年份|年度|年)?$/,
    /^起$|^始$/,
  ],
  end: [
    /^(?:计划|预计|拟|实际)?(?:竣工|完工|建成|结束|终止|截止|竣工投产|建成投产|投产)(?:验收)?(?:时间|日期|年月|年份|年度|年)?$/,
    /^(?:计划|预计)?完成(?:时间|日期|年月|年份|时限|期限)$|^止$|^迄$|^终$/,
  ],
  total: [
    /^(?:项目|计划|估算|预计|概算|预算|规划|拟)*总投资(?:额|规模|估算|概算|金额)?$/,
    /^(?:项目|计划|预计|拟)*(?:投资规模|估算投资|投资估算|投资总额|投资总规模|投资概算|概算投资|预计投资|总概算|投资额|投资金额|项目投资|投资)$/,
    /^(?:资金规模|总金额|资金总额|经费预算|总经费|计划投资|拟投资)$/,
  ],
  field: [
    /^(?:所属|项目|产业|重点)?(?:领域|行业)(?:类别|分类|领域)?$/,
    /^(?:项目|产业|所属|行业)?(?:类别|分类|类型|产业)$/,
  ],
  content: [
    /^(?:项目|工程)?(?:主要)?(?:建设|实施|研究)?(?:内容|任务)(?:[及和与、](?:建设)?规模)?$/,
    /^(?:主要)?(?:建设)?规模(?:[及和与、](?:主要)?(?:建设)?内容)?$|^建设任务$|^(?:项目)?(?:概况|简介)$/,
  ],
};

/** Amounts that are not the total investment, whatever else the header says. */
export const OTHER_AMOUNTS =
  /20\d\d|年度|当年|本年|今年|上年|年底|完成|到位|累计|其中|财政|自筹|专项债|债券|中央|市级|省级|县级|区级|拨付|支付|已|剩余|缺口|银行|贷款|社会资本|资金来源/;
/** People and telephones, not bodies. */
export const NOT_A_BODY =
  /^(?!.*(?:单位|部门)[及和与、]).*(?:责任人|领导|联系人|负责人|联络|电话|职务|(?<!法)人$)/;
/** Under 总投资, the column of the sum. */
export const SUM_WORDS = /^(?:合计|总计|小计|总额|总投资|投资额|总量)$/;

/** The column that names an indicator. */
export const INDICATOR_WORDS = /^(?:主要|核心|发展|具体|规划|一级|二级)*指标(?:名称|内容|项目)?$/;
/** 属性 beside an indicator. */
export const ATTRIBUTE_WORDS = /^(?:指标)?(?:属性|性质)$/;
export const INDICATOR_UNIT_WORDS = /^(?:计量|指标)?单位$/;
/** Columns of an indicator table that hold no value. */
export const NO_VALUE_WORDS =
  /^(?:备注|说明|类别|类型|分类|领域|(?:指标|数据)来源|(?:责任|牵头|主管)(?:单位|部门))$/;
