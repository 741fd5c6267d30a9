/** Effects of industries on the whole: each way is a switch from 0, the market as one, to 1, by industry. */

import { base, equation, parameter, sector, smooth } from '../language/declare.ts'

const source = 'docs/theory/industries.md'
const byIndustry = ['area', 'industry']

export const industryFeedback = sector('Feedback of the industries', {
  over: ['area'],
  doc:
    'Six ways in which the industries move the market sector as a whole: their sales to the rest of the country, ' +
    'prices of commodities, ceilings of capacity, controls of chips, robots, and taxes. Each has a switch. At 0 the ' +
    'market sector is as one, as it is in a region without an input-output table.',
}, {
  // sales to the rest of the country
  nationByIndustry: parameter('share', 1,
    'Switch: sales to the rest of the country follow demand and cost industry by industry',
    { source, evidence: 'assumed' }),
  cycleOfIndustry: parameter('index', {
    mining: { low: 0.71, central: 1.42, high: 2.13 },
    food: { low: 0.14, central: 0.28, high: 0.43 },
    chemicals: { low: 0.57, central: 0.85, high: 1.14 },
    metals: { low: 1.42, central: 2.13, high: 2.84 },
    machinery: { low: 1.42, central: 2.13, high: 2.84 },
    vehicles: { low: 1.06, central: 1.77, high: 2.48 },
    otherIndustry: { low: 0.71, central: 1.06, high: 1.42 },
    construction: { low: 0.71, central: 1.06, high: 1.42 },
    trade: { low: 0.5, central: 0.71, high: 0.92 },
    services: { low: 0.36, central: 0.57, high: 0.71 },
  }, 'Swing of sales of the industry with the national cycle, mean of sales = 1', { source, evidence: 'assumed' }),
  growthOfIndustry: parameter('index', {
    mining: { low: 0.4, central: 0.68, high: 0.98 },
    food: { low: 0.84, central: 0.91, high: 0.98 },
    chemicals: { low: 0.98, central: 1.06, high: 1.14 },
    metals: { low: 1, central: 1.17, high: 1.4 },
    machinery: { low: 0.92, central: 0.96, high: 1 },
    vehicles: { low: 0.9, central: 1.01, high: 1.1 },
    otherIndustry: { low: 0.85, central: 0.96, high: 1.08 },
    construction: { low: 1.1, central: 1.25, high: 1.4 },
    trade: { low: 0.76, central: 0.85, high: 0.94 },
    services: { low: 1, central: 1.07, high: 1.15 },
  }, 'Elasticity of sales of the industry to national output, mean of sales = 1', { source, evidence: 'derived' }),
  goodsOfIndustry: parameter('index', {
    mining: 1.65, food: 1.65, chemicals: 1.65, metals: 1.65, machinery: 1.65, vehicles: 1.65, otherIndustry: 1.65,
    construction: 1.65, trade: 0, services: 0,
  }, "Response of the industry's sales to national industry and construction, mean of sales = 1", {
    source, evidence: 'derived',
  }),
  costOfIndustry: parameter('index', {
    mining: { low: 1.25, central: 2.08, high: 3.33 },
    food: { low: 0.67, central: 1, high: 1.67 },
    chemicals: { low: 1.25, central: 2.08, high: 3.33 },
    metals: { low: 1.25, central: 2.08, high: 3.33 },
    machinery: { low: 0.67, central: 1, high: 1.67 },
    vehicles: { low: 0.67, central: 1, high: 1.67 },
    otherIndustry: { low: 0.67, central: 1.25, high: 2.08 },
    construction: { low: 0.25, central: 0.42, high: 0.67 },
    trade: { low: 0.25, central: 0.42, high: 0.67 },
    services: { low: 0.25, central: 0.42, high: 0.67 },
  }, 'Price elasticity of sales of the industry, mean of sales = 1', { source, evidence: 'assumed' }),
  nationPullOfIndustry: equation('index', `
    exp(nationCycleElasticity*(cycleOfIndustry - 1)*(nationalGrowthRecent - nationalGrowthTrend))
    *nationalOutputNow^(nationElasticity*(growthOfIndustry - 1))*nationalGoodsNow^(goodsInSales*(goodsOfIndustry - 1))`,
    'National demand for the industry relative to that for all sales, start = 1', { over: ['industry'], source }),
  nationGainOfIndustry: equation('share',
    'nationByIndustry*(nationPullOfIndustry*cost^(-nationPriceElasticity*(costOfIndustry - 1))*leadOfIndustry - 1)',
    'Sales of the industry to the rest of the country beyond those that follow the mean of all',
    { over: byIndustry, source }),
  nationGain: equation('share',
    'sum(industrySellers[nation]*nationGainOfIndustry, industry)',
    'Sales to the rest of the country beyond those of the market as one', { source }),
  nationShift: equation('share',
    '(1 + nationGainOfIndustry)/max(1 + sum(contentNation*nationGainOfIndustry, industry), 1e-9) - 1',
    'Change of the share of the industry in the value added of sales to the rest of the country, of that of the start',
    { over: byIndustry, source }),
  sellersShift: equation('share',
    '(1 + nationGainOfIndustry)/max(1 + nationGain, 1e-9) - 1',
    'Change of the share of the industry in sales to the rest of the country, of that of the start',
    { over: byIndustry, source }),

  // commodity prices
  commodityTerms: parameter('share', 0,
    'Switch: prices of oil, ore, coal and grain move the value added of the industries that live on them',
    { source, evidence: 'assumed' }),
  chemicalsFromOil: parameter('share', { low: 0.15, central: 0.3, high: 0.45 },
    'Response of value added of chemicals to the oil price', { source, evidence: 'assumed', sampled: false }),
  metalsFromOre: parameter('share', { low: 0.5, central: 0.7, high: 0.9 },
    'Response of value added of metals to the ore price', { source, evidence: 'derived', sampled: false }),
  miningFromOre: parameter('share', { low: 0.3, central: 0.4, high: 0.5 },
    'Response of value added of mining to the ore price', { source, evidence: 'derived', sampled: false }),
  miningFromCoal: parameter('share', { low: 0.3, central: 0.4, high: 0.5 },
    'Response of value added of mining to the coal price', { source, evidence: 'derived', sampled: false }),
  foodFromGrain: parameter('share', { low: 0.05, central: 0.15, high: 0.3 },
    'Response of value added of food to the grain price', { source, evidence: 'assumed', sampled: false }),
  farmsFromGrain: parameter('share', { low: 0.1, central: 0.3, high: 0.5 },
    'Share of a change in the world price of grain that is passed on to farms',
    { source, evidence: 'assumed', sampled: false, note: 'The state buys at set prices and rations imports.' }),
  priceGapOfIndustry: equation('share', {
    mining: 'miningFromOre*(orePrice - 1) + miningFromCoal*(coalPrice - 1)',
    food: 'foodFromGrain*(grainPrice - 1)',
    chemicals: 'chemicalsFromOil*(oilPriceNow - 1)',
    metals: 'metalsFromOre*(orePrice - 1)',
    else: '0',
  }, 'Price of value added of the industry over the price level, start = 0', { over: ['industry'], source }),
  termsOfTrade: equation('CNY bn/year',
    'commodityTerms*nationalPrice*sum(outputOfIndustry*priceGapOfIndustry, industry)',
    'Gain of the market sector through commodity prices, current prices', { source, outcome: true }),
  grainTerms: equation('CNY bn/year',
    'commodityTerms*nationalPrice*primaryOutput*grainShareStart*farmsFromGrain*(grainPrice - 1)',
    'Gain of the farms through the grain price, current prices', { source, outcome: true }),
  regionTermsOfTrade: equation('CNY bn/year',
    'sum(termsOfTrade + grainTerms, area)',
    'Gain through commodity prices, current prices', { over: [], source, outcome: true }),

  // robots
  robotsByIndustry: parameter('share', 1,
    'Switch: robots replace workers, and add to capacity, in the industries that use them',
    { source, evidence: 'assumed' }),
  robotIntensity: parameter('index', {
    mining: 0,
    food: { low: 0.05, central: 0.15, high: 0.3 },
    chemicals: { low: 0.05, central: 0.15, high: 0.3 },
    metals: { low: 0.15, central: 0.35, high: 0.6 },
    machinery: { low: 0.2, central: 0.4, high: 0.7 },
    vehicles: 1,
    otherIndustry: { low: 0.05, central: 0.15, high: 0.3 },
    construction: 0, trade: 0, services: 0,
  }, 'Robots per worker of the industry, vehicles = 1', { source, evidence: 'assumed' }),
  robotWeight: base('share', `
    robotIntensity*industryEmployedBaseYear
    /max(sum(robotIntensity*industryEmployedBaseYear, industry), 1e-9{person m})`,
    'Share of the industry in the robots of the area', { over: byIndustry, source }),
  robotsOfIndustry: equation('robot k',
    'robotWeight*sum(robots, firm) + robotsLed',
    'Robots in use in the industry', { over: byIndustry, source, outcome: true }),
  workKept: equation('share', `
    exp(
      -labourSaved*jobsPerRobot*robotWeight*(sum(robots, firm) - robotsStart)*0.001{person m/person k}
      /(automatableShare*max(industryEmployedBaseYear, 1e-9{person m}))
    )`,
    'Share of tasks that robots bought since the start leave to workers in the industry, by its share in robots',
    { over: byIndustry, source }),
  workSaved: equation('share',
    'automatableShare*(1 - min(workKept*workKeptByLed, 1))',
    'Labour that robots bought since the start save in the industry, of its labour at the start',
    { over: byIndustry, source }),

  // ceilings and chips
  ceilingByIndustry: parameter('share', 0,
    'Switch: each industry has a ceiling of its own on the use of its capacity', { source, evidence: 'assumed' }),
  chipsByIndustry: parameter('share', 1,
    'Switch: technology controls meet the industries that build in foreign electronics',
    { source, evidence: 'assumed' }),
  capitalYears: parameter('year', 8,
    'Years in which capital moves to the industries that have the orders', { source, evidence: 'assumed' }),
  capitalOfIndustry: smooth('share', {
    of: 'ordersOfIndustry/max(sum(ordersOfIndustry, industry), 1e-9{CNY bn/year})',
    years: 'capitalYears',
    initial: 'industryShareStart',
    over: byIndustry, source,
  }, 'Share of the industry in the capacity of the market sector'),
  chipLoss: parameter('share', {
    mining: 0, food: 0, chemicals: 0, metals: 0,
    machinery: { low: 0.003, central: 0.0065, high: 0.01 },
    vehicles: { low: 0.0006, central: 0.0013, high: 0.002 },
    otherIndustry: 0, construction: 0, trade: 0, services: 0,
  }, 'Electronics from abroad in a unit of output of the industry', { source, evidence: 'derived' }),
  chipExposureOfArea: base('share',
    'chipExposure + chipsByIndustry*sum(industryShareStart*(chipLoss - chipExposure), industry)',
    'Exposure of the area to technology controls', { source }),
  capacityWeight: equation('share',
    'capitalOfIndustry*capitalLead*(1 + robotsByIndustry*workSaved)',
    'Weight of the industry in the capacity of the market sector', { over: byIndustry, source }),
  capacityOfIndustry: equation('CNY bn/year', `
    capacity*capacityWeight/max(sum(capacityWeight, industry), 1e-9)
    *(1 - chipsByIndustry*beyondStandard(chipRestriction)*chipLoss)`,
    'Capacity output of the industry', { over: byIndustry, source }),
  excessOfIndustry: equation('CNY bn/year',
    'positive(ordersOfIndustry - capacityCeiling*capacityOfIndustry)',
    'Orders of the industry that its capacity cannot supply', { over: byIndustry, source }),
  excessByIndustry: equation('CNY bn/year',
    'ceilingByIndustry*positive(sum(excessOfIndustry, industry) - positive(localDemand - capacityCeiling*capacity))',
    'Imports due to capacity limits of single industries, beyond those of the market as one', { source }),

  // taxes
  taxesByIndustry: parameter('share', 1,
    'Switch: indirect taxes follow the industries that pay them', { source, evidence: 'assumed' }),
  taxOfIndustry: parameter('share', {
    mining: 0.2, food: 0.27, chemicals: 0.44, metals: 0.2, machinery: 0.16, vehicles: 0.29, otherIndustry: 0.15,
    construction: 0.19, trade: 0.14, services: 0.08,
  }, 'Taxes on production, of value added of the industry', { source, evidence: 'derived' }),
  centralTaxOfIndustry: parameter('share', {
    mining: 0.5, food: 0.72, chemicals: 0.83, metals: 0.5, machinery: 0.5, vehicles: 0.72, otherIndustry: 0.5,
    construction: 0.5, trade: 0.5, services: 0.5,
  },
    'Share of the industry’s taxes on production that goes to the central government: half, and all excise on ' +
      'fuel, spirits, tobacco, cars',
    { source, evidence: 'assumed' }),
  provinceTaxCall: base('share',
    'taxOfIndustry*(1 - centralTaxOfIndustry)',
    'Taxes on production of the industry that stay in the province, of value added', { over: ['industry'], source }),
  centralTaxCall: base('share',
    'taxOfIndustry*centralTaxOfIndustry',
    'Taxes on production of the industry that go to the central government, of value added',
    { over: ['industry'], source }),
  mixSinceStart: equation('share',
    'outputOfIndustry/max(marketOutput, 1e-9{CNY bn/year}) - industryShareStart',
    'Change of the share of the industry in market output since the start', { over: byIndustry, source }),
  provinceTaxMix: equation('share', `
    taxesByIndustry*sum(provinceTaxCall*mixSinceStart, industry)
    /max(sum(provinceTaxCall*industryShareStart, industry), 1e-9)`,
    'Change of the indirect taxes of the province through the mix of industries', { source }),
  centralTaxMix: equation('share', `
    taxesByIndustry*sum(centralTaxCall*mixSinceStart, industry)
    /max(sum(centralTaxCall*industryShareStart, industry), 1e-9)`,
    'Change of the indirect taxes of the centre through the mix of industries', { source }),
  indirectTaxMix: equation('share',
    '(1 - centralShareIndirect)*provinceTaxMix + centralShareIndirect*centralTaxMix',
    'Change of indirect taxes through the mix of industries', { source }),
  indirectTaxShift: equation('CNY bn/year', `
    (1 - centralShareIndirect)*centralShareIndirect*nationalLocalTaxes*indirectTaxRate*price*marketOutput
    *(provinceTaxMix - centralTaxMix)`,
    'Indirect taxes that the mix of industries moves from the centre to the province', { source }),
})

/** In place of the industries and their feedback where a region has no input-output table: the market sector as one. */
export const marketAsOne = sector(industryFeedback.title, { over: ['area'] }, {
  nationGain: base('share', '0', 'Sales to the rest of the country beyond those of the market as one', { source }),
  termsOfTrade: base('CNY bn/year', '0', 'Gain of the market sector through commodity prices', { source }),
  grainTerms: base('CNY bn/year', '0', 'Gain of the farms through the grain price', { source }),
  chipExposureOfArea: base('share', 'chipExposure', 'Exposure of the area to technology controls', { source }),
  excessByIndustry: base('CNY bn/year', '0', 'Imports due to capacity limits of single industries', { source }),
  indirectTaxMix: base('share', '0', 'Change of indirect taxes through the mix of industries', { source }),
  indirectTaxShift: base('CNY bn/year', '0', 'Indirect taxes moved by the mix of industries', { source }),
})
