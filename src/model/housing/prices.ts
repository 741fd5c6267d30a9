/** Prices of homes and the books of developers. */

import { base, equation, index, parameter, part, smooth, stock } from '../../language/declare.ts'

export const housingPrices = part({
  // prices
  priceFromIncome: parameter('share', { low: 0.4, central: 0.7, high: 1 },
    'Response of the supported price to wages against the nation',
    { source: 'docs/theory/housing.md', evidence: 'secondary' }),
  priceFromPeople: parameter('share', { low: 0.4, central: 0.8, high: 1.4, least: 0, most: 10 },
    'Response of the supported price to the number of households against the nation, once dwellings have followed; ' +
      'before, vacancy adds its part',
    { source: 'docs/theory/chains.md', evidence: 'secondary' }),
  nationalHouseholds: equation('index', `
    sum(headshipByAge*(nationalCohorts + yearShare*(closing(nationalCohorts) - nationalCohorts)))
    /sum(headshipByAge*nationalPopulation)`,
    'Households of the nation, start = 1', { over: [], source: 'docs/theory/chains.md' }),
  relativeHouseholds: equation('index',
    'max(householdCount, 1e-9{household m})/householdsStart/nationalHouseholds',
    'Households against those of the nation, start = 1', { source: 'docs/theory/chains.md' }),
  priceFromVacancy: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Response of the supported price to dwellings per household against the nation',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  nationalVacancyRise: parameter('1/year', 0.006,
    'Yearly rise of dwellings per household in the nation', { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  dwellingsPerHousehold: equation('m2/household',
    'dwellings/max(householdCount, 1e-9{household m})',
    'Dwellings per household', { source: 'docs/theory/housing.md' }),
  priceFromMortgageCost: parameter('year', { low: 2, central: 5, high: 9 },
    'Response of the supported price to mortgage cost that policy adds',
    { source: 'docs/theory/housing.md', evidence: 'secondary' }),
  taxCapitalisation: parameter('share', { low: 0.3, central: 0.7, high: 1.2 },
    'Share of the present value of a property tax that lowers the price',
    { source: 'docs/theory/housing.md', evidence: 'secondary' }),
  taxDiscountPremium: parameter('1/year', 0.02,
    'Discount rate of the property tax above the mortgage rate',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  taxInPrice: equation('share',
    'taxCapitalisation*secondHomeShare*propertyTaxRate/(mortgageRateOffered + taxDiscountPremium)',
    'Fall of the supported price (log) through the property tax: its present value on the homes taxed',
    { source: 'docs/theory/housing.md', over: [] }),
  priceSupported: equation('CNY k/m2', `
    housePriceStart*nationalHousePrice*(max(wage, 1e-9{CNY k/person/year})/wageStart/nationalWage)^priceFromIncome
    *relativeHouseholds^priceFromPeople
    *(
      max(dwellingsPerHousehold, 1e-9{m2/household})/(dwellingsStart/householdsStart)
      *exp(-nationalVacancyRise*yearsSinceStart)
    )^(-priceFromVacancy)*exp(-priceFromMortgageCost*mortgageCostBeyond - taxInPrice)`,
    'House price that wages, households, vacancy, mortgage rules, taxes and the nation support',
    { source: 'docs/theory/housing.md', outcome: true }),
  priceCorrection: parameter('1/year', { low: 0.08, central: 0.19, high: 0.29 },
    'Yearly part of the gap to its supported level that the house price closes',
    { source: 'docs/theory/housing.md', evidence: 'derived' }),
  priceMomentum: parameter('share', { low: 0, central: 0.1, high: 0.24 },
    'Persistence of house price growth against the nation',
    { symbol: 'rhoH', source: 'docs/theory/housing.md', evidence: 'derived' }),
  priceFromUnsold: parameter('share', { low: 0, central: 0.05, high: 0.1 },
    'Response of the price that the market supports to months of supply',
    { symbol: 'kp', source: 'docs/theory/housing.md', evidence: 'assumed' }),
  unsoldPricedYears: parameter('year', 3,
    'Years in which the unsold homes of the start, already in its price, come to press on the price again',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  housePriceGrowthMost: parameter('1/year', 0.25,
    'Fastest yearly change of house prices', { source: '9.5', evidence: 'assumed' }),
  housePriceGrowth: equation('1/year', `
    clip(
      nationalHousePriceRate
      + priceCorrection
        *(
          ln(max(priceSupported, 1e-9{CNY k/m2})/housePrice)
          + priceFromUnsold
            *(
              ln(monthsNormal/monthsOfSupply)
              - ln(monthsNormal/monthsOfSupplyStart)*exp(-yearsSinceStart/unsoldPricedYears)
            )
        )
      + priceMomentum*relativePriceGrowth,
      -housePriceGrowthMost,
      housePriceGrowthMost
    )`,
    'Growth of the house price', { source: '9.5, docs/theory/housing.md' }),
  housePrice: index('CNY k/m2', {
    initial: 'housePriceStart',
    growth: 'housePriceGrowth',
    region: { mean: 'homeSales' },
    symbol: 'PH', source: '9.5', outcome: true,
  }, 'House price'),
  housePriceNow: equation('CNY k/m2',
    'housePrice*exp(timeStep/2*expectedHousePriceGrowth)',
    'House price in the middle of the step', { source: 'docs/theory/changes.md' }),
  landPriceElasticity: parameter('share', { low: 1.3, central: 1.8, high: 2.6 },
    'Response of the land price to the house price', { symbol: 'eL', source: '23.3', evidence: 'assumed' }),
  landPerFloor: parameter('share', 0.55,
    'Land per floor space started', { symbol: 'zeta', source: '29.3', evidence: 'assumed' }),
  landPriceStart: base('CNY k/m2',
    'landRevenueStart/(landPerFloor*homeStartsStart)',
    'Land price at the start', { symbol: 'PL0', source: '3(9)' }),
  landPrice: equation('CNY k/m2',
    'landPriceStart*(housePriceNow/housePriceStart)^landPriceElasticity',
    'Land price', { symbol: 'PL', source: '9.6' }),
  landPlanYears: parameter('year', { low: 0.25, central: 0.5, high: 1 },
    'Years over which purchases of land follow the starts that developers want: homes must be started within a ' +
      'year of the contract for the land',
    { source: 'docs/theory/housing.md', evidence: 'derived' }),
  landWanted: smooth('m2 m/year', {
    of: 'startsTarget',
    years: 'landPlanYears',
    initial: 'homeStartsStart',
    source: 'docs/theory/housing.md',
  }, 'Starts for which developers buy land: what they want, not what they are finishing'),
  auctionFromLiquidity: parameter('share', { low: 0.2, central: 0.5, high: 0.9 },
    'Response of the success of land auctions to the liquidity of developers',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  auctionSuccessLow: parameter('share', 0.2,
    'Lowest success of land auctions, relative to the start',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  auctionSuccessHigh: parameter('share', 1.3,
    'Highest success of land auctions, relative to the start',
    { source: 'docs/theory/housing.md', evidence: 'assumed' }),
  auctionSuccess: equation('share',
    'clip((developerLiquidity/developerLiquidityStart)^auctionFromLiquidity, auctionSuccessLow, auctionSuccessHigh)',
    'Land put up for sale that finds a buyer, start = 1', { source: 'docs/theory/housing.md' }),
  landRevenue: equation('CNY bn/year',
    'landPrice*landPerFloor*landWanted*auctionSuccess*landDemand + financingFromLand',
    'Land revenue', { symbol: 'LandRev', source: '9.6, docs/theory/housing.md', outcome: true, region: 'sum' }),

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
