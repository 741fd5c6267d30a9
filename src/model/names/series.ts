/** Series of regions that the model has no sentence on; in Chinese where their name differs from that of the variable. */

import type { Language } from '../../language/messages.ts'
import { chineseName } from './names.ts'
import { labelName } from './parameters.ts'
import { variableName } from './variables.ts'

interface SeriesName {
  readonly en: string
  readonly zh?: string
}

export const seriesNames: Readonly<Record<string, SeriesName>> = {
  nominalOutput: { en: 'Gross regional product, current prices' },
  outputGrowth: { en: 'Real growth' },
  output: { en: 'Real output', zh: '实际产出' },
  price: { en: 'GDP deflator', zh: '平减指数' },
  nonPrimaryOutput: { en: 'Output without farming, current prices', zh: '非农产出（现价）' },
  primaryNominal: { en: 'Primary value added, current prices' },
  primaryOutput: { en: 'Primary value added', zh: '第一产业增加值' },
  capitalFormation: { en: 'Capital formation', zh: '资本形成' },
  capitalHousePrice: { en: 'Price of existing homes in the provincial capital', zh: '省会二手住宅价格' },
  wage: { en: 'Average wage of urban units', zh: '城镇单位平均工资' },
  residentsTotal: { en: 'Residents' },
  residentsTotalBeforeCensus2020: { en: 'Residents, before the census of 2020', zh: '常住人口，2020年普查前口径' },
  share65: { en: 'Aged 65 and over' },
  employed: { en: 'Employed people' },
  ownRevenue: { en: 'Own budget revenue', zh: '一般公共预算收入' },
  taxRevenue: { en: 'Tax revenue', zh: '税收收入' },
  centralTransfers: { en: 'Central transfers' },
  provincialBonds: { en: 'Provincial bonds', zh: '地方政府债券余额' },
  bondsMaturing: { en: 'Bonds that fall due' },
  vehicleDebt: { en: 'Debt of LGFVs', zh: '城投有息债务' },
  landRevenue: { en: 'Land revenue' },
  homeSales: { en: 'Home sales', zh: '商品住宅销售面积' },
  homeSalesValue: { en: 'Value of home sales', zh: '商品住宅销售额' },
  housePrice: { en: 'House price' },
  completions: { en: 'Completions of homes', zh: '竣工面积' },
  incomePerHead: { en: 'Disposable income per head' },
  consumptionPerHead: { en: 'Consumption per head', zh: '人均消费支出' },
  savingRate: { en: 'Saving rate of households' },
  retailSales: { en: 'Retail sales' },
  births: { en: 'Births' },
  deaths: { en: 'Deaths' },
  contributors: { en: 'Contributors to pensions', zh: '养老保险缴费人数' },
  pensioners: { en: 'Pensioners of the employee scheme' },
  pensionBenefits: { en: 'Pension benefits' },
  nominalOutputFourthCensus: {
    en: 'Gross regional product, after the fourth economic census',
    zh: '地区生产总值，第四次经济普查口径',
  },
  nominalOutputThirdCensus: {
    en: 'Gross regional product, after the third economic census',
    zh: '地区生产总值，第三次经济普查口径',
  },
  nominalOutputFirstPublished: { en: 'Gross regional product, first published', zh: '地区生产总值，初次公布' },
  nominalOutputYearbook: { en: 'Gross domestic product, yearbook', zh: '国内生产总值，年鉴口径' },
  nominalOutputPerHead: { en: 'Gross regional product per head', zh: '人均地区生产总值' },
  outputGrowthAnnounced: { en: 'Growth as announced', zh: '公布的经济增长' },
  outputGrowthLastQuarter: { en: 'Growth of the fourth quarter as announced', zh: '公布的四季度经济增长' },
  outputDeflatorGrowth: { en: 'Rise of the deflator', zh: '平减指数涨幅' },
  outputIndex: { en: 'Index of real output', zh: '实际产出指数' },
  secondaryOutput: { en: 'Secondary value added', zh: '第二产业增加值' },
  tertiaryOutput: { en: 'Tertiary value added', zh: '第三产业增加值' },
  primaryOutputYearbook: { en: 'Primary value added, yearbook', zh: '第一产业增加值，年鉴口径' },
  secondaryOutputYearbook: { en: 'Secondary value added, yearbook', zh: '第二产业增加值，年鉴口径' },
  tertiaryOutputYearbook: { en: 'Tertiary value added, yearbook', zh: '第三产业增加值，年鉴口径' },
  primaryOutputGrowth: { en: 'Growth of primary output', zh: '第一产业增长' },
  secondaryOutputGrowth: { en: 'Growth of secondary output', zh: '第二产业增长' },
  tertiaryOutputGrowth: { en: 'Growth of tertiary output', zh: '第三产业增长' },
  primaryOutputIndex: { en: 'Index of real primary output', zh: '第一产业实际产出指数' },
  industryOutput: { en: 'Value added of industry', zh: '工业增加值' },
  constructionOutput: { en: 'Value added of construction', zh: '建筑业增加值' },
  tradeOutput: { en: 'Value added of trade', zh: '批发零售业增加值' },
  transportOutput: { en: 'Value added of transport', zh: '交通运输业增加值' },
  hotelsOutput: { en: 'Value added of hotels and catering', zh: '住宿餐饮业增加值' },
  visitorSpending: { en: 'Spending of domestic visitors, nation', zh: '全国国内游客出游花费' },
  visitorsToOutput: { en: 'Spending of visitors over output, 2023 = 1', zh: '游客花费与地区生产总值之比（2023年为1）' },
  financeOutput: { en: 'Value added of finance', zh: '金融业增加值' },
  realEstateOutput: { en: 'Value added of real estate', zh: '房地产业增加值' },
  otherServicesOutput: { en: 'Value added of other services', zh: '其他服务业增加值' },
  urbanPopulationShare: { en: 'Urban residents, of all', zh: '城镇化率' },
  birthRate: { en: 'Birth rate', zh: '出生率' },
  deathRate: { en: 'Death rate', zh: '死亡率' },
  naturalGrowth: { en: 'Natural growth of population', zh: '自然增长率' },
  share60: { en: 'Residents of 60 and over', zh: '60岁及以上占比' },
  lifeExpectancy: { en: 'Life expectancy', zh: '预期寿命' },
  totalFertility: { en: 'Total fertility', zh: '总和生育率' },
  employedPrimary: { en: 'Employed in the primary sector', zh: '第一产业就业' },
  employedLinked: { en: 'Employed people, linked at the census of 2010', zh: '就业人数，衔接2010年人口普查' },
  employedPrimaryLinked: {
    en: 'Employed in the primary sector, linked at the census of 2010',
    zh: '第一产业就业，衔接2010年人口普查',
  },
  employedSecondary: { en: 'Employed in the secondary sector', zh: '第二产业就业' },
  employedTertiary: { en: 'Employed in the tertiary sector', zh: '第三产业就业' },
  employedUrbanUnits: { en: 'Employed in urban units', zh: '城镇单位就业' },
  unemploymentRegisteredRate: { en: 'Registered urban unemployment', zh: '城镇登记失业率' },
  unemploymentSurveyedRate: { en: 'Surveyed urban unemployment', zh: '城镇调查失业率' },
  unemployedRegistered: { en: 'Registered unemployed', zh: '城镇登记失业人数' },
  wageUrbanUnits: { en: 'Average wage of urban units', zh: '城镇单位平均工资' },
  wageManufacturing: { en: 'Average wage of manufacturing', zh: '制造业平均工资' },
  incomePerHeadUrban: { en: 'Disposable income per head, urban', zh: '城镇居民人均可支配收入' },
  incomePerHeadRural: { en: 'Disposable income per head, rural', zh: '农村居民人均可支配收入' },
  consumptionPerHeadAccounts: { en: 'Consumption per head, national accounts', zh: '人均消费（国民账户）' },
  retailSalesFourthCensus: { en: 'Retail sales, after the fourth economic census', zh: '社零总额，第四次经济普查口径' },
  retailSalesThirdCensus: { en: 'Retail sales, after the third economic census', zh: '社零总额，第三次经济普查口径' },
  consumerInflation: { en: 'Rise of consumer prices', zh: '居民消费价格涨幅' },
  publicExpenditure: { en: 'Spending of the general budget' },
  fundRevenue: { en: 'Revenue of government funds', zh: '政府性基金收入' },
  vehicleBonds: { en: 'Bonds of LGFVs', zh: '城投债余额' },
  fixedInvestment: { en: 'Fixed investment', zh: '固定资产投资' },
  fixedInvestmentGrowth: { en: 'Growth of fixed investment', zh: '固定资产投资增长' },
  fixedInvestmentRebuilt: { en: 'Fixed investment, rebuilt series', zh: '固定资产投资（重建序列）' },
  realEstateInvestment: { en: 'Real estate investment', zh: '房地产开发投资' },
  capitalFormationOldAccounts: { en: 'Capital formation, old accounts', zh: '资本形成，旧口径' },
  capitalFormationRevised: { en: 'Capital formation, at revised output', zh: '资本形成，按修订后产出' },
  capitalStock: { en: 'Capital stock', zh: '资本存量' },
  capitalStockPrices2010: { en: 'Capital stock, prices of 2010', zh: '资本存量，2010年价格' },
  investmentPrice: { en: 'Price index of investment', zh: '投资价格指数' },
  newBonds: { en: 'New bonds of the province, without refinancing', zh: '新增地方政府债券' },
  homeStartsRemembered: { en: 'Housing starts, from memory', zh: '新开工面积（凭记忆）' },
  unsoldMonthsIndex: { en: 'Index of months of supply', zh: '去化周期指数' },
  existingHomesSecondTierIndex: {
    en: 'Price index of existing homes in second-tier cities',
    zh: '二线城市二手住宅价格指数',
  },
  capitalHousePriceNewIndex: { en: 'Price index of new homes in the provincial capital', zh: '省会新建住宅价格指数' },
  capitalHousePriceExistingIndex: {
    en: 'Price index of existing homes in the provincial capital',
    zh: '省会二手住宅价格指数',
  },
  households: { en: 'Households', zh: '户数' },
  contributorsWithInstitutions: {
    en: 'Contributors to pensions, with institutions',
    zh: '养老保险缴费人数（含机关事业单位）',
  },
  pensionersWithInstitutions: {
    en: 'Pensioners of the employee scheme, with institutions',
    zh: '职工养老保险离退休人数（含机关事业单位）',
  },
  pensionRevenueFinalAccounts: { en: 'Revenue of the pension fund, final accounts', zh: '养老保险基金收入（决算）' },
  pensionBenefitsFinalAccounts: { en: 'Pension benefits, final accounts', zh: '养老保险待遇支出（决算）' },
  pensionRevenue: { en: 'Revenue of the pension fund', zh: '养老保险基金收入' },
  residentPensionBenefits: { en: 'Benefits of the resident scheme', zh: '居民养老金支出' },
  exportsRussiaCars: { en: 'Cars sent to Russia', zh: '对俄汽车出口' },
  tradeTotal: { en: 'Exports and imports', zh: '进出口总额' },
  tradeTotalDollarYears: { en: 'Exports and imports, years in dollars', zh: '进出口总额（美元年份）' },
  exportsAbroad: { en: 'Exports abroad' },
  stateAssetShare: { en: 'Assets of state firms, of all', zh: '国有资产占比' },
  grainOutput: { en: 'Grain harvest', zh: '粮食产量' },
  tourismReceipts: { en: 'Receipts from tourism', zh: '旅游收入' },
  publicServicesOutput: { en: 'Value added of public services', zh: '公共服务业增加值' },
  publicServicesEmployedShare: { en: 'Public services, of all employed', zh: '公共服务业占就业人员的比重' },
  marketTaxShare: { en: 'Taxes on production in the market, of value added', zh: '市场部门生产税净额占增加值的比重' },
  pensionUpratingGrowth: { en: 'Uprating of pensions', zh: '养老金年度上调幅度' },
  publicServicesWageShare: { en: 'Wages in public services, of value added', zh: '公共服务业劳动者报酬占增加值的比重' },
  employedManufacturingUnits: { en: 'Employed in manufacturing, urban units', zh: '城镇单位制造业就业人员' },
  marketWageShare: { en: 'Wages in the market, of value added', zh: '市场部门劳动者报酬占增加值的比重' },
  householdDeposits: { en: 'Deposits of households', zh: '住户存款余额' },
  unsoldCompletedFloor: { en: 'Completed buildings for sale', zh: '商品房待售面积' },
  pensionFundBalance: { en: 'Pension fund of employees at the end of the year', zh: '职工基本养老保险基金累计结余' },
  medicalFundExpenditure: { en: 'Spending of the medical insurance funds', zh: '医疗保险基金支出' },
  birthsProjected: { en: 'Births, projection of the United Nations', zh: '出生人口（联合国预测）' },
  deathsProjected: { en: 'Deaths, projection of the United Nations', zh: '死亡人口（联合国预测）' },
  netMigrationProjected: { en: 'Net migration, projection of the United Nations', zh: '净迁入（联合国预测）' },
  marriages: { en: 'Marriages registered', zh: '结婚登记对数' },
  householdConsumption: { en: 'Consumption of households, national accounts', zh: '居民消费（国民经济核算）' },
  robotDensity: { en: 'Robots for each worker in manufacturing', zh: '制造业机器人密度' },
  robotStock: { en: 'Robots in use', zh: '机器人存量' },
  householdDebtToGdp: { en: 'Debt of households to output', zh: '居民债务与地区生产总值之比' },
  building: { en: 'Public and housing construction', zh: '公共与住房建设' },
  vehicles: { en: 'Value added of vehicles', zh: '车辆制造业增加值' },
  crudeOilOutput: { en: 'Crude oil output', zh: '原油产量' },
  crudeOilPrice: { en: 'Price of crude oil', zh: '原油价格' },
  lateBirths: { en: 'Births of November and December', zh: '11—12月出生人数' },
  populationYearEnd: { en: 'Residents at the end of the year', zh: '年末常住人口' },
  populationYearEndFirstPublished: {
    en: 'Residents at the end of the year, as first published',
    zh: '年末常住人口（首次公布）',
  },
  newbornSurvival: { en: 'Share of newborns alive at the census', zh: '新生儿存活至普查时点的比例' },
  fineDust: { en: 'Fine dust (PM2.5)', zh: '细颗粒物浓度（PM2.5）' },
}

/** 'robotStock' -> 'robot stock': names that nobody has described yet. */
const spelt = (name: string): string => name.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()

/** A figure, path or series in words; `doc` is the model's sentence, where it has one. */
export const figureName = (name: string, doc: string | undefined, language: Language): string =>
  (language === 'zh' ? (seriesNames[name]?.zh ?? chineseName(name)) : seriesNames[name]?.en) ??
  doc ??
  seriesNames[name]?.en ??
  spelt(name)

/** A figure, path, series or label in Chinese with the labels of its row ('firm=state'); '' where it has no name. */
export const figureInChinese = (name: string, labels: string): string => {
  const shown = labelName(name, 'zh')
  const text = seriesNames[name]?.zh ?? (variableName(name, '', 'zh') || (shown === name ? '' : shown))
  const own = labels.split(';').flatMap(part => part.split('=')[1]?.trim() ?? [])
  return own.length === 0 ? text : `${text}（${own.map(label => labelName(label, 'zh')).join('，')}）`
}
