/**
 * Sectors and rows of the accounts, checks of the audit and kinds of people, in both languages by their names in the
 * model.
 */

import type { Both, Language } from '../../language/messages.ts'

/** Columns: two short lines at most, as heads of a table show them. */
export const columnNames: Both<Readonly<Record<string, string>>> = {
  en: {
    HY: 'Households\nunder 40',
    HM: 'Households\n40–59',
    HO: 'Households\n60 and over',
    FS: 'State-owned\nfirms',
    FP: 'Private\nfirms',
    FSc: 'State-owned\nfirms, current',
    FSk: 'State-owned\nfirms, capital',
    FPc: 'Private firms,\ncurrent',
    FPk: 'Private firms,\ncapital',
    PG: 'Provincial\ngovernments',
    LV: 'LGFVs',
    PF: 'Pension\nfund',
    B: 'Banks',
    CG: 'Central\ngovernment',
    RX: 'Rest of\nworld',
  },
  zh: {
    HY: '居民\n40岁以下',
    HM: '居民\n40—59岁',
    HO: '居民\n60岁及以上',
    FS: '国有企业',
    FP: '民营企业',
    FSc: '国有企业\n经常账户',
    FSk: '国有企业\n资本账户',
    FPc: '民营企业\n经常账户',
    FPk: '民营企业\n资本账户',
    PG: '全省\n（含市县）',
    LV: '城投平台',
    PF: '养老保险基金',
    B: '银行',
    CG: '中央',
    RX: '域外',
  },
}

/** A column in running text. */
export const columnName = (name: string, label: string, language: Language): string =>
  (columnNames[language][name] ?? label).replace('\n', language === 'zh' ? '' : ' ')

export const rowsInChinese: Readonly<Record<string, string>> = {
  capital: '生产资本',
  robots: '机器人与数字资本',
  publicCapital: '公共与文化资本',
  dwellings: '住房',
  developerStock: '开发商存货（成本）',
  deposits: '存款',
  householdLoans: '居民贷款',
  firmLoans: '企业贷款',
  advances: '银行垫款',
  bonds: '地方政府债券',
  vehicleDebt: '城投债务',
  outsideClaims: '域外资产',
  arrears: '拖欠账款',
  stateEquity: '国有企业权益',
  privateEquity: '民营企业权益',
  vehicleEquity: '城投平台权益',
  bankPosition: '银行对域外净头寸',
  centreAccount: '中央对本区账户',
  netWorth: '净值',
  consumption: '居民消费',
  purchases: '政府采购',
  publicWages: '公共部门工资',
  investment: '资本与机器人投资',
  publicInvestment: '公共与文化投资',
  construction: '住房建设',
  exports: '出口、旅游、粮食、石油',
  defence: '国防采购',
  imports: '调入与进口',
  wages: '企业工资',
  employerContributions: '单位缴费',
  employeeContributions: '个人缴费',
  indirectTaxes: '间接税',
  otherRevenue: '费用与其他收入',
  oilLevy: '石油收益金',
  profitTaxes: '企业所得税',
  incomeTaxes: '个人所得税',
  propertyTaxes: '契税、土地增值税与房产税',
  pensions: '养老金',
  benefits: '补助、津贴、消费券、医疗、补偿',
  subsidies: '对企业补贴',
  transfers: '一般转移支付',
  pooling: '养老金全国统筹',
  pensionSubsidy: '财政对养老保险基金的补贴',
  depositInterest: '存款利息',
  loanInterest: '贷款利息',
  bondInterest: '债券与城投债务利息',
  outsideInterest: '银行净头寸利息',
  claimIncome: '域外资产收益',
  dividends: '红利',
  bankCosts: '银行经营成本',
  recapitalisation: '银行注资',
  vehicleSupport: '城投使用费与补助',
  remittances: '汇款',
  family: '家庭内部转移',
  bequestsOutside: '域外继承',
  migrantWealth: '迁移者带走的财富',
  retainedProfit: '留存利润',
  land: '土地出让',
  homes: '购房',
  equitySale: '国有股权出售',
  capitalTransfer: '债务置换的资本转移',
  outsideEquity: '域外股权投资',
  cleanUp: '清债',
  claims: '域外资产变动',
  loans: '贷款与垫款变动',
  outsidePosition: '银行与中央头寸变动',
}

/** '13b Fees and other revenue' loses its number. */
export const rowName = (name: string, label: string, language: Language, flows: boolean): string => {
  if (language === 'zh') {
    const chinese = rowsInChinese[name] ?? label
    return flows && ['deposits', 'bonds', 'arrears'].includes(name) ? `${chinese}变动` : chinese
  }
  const text = label.replace(/^\d+[a-z]?\s+/, '')
  return name === 'netWorth' ? 'Net worth' : text
}

