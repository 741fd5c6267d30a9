/** Housing and land: need, sales, starts, prices, land revenue, and the inventories of developers. */

import { base, datum, delay, equation, index, parameter, sector, smooth, stock, table } from '../language/declare.ts'

export const housing = sector('Housing, land, mortgage rules', {
  over: ['area'],
  doc:
    'People of 25-49 need homes; affordability, rates, expectations and the national market decide how many they ' +
    'buy. Unsold floor space drives prices, starts and with them land revenue: the loop of land finance.',
}, {
  dwellingsStart: datum('m2 m', 'Dwellings at the start', { symbol: 'Hst', source: '3' }),
  householdsStart: datum('household m', 'Households at the start', { symbol: 'Nhh', source: '3' }),
  homeSalesStart: datum('m2 m/year', 'Home sales at the start', { symbol: 'S', source: '3' }),
  homeStartsStart: datum('m2 m/year', 'Housing starts at the start', { symbol: 'Z', source: '3' }),
  completionsStart: datum('m2 m/year', 'Completions at the start', { source: '3' }),
  unsoldFloorStart: datum('m2 m', "Developers' saleable stock at the start", { symbol: 'Uinv', source: '3' }),
  smoothedStartsStart: datum('m2 m/year',
    'Starts of the last 1.5 years at the start', { symbol: 'S(Z;1.5y)', source: '3' }),
  housePriceStart: datum('CNY k/m2', 'House price at the start', { symbol: 'PH', source: '3' }),
  landRevenueStart: datum('CNY bn/year', 'Land revenue at the start', { source: '3' }),

  // need
  headship: table('household/person', {
    argument: 'year',
    points: [[17, 0], [20, 0.08], [25, 0.28], [30, 0.42], [35, 0.47], [45, 0.5], [60, 0.55], [75, 0.6], [85, 0.62]],
    source: '9.1', evidence: 'assumed',
  }, 'Households per person, by age'),
  headshipByAge: base('household/person',
    'headship(age)',
    'Households per person, by age', { over: ['age'], source: '9.1' }),
  headshipScale: base('share',
    'householdsStart/sum(headshipByAge*startPopulation)',
    'Scale of household heads per person that gives the households of the start', { symbol: 'h_r', source: '9.1' }),
  householdCount: equation('household m',
    'headshipScale*sum(headshipByAge*residentsByAge)',
    'Households', { symbol: 'Nhh', source: '9.1' }),
  householdsJanuary: equation('household m',
    'headshipScale*sum(headshipByAge*population)',
    'Households on 1 January', { annual: true }),
  householdsDecember: equation('household m',
    'headshipScale*sum(headshipByAge*closing(population))',
    'Households on 31 December', { annual: true }),
  floorPerHousehold: parameter('m2/household', 90,
    'Floor space of a typical home', { source: '9.1', evidence: 'assumed' }),
  vacatedFloor: equation('m2 m/year',
    'positive(householdsJanuary - householdsDecember)*floorPerHousehold/1{year}',
    'Homes left empty as the number of households falls', { annual: true, symbol: 'vac', source: '9.1' }),
  upgradeNeed: parameter('m2/household/year', 0.9,
    'Floor space that a household of buyers needs a year', { symbol: 'up', source: '29.3', evidence: 'assumed' }),
  scrapping: parameter('1/year', 0.008,
    'Scrapping of dwellings', { symbol: 'scr', source: '29.3', evidence: 'assumed' }),
  vacancyElasticity: parameter('share', 1,
    'Response of the need for homes to empty homes', { symbol: 'e_vac', source: '29.3', evidence: 'assumed' }),
  buyersStart: base('person m', 'sum(startPopulation[25..49])', 'Residents of 25-49 at the start', { source: '9.1' }),
  housingNeedStart: base('m2 m/year',
    'upgradeNeed*householdsStart + scrapping*dwellingsStart',
    'Need for homes at the start', { source: '9.1' }),
  housingNeed: equation('m2 m/year', `
    (upgradeNeed*householdsStart*residents25to49/buyersStart + scrapping*dwellings)
    *min(1, ((dwellingsStart/householdsStart)/(dwellings/max(householdCount, 1e-9{household m})))^vacancyElasticity)`,
    'Need for homes', { symbol: 'need', source: '9.1, E25' }),
  salesPerNeed: base('share',
    'homeSalesStart/housingNeedStart',
    'Sales per need at the start', { symbol: 's0', source: '9.3' }),

  // demand
  affordability: equation('1/year',
    'sum(disposableIncomeBefore)/(max(householdCount, 1e-9{household m})*housePrice*floorPerHousehold)',
    'Income over the price of a flat of 90 square metres', { symbol: 'Aff', source: '9.2' }),
  affordabilityBefore: delay('1/year', { of: 'affordability', initial: 'affordabilityStart' },
    'Affordability in the previous step'),
  affordabilityStart: base('1/year',
    'sum(disposableIncomeStart)/(householdsStart*housePriceStart*floorPerHousehold)',
    'Affordability at the start'),
  mortgageRuleDiscount: parameter('1/year', 0.003,
    'Mortgage rate saved by the rule that counts homes, not past loans', { source: '9.2', evidence: 'assumed' }),
  mortgageRateOffered: equation('1/year',
    'mortgageRateNow - interestLevel*(mortgageRuleDiscount*mortgageRule - mortgageRateChange)',
    'Mortgage rate on offer', { symbol: "rM'", source: '9.2', over: [] }),
  mortgageCostStart: datum('1/year',
    'Mortgage cost with the down payment at the start', { over: [], symbol: 'mc_0', source: '9.2' }),
  downPaymentCost: parameter('1/year', 0.05, 'Yearly cost of the down payment', { source: '9.2', evidence: 'assumed' }),
  mortgageCost: equation('1/year',
    'mortgageRateOffered + downPaymentCost*downPayment',
    'Mortgage cost with the down payment', { symbol: 'mc', source: '9.2', over: [] }),
  salesFromIncome: parameter('share', { low: 0.15, central: 0.35, high: 0.7 },
    'Response of sales to affordability', { symbol: 'e_aff', source: '23.3', evidence: 'assumed' }),
  salesFromRate: parameter('year', { low: 3, central: 7, high: 12 },
    'Response of sales to mortgage cost', { symbol: 'e_r', source: '23.3', evidence: 'assumed' }),
  salesFromExpectation: parameter('year', 1.5,
    'Response of sales to expected prices', { symbol: 'e_e', source: '29.3', evidence: 'assumed' }),
  salesFromConfidence: parameter('share', { low: 0.4, central: 0.8, high: 1.2 },
    'Response of sales to confidence', { symbol: 'e_cf', source: '29.3', evidence: 'assumed', sampled: false }),
  salesFromRule: parameter('share', { low: 0.05, central: 0.15, high: 0.3 },
    'Response of sales to the mortgage rule', { symbol: 'e_pol', source: '23.3', evidence: 'assumed' }),
  salesFromVacated: parameter('share', 0.4,
    'Sales lost per vacated home', { symbol: 'sub_v', source: '29.3', evidence: 'assumed' }),
  priceExpectationMost: parameter('1/year', 0.1,
    'Largest expected change of house prices that counts for sales and starts', { source: '9.3', evidence: 'assumed' }),
  salesMost: parameter('share', 3,
    'Highest sales of homes relative to need at the start', { source: '9.3', evidence: 'assumed' }),
  salesTarget: equation('m2 m/year', `
    positive(
      min(
        nationalHousingVolume
        *(
          salesPerNeed*housingNeed*(affordability/affordabilityStart)^salesFromIncome
          *exp(
            -salesFromRate*(mortgageCost - mortgageCostStart)
            + salesFromExpectation
              *(
                clip(expectedHousePriceGrowth, -priceExpectationMost, priceExpectationMost)
                - clip(expectedHousePriceGrowthStart, -priceExpectationMost, priceExpectationMost)
              )
            + salesFromConfidence*(confidence - confidenceNeutral)/100
            + salesFromRule*(mortgageRule - 1)
          )
          - vacatedFloor*salesFromVacated
        ),
        salesMost*salesPerNeed*housingNeed
      )
    )`,
    'Home sales towards which conditions move them', { symbol: 'S*', source: '9.3' }),
  homeSalesBefore: delay('m2 m/year', { of: 'homeSales', initial: 'homeSalesStart' },
    'Home sales in the previous step'),
  salesAdjustment: parameter('1/year', 1.5,
    'Speed at which sales of homes follow their target', { source: '9.3', evidence: 'assumed' }),
  unsoldSaleMost: parameter('share', 0.5,
    'Part of unsold floor space that can be sold in a step', { source: '9.3', evidence: 'assumed' }),
  homeSales: equation('m2 m/year', `
    min(
      homeSalesBefore + min(1, salesAdjustment*timeStep)*(salesTarget - homeSalesBefore),
      unsoldSaleMost*unsoldFloor/timeStep
    )`,
    'Home sales', { symbol: 'S', source: '9.3', outcome: true }),
  outputShareStart: base('share',
    'gdpStart/sum(gdpStart, area)',
    "Area's share in the output of the region at the start", { source: '9.8' }),
  publicPurchasePrice: parameter('share', 0.8,
    'Price at which the state buys unsold homes, of the market price', { source: '9.8', evidence: 'assumed' }),
  publicPurchaseMost: parameter('share', 0.2,
    'Part of unsold floor space that the state can buy in a step', { source: '9.8', evidence: 'assumed' }),
  publicHomePurchases: equation('m2 m/year', `
    min(
      homePurchaseProgramme*outputShareStart/(publicPurchasePrice*housePrice),
      publicPurchaseMost*unsoldFloor/timeStep
    )`,
    'Unsold homes bought by the province at 80 % of the price', { symbol: 'Sgov', source: '9.8' }),
  publicPurchaseCost: equation('CNY bn/year',
    'publicPurchasePrice*housePrice*publicHomePurchases',
    'Cost of unsold homes bought', { source: '9.8' }),

  // supply
  monthsNormal: parameter('month', { low: 14, central: 18, high: 22 },
    'Normal months of supply', { symbol: 'MI_t', source: '23.3', evidence: 'assumed' }),
  supplyMonthsLow: parameter('month', 2, 'Fewest months of supply', { source: '9', evidence: 'assumed' }),
  supplyMonthsHigh: parameter('month', 120, 'Most months of supply', { source: '9', evidence: 'assumed' }),
  monthsOfSupply: equation('month', `
    clip(
      12{month/year}*unsoldFloor/max(homeSales + publicHomePurchases, 1e-9{m2 m/year}),
      supplyMonthsLow,
      supplyMonthsHigh
    )`,
    'Months of supply', { symbol: 'MI', source: '9', outcome: true }),
  startsFromSupply: parameter('share', { low: 0.6, central: 1, high: 1.6 },
    'Response of starts to supply', { symbol: 'psi', source: '23.3', evidence: 'assumed' }),
  startsFromExpectation: parameter('year', 2,
    'Response of starts to expected prices', { symbol: 'e_z', source: '29.3', evidence: 'assumed' }),
  buildingCostStart: datum('CNY k/m2', 'Building cost, prices of the start', { symbol: 'cc_h', source: '29.3' }),
  developerStopMost: parameter('share', 0.6,
    'Part of housing starts that can stop through distress of developers', { source: '9.9', evidence: 'assumed' }),
  developerStopMonths: parameter('month', 30,
    'Months of supply at which half of that stops', { source: '9.9', evidence: 'assumed' }),
  developerStopSpread: parameter('month', 6,
    'Range of months of supply over which starts stop', { source: '9.9', evidence: 'assumed' }),
  developerStop: equation('share',
    'developerStopMost*logistic((monthsOfSupply - developerStopMonths)/developerStopSpread)',
    'Part of housing starts stopped by distress of developers', { symbol: 'stop', source: '9.9' }),
  startsSupplyLow: parameter('share', 0.2,
    'Lowest ratio of normal to actual months of supply that counts for starts', { source: '9.4', evidence: 'assumed' }),
  startsSupplyHigh: parameter('share', 2.5,
    'Highest ratio of normal to actual months of supply that counts for starts',
    { source: '9.4', evidence: 'assumed' }),
  startsMarginMost: parameter('share', 2,
    'Highest margin of price over building cost that counts for starts, relative to the start',
    { source: '9.4', evidence: 'assumed' }),
  startsTarget: equation('m2 m/year', `
    homeSales*clip(monthsNormal/monthsOfSupply, startsSupplyLow, startsSupplyHigh)^startsFromSupply
    *exp(startsFromExpectation*clip(expectedHousePriceGrowth, -priceExpectationMost, priceExpectationMost))
    *creditSupply*(1 - developerStop)
    *sqrt(clip((housePrice - buildingCostStart*price)/(housePriceStart - buildingCostStart), 0, startsMarginMost))`,
    'Housing starts towards which conditions move them; none below building cost', { symbol: 'Z*', source: '9.4' }),
  homeStartsBefore: delay('m2 m/year', { of: 'homeStarts', initial: 'homeStartsStart' },
    'Housing starts in the previous step'),
  homeStarts: equation('m2 m/year',
    'homeStartsBefore + min(1, 1{1/year}*timeStep)*(startsTarget - homeStartsBefore)',
    'Housing starts', { symbol: 'Z', source: '9.4', outcome: true }),
  startsRecentYears: parameter('year', 1.5,
    'Years over which starts are averaged for building work', { source: '9.4', evidence: 'assumed' }),
  startsRecent: smooth('m2 m/year', {
    of: 'homeStarts',
    years: 'startsRecentYears',
    initial: 'smoothedStartsStart',
    symbol: 'S(Z;1.5y)', source: '9.4',
  }, 'Starts of the last 1.5 years'),
  completionYears: parameter('year', 2,
    'Years from the start of a home to its completion', { source: '9.4', evidence: 'assumed' }),
  completions: smooth('m2 m/year', {
    of: 'homeStarts',
    years: 'completionYears',
    initial: 'completionsStart',
    symbol: 'S(Z;2y)', source: '9.4',
  }, 'Completions'),
  buildingAtStart: parameter('share', 0.5,
    'Part of the building cost spent when a home is started', { source: '9.4', evidence: 'assumed' }),
  buildingLater: parameter('share', 0.5,
    'Part of the building cost spent later', { source: '9.4', evidence: 'assumed' }),
  construction: equation('CNY bn/year',
    'buildingCostStart*(buildingAtStart*homeStarts + buildingLater*startsRecent)',
    'Housing construction, prices of the start', { symbol: 'Ih', source: '9.4' }),
  unsoldFloor: stock('m2 m', {
    initial: 'unsoldFloorStart',
    inflow: 'homeStarts',
    outflow: 'homeSales + publicHomePurchases',
    symbol: 'Uinv', source: '9.4',
  }, "Developers' saleable stock, with what is under construction"),
  dwellings: stock('m2 m', {
    initial: 'dwellingsStart',
    inflow: 'completions',
    outflow: 'scrapping*dwellings',
    symbol: 'Hst', source: '9.4',
  }, 'Dwellings of households'),
  publicHomes: stock('m2 m', { initial: '0', inflow: 'publicHomePurchases', symbol: 'Hgov', source: '9.8' },
    'Homes held by the province'),

  // prices
  priceFromSupply: parameter('1/year', { low: 0.03, central: 0.07, high: 0.14 },
    'Response of the house price to supply', { symbol: 'kp', source: '23.3', evidence: 'assumed' }),
  priceFromExpectation: parameter('share', { low: 0.2, central: 0.4, high: 0.6 },
    'Persistence of house price growth', { symbol: 'rhoH', source: '23.3', evidence: 'assumed' }),
  housePriceGrowthMost: parameter('1/year', 0.25,
    'Fastest yearly change of house prices', { source: '9.5', evidence: 'assumed' }),
  housePriceGrowth: equation('1/year', `
    clip(
      nationalHousePriceTrend
      + priceFromSupply*ln(monthsNormal/monthsOfSupply)
      + priceFromExpectation*expectedHousePriceGrowth,
      -housePriceGrowthMost,
      housePriceGrowthMost
    )`,
    'Growth of the house price', { source: '9.5' }),
  housePrice: index('CNY k/m2', {
    initial: 'housePriceStart',
    growth: 'housePriceGrowth',
    region: { mean: 'homeSales' },
    symbol: 'PH', source: '9.5', outcome: true,
  }, 'House price'),
  landPriceElasticity: parameter('share', { low: 1.3, central: 1.8, high: 2.6 },
    'Response of the land price to the house price', { symbol: 'eL', source: '23.3', evidence: 'assumed' }),
  landPerFloor: parameter('share', 0.55,
    'Land per floor space started', { symbol: 'zeta', source: '29.3', evidence: 'assumed' }),
  landPriceStart: base('CNY k/m2',
    'landRevenueStart/(landPerFloor*homeStartsStart)',
    'Land price at the start', { symbol: 'PL0', source: '3(9)' }),
  landPrice: equation('CNY k/m2',
    'landPriceStart*(housePrice/housePriceStart)^landPriceElasticity',
    'Land price', { symbol: 'PL', source: '9.6' }),
  landRevenue: equation('CNY bn/year',
    'landPrice*landPerFloor*homeStarts + financingFromLand',
    'Land revenue', { symbol: 'LandRev', source: '9.6', outcome: true, region: 'sum' }),

  // developers' books
  deedTaxRate: parameter('share', 0.015, 'Deed tax', { symbol: 'td_h', source: '29.3', evidence: 'assumed' }),
  landTaxRate: parameter('share', 0.03,
    'Land value tax on sales', { symbol: 'td_f', source: '29.3', evidence: 'assumed' }),
  homeSalesValue: equation('CNY bn/year', 'housePrice*homeSales', 'Homes sold to households', { source: '9.7' }),
  landValueTax: equation('CNY bn/year',
    'landTaxRate*homeSalesValue',
    'Land value tax paid by developers', { source: '9.7' }),
  costOfHomesSold: equation('CNY bn/year',
    'developerStock*(homeSales + publicHomePurchases)/max(unsoldFloor, 1e-9{m2 m})',
    'Cost of homes sold', { source: '9.7' }),
  writeDownSpeed: parameter('1/year', 0.5,
    'Speed at which developers write down their stock', { source: '9.7', evidence: 'assumed' }),
  developerWriteDown: equation('CNY bn/year',
    'writeDownSpeed*positive(developerStock - housePrice*unsoldFloor)',
    "Write-down of developers' stock", { symbol: 'wd', source: '9.7' }),
  developerCostShare: parameter('share', 0.72,
    "Cost of developers' stock at the start, of its market value", { source: '9.7', evidence: 'assumed' }),
  developerStock: stock('CNY bn', {
    initial: 'developerCostShare*housePriceStart*unsoldFloorStart',
    inflow: 'price*construction + landRevenue',
    outflow: 'costOfHomesSold + developerWriteDown',
    symbol: 'IV', source: '9.7',
  }, "Developers' stock at cost"),
})
