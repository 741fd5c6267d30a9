/** Homes at the start, the need for homes, and the demand for them. */

import { base, datum, delay, equation, level, parameter, part, smooth, table } from '../../language/declare.ts'

export const housingDemand = part({
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
  headshipYearOn: base('household/person',
    'headship(age + 1{year})',
    'Households per person a year older, by age', { over: ['age'], source: 'docs/theory/chains.md' }),
  vacatedFloorStart: base('m2 m/year', `
    positive(
      householdsStart
      - headshipScale
        *sum(
          headshipYearOn
          *(
            startPopulation*exp(-baseMortality*1{year})
            + (arrivalsStart - startPopulation*departureRateStart)*1{year}
          )
        )
    )*floorPerHousehold/1{year}`,
    'Homes left empty in a year at the births, deaths and moves of the start', { source: 'docs/theory/chains.md' }),
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
  incomePerHouseholdStart: base('CNY k/household/year',
    'sum(disposableIncomeStart)/householdsStart',
    'Income per household at the start'),
  mortgageRuleDiscount: parameter('1/year', 0.003,
    'Mortgage rate saved by the rule that counts homes, not past loans', { source: '9.2', evidence: 'assumed' }),
  mortgageRateOffered: equation('1/year',
    'max(mortgageRateNow - interestLevel*(mortgageRuleDiscount*mortgageRule - mortgageRateChange), 0{1/year})',
    'Mortgage rate on offer; no bank pays its borrowers', { symbol: "rM'", source: '9.2', over: [] }),
  downPaymentCost: parameter('1/year', 0.05, 'Yearly cost of the down payment', { source: '9.2', evidence: 'assumed' }),
  mortgageCostBeyond: equation('1/year', `
    beyondStandard(mortgageRateOffered)
    + interestLevel*(mortgageRate - mortgageRateExpected)
    + downPaymentCost*beyondStandard(downPayment)`,
    'Mortgage cost that policy adds, and rates beyond those on which sales and prices of the nation rest',
    { source: 'docs/theory/housing.md, docs/theory/chains.md', over: [] }),
  nationalWageBefore: smooth('index', {
    over: [],
    of: 'nationalWage*exp(timeStep/2*nationalWageGrowth)',
    years: 'newsYears',
    initial: '1',
    source: 'docs/theory/housing.md',
  }, 'Wage of the rest of the country in the last quarter, start = 1'),
  relativeIncome: equation('index',
    'sum(disposableIncomeBefore)/max(householdCount, 1e-9{household m})/incomePerHouseholdStart/nationalWageBefore',
    'Income per household against wages of the nation, start = 1', { source: 'docs/theory/housing.md' }),
  relativeAffordability: equation('index',
    'relativeIncome*housePriceStart*nationalHousePrice*exp(timeStep/2*nationalHousePriceRate)/housePriceNow',
    'Affordability of homes against the nation, start = 1', { source: 'docs/theory/housing.md' }),
  relativeAffordabilityBefore: delay('index', { of: 'relativeAffordability', initial: '1' },
    'Affordability of homes against the nation in the previous step'),
  nationalBuyers: equation('index',
    'sum(nationalCohorts[25..49])/sum(nationalPopulation[25..49])',
    'People of 25-49 in the nation, start = 1', { over: [], annual: true, source: 'docs/theory/housing.md' }),
  priceExpectationMost: parameter('1/year', 0.1,
    'Largest expected change of house prices against the nation that counts for sales, starts and prices',
    { source: '9.3', evidence: 'assumed' }),
  nationalHousePriceRateFelt: smooth('1/year', {
    over: [],
    of: 'nationalHousePriceRate',
    years: '1{year}',
    initial: 'nationalHousePriceGrowth',
    source: 'docs/theory/housing.md',
  }, 'Growth of house prices in the nation, smoothed over a year'),
  relativePriceGrowth: equation('1/year',
    'clip(expectedHousePriceGrowth - nationalHousePriceRateFelt, -priceExpectationMost, priceExpectationMost)',
    'Expected growth of the house price against the nation', { source: 'docs/theory/housing.md' }),
  relativePriceGrowthStart: base('1/year',
    'clip(expectedHousePriceGrowthStart - nationalHousePriceGrowth, -priceExpectationMost, priceExpectationMost)',
    'Expected growth of the house price against the nation at the start', { source: 'docs/theory/housing.md' }),
  salesFromNation: parameter('share', { low: 0.83, central: 0.96, high: 1.1 },
    'Response of sales to the volume of the national market',
    { source: 'docs/theory/housing.md', evidence: 'derived' }),
  salesFromAffordability: parameter('share', { low: 0, central: 0.3, high: 1.42 },
    'Response of sales to affordability against the nation',
    { symbol: 'e_aff', source: 'docs/theory/housing.md', evidence: 'derived' }),
  salesFromIncome: parameter('share', { low: 0, central: 0.6, high: 2.13 },
    'Response of sales to income against the nation beyond affordability: those who gain also buy more space',
    { source: 'docs/theory/housing.md', evidence: 'derived' }),
  salesFromMortgageCost: parameter('year', { low: 4, central: 8, high: 14 },
    'Response of sales to mortgage cost that policy adds',
    { symbol: 'e_r', source: 'docs/theory/housing.md', evidence: 'secondary' }),
  salesFromPrices: parameter('year', { low: 0.3, central: 0.8, high: 1.5 },
    'Response of sales to expected prices against the nation',
    { symbol: 'e_e', source: 'docs/theory/housing.md', evidence: 'assumed' }),
  salesFromConfidence: parameter('share', { low: 0.4, central: 0.8, high: 1.2 },
    'Response of sales to confidence', { symbol: 'e_cf', source: '29.3', evidence: 'assumed', sampled: false }),
  salesFromRule: parameter('share', { low: 0.05, central: 0.15, high: 0.3 },
    'Response of sales to the mortgage rule', { symbol: 'e_pol', source: '23.3', evidence: 'assumed' }),
  salesFromVacated: parameter('share', { low: 0.1, central: 0.3, high: 0.5 },
    'Sales lost per home left empty beyond those of the first year',
    { symbol: 'sub_v', source: 'docs/theory/housing.md', evidence: 'assumed' }),
  salesMost: parameter('share', 3,
    'Highest sales of homes relative to need at the start', { source: '9.3', evidence: 'assumed' }),
  salesTarget: equation('m2 m/year', `
    positive(
      min(
        salesPerNeed*housingNeed/nationalBuyers*relativeAffordability^salesFromAffordability
        *relativeIncome^salesFromIncome
        *exp(
          -salesFromMortgageCost*mortgageCostBeyond
          + salesFromPrices*(relativePriceGrowth - relativePriceGrowthStart)
          + salesFromConfidence*(confidence - confidenceNeutral)/100
          + salesFromRule*beyondStandard(mortgageRule)
          - salesFromVacated*(vacatedFloor - vacatedFloorStart)
            /max(salesPerNeed*housingNeed, 1e-9{m2 m/year})
        ),
        salesMost*salesPerNeed*housingNeed
      )
    )`,
    'Home sales towards which conditions of the area move them, at the national volume of the start',
    { symbol: 'S*', source: '9.3, docs/theory/housing.md' }),
  salesAdjustment: parameter('1/year', 1.5,
    'Speed at which sales of homes follow conditions of the area', { source: '9.3', evidence: 'assumed' }),
  salesOwnOpening: level('m2 m/year', {
    initial: 'homeSalesStart',
    next: 'positive(2*salesOwn - salesOwnOpening)',
    source: '9.3, docs/theory/changes.md',
  }, 'Home sales at the opening of the step at the national volume of the start'),
  salesOwn: equation('m2 m/year',
    'salesOwnOpening + salesAdjustment*timeStep/(2 + salesAdjustment*timeStep)*(salesTarget - salesOwnOpening)',
    'Home sales that conditions of the area give at the national volume of the start; the mean of opening and closing',
    { source: '9.3, docs/theory/housing.md' }),
  salesWithNation: equation('share',
    'nationalHousingVolume^salesFromNation',
    'Home sales of an area at the national volume, relative to those at the volume of the start',
    { source: 'docs/theory/housing.md', over: [] }),
  homeSalesOpening: equation('m2 m/year',
    'salesOwnOpening*salesWithNation',
    'Home sales at the opening of the step', { source: '9.3, docs/theory/housing.md' }),
  unsoldSaleMost: parameter('1/year', 2,
    'Fastest yearly sale of unsold floor space: half a year is needed to sell what there is',
    { source: '9.3', evidence: 'assumed' }),
  homeSales: equation('m2 m/year',
    'min(salesOwn*salesWithNation, unsoldSaleMost*unsoldFloor)',
    'Home sales', { symbol: 'S', source: '9.3', outcome: true }),
  publicPurchasePrice: parameter('share', 0.8,
    'Price at which the state buys unsold homes, of the market price', { source: '9.8', evidence: 'assumed' }),
  publicPurchaseStock: parameter('year', 1,
    'Years of sales that stay with developers: only unsold homes beyond can be bought by the state',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  publicPurchaseYears: parameter('year', 2,
    'Years in which the state can buy the unsold homes that are on offer',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  publicHomePurchases: equation('m2 m/year', `
    min(
      homePurchaseProgramme*price*expectedOutput/(publicPurchasePrice*housePrice),
      positive(unsoldFloor - publicPurchaseStock*homeSalesOpening)/publicPurchaseYears
    )`,
    'Unsold homes bought by the province at 80 % of the price, of those beyond a year of sales',
    { symbol: 'Sgov', source: '9.8, docs/theory/housing.md' }),
  publicPurchaseCost: equation('CNY bn/year',
    'publicPurchasePrice*housePrice*publicHomePurchases',
    'Cost of unsold homes bought', { source: '9.8' }),
})