export const checksInChinese: Readonly<Record<string, string>> = {
  'transactionFlows.rows': '资金流量表每一行在部门之间合计为零',
  'transactionFlows.columns': '资金流量表每一列合计为零',
  'transactionFlows.redundant': '域外：没有方程强制其平衡的一列',
  'balanceSheet.rows': '资产负债表每一行在部门之间合计为零',
  'balanceSheet.columns': '资产负债表每一列合计为零',
  netWorthIsReal: '各部门净值之和等于实物资产',
  expenditureIsProduction: '支出法等于生产法',
  incomeIsProduction: '收入法等于生产法',
  familyTransfersCancel: '家庭内部转移在各组间抵消',
  peopleBalance: '年末人口 = 年初 + 出生 − 死亡 + 净迁入',
  peopleBySexBalance: '分性别人口',
  workersBalance: '劳动力 = 就业 + 失业',
  groupsBalance: '各组之和等于全部常住人口',
  pensionersBalance: '领取人数为各出生队列之和',
  pensionFundBalance: '养老金结余的变动',
  provinceBalanceSheet: '全省财政收支差额 = 库款变动 − 债务变动，不含国有股权出售',
  bondsByTerm: '各期限政府债之和 = 政府债余额',
  vehicleDebtByTerm: '各期限城投债务之和 = 城投债务余额',
  debtRatioParts: '债务率变动 = 利息、增长、价格、基本收支与其他之和',
  regionDebtRatioParts: '全区域债务率变动 = 利息、增长、价格、基本收支与其他之和',
  swapKeepsDebt: '置换不改变债券与城投债务之和',
  bankBalance: '银行资产减存款等于资本',
  taxesBalance: '缴纳的税等于收到的税',
  contributionsBalance: '缴纳的社保费等于收到的',
  holdersBalance: '国有企业持有者之和',
  homesBalance: '买入的住房等于卖出的',
  landBalance: '土地成本进入开发商存货',
  outputOfIndustries: '各行业增加值之和等于市场产出',
  employmentOfIndustries: '各行业就业之和等于市场就业',
  exportsOfIndustries: '各行业域外销售之和等于市场部门销往域外',
  householdWealthBalance: '居民金融财富 = 储蓄 − 购房 + 转移 + 核销',
}

export const checkTitle = (id: string, label: string, language: Language): string =>
  language === 'zh' ? (checksInChinese[id] ?? label) : label

export const peopleNames: Both<Readonly<Record<string, { readonly name: string; readonly of: string }>>> = {
  en: {
    young: { name: 'Households under 40', of: 'disposable income per person' },
    middle: { name: 'Households 40–59', of: 'disposable income per person' },
    old: { name: 'Households 60 and over', of: 'disposable income per person' },
    marketWorker: { name: 'Market workers', of: 'wage' },
    publicWorker: { name: 'Public employees', of: 'wage' },
    farmer: { name: 'Farm workers', of: 'farm income' },
    unemployed: { name: 'Unemployed', of: 'benefit, average of all unemployed' },
    employeePensioner: { name: 'Urban pensioners', of: 'pension' },
    residentPensioner: { name: 'Rural and other pensioners', of: 'pension' },
    smallChild: { name: 'Children covered', of: 'allowance' },
    homeOwner: { name: 'Home owners', of: 'value of dwellings' },
  },
  zh: {
    young: { name: '40岁以下家庭', of: '人均可支配收入' },
    middle: { name: '40—59岁家庭', of: '人均可支配收入' },
    old: { name: '60岁及以上家庭', of: '人均可支配收入' },
    marketWorker: { name: '市场就业者', of: '工资' },
    publicWorker: { name: '公共部门职工', of: '工资' },
    farmer: { name: '务农者', of: '农业收入' },
    unemployed: { name: '失业者', of: '失业保险金（按全部失业者）' },
    employeePensioner: { name: '城镇职工退休者', of: '养老金' },
    residentPensioner: { name: '城乡居民养老者', of: '养老金' },
    smallChild: { name: '受补贴儿童', of: '育儿补贴' },
    homeOwner: { name: '有房者', of: '住房价值' },
  },
}

export const accountSectorNames: Both<Readonly<Record<string, string>>> = {
  en: {
    centre: 'Central government',
    province: 'Provincial governments',
    vehicles: 'LGFVs',
    pensionFund: 'Pension fund',
    households: 'Households',
    stateFirms: 'State-owned firms',
    privateFirms: 'Private firms',
    banks: 'Banks',
    outside: 'Outside the region',
  },
  zh: {
    centre: '中央',
    province: '全省（含市县）',
    vehicles: '城投平台',
    pensionFund: '养老保险基金',
    households: '居民',
    stateFirms: '国有企业',
    privateFirms: '民营企业',
    banks: '银行',
    outside: '域外',
  },
}
