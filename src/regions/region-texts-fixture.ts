/** Requirements of the model and of the first one, and regions made of texts, for tests without the model. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Message } from '../language/messages.ts'
import { outlets, saleOutlets, uses } from './input-output.ts'
import { PackError, type PackProblem } from './problems.ts'
import { referencePacks } from './read.ts'
import type { ReadText, Required, RequiredDimension } from './types.ts'

const industries = 'mining food chemicals metals machinery vehicles otherIndustry construction trade services'

const labelled = (name: string, labels: RequiredDimension['labels']): RequiredDimension => ({ name, labels })
const area = labelled('area', 'region')
const sex = labelled('sex', ['female', 'male'])
const age = labelled(
  'age',
  Array.from({ length: 101 }, (_, index) => String(index)),
)

const group = labelled('group', ['young', 'middle', 'old'])
const firm = labelled('firm', ['state', 'private'])
const use = labelled('use', uses)
const industry = labelled('industry', industries.split(' '))
const outlet = labelled('outlet', outlets)
const sale = labelled('sale', saleOutlets)
const quarter = labelled('quarter', ['1', '2', '3', '4'])

/** Unit: names, for data of an area without further dimensions. */
const plain: Readonly<Record<string, string>> = {
  share: `mortalityFactor technicianShareStart deficitShareStart bondQuotaShare publicInvestmentShareStart
    cultureInvestmentShareStart unemploymentRateStart wageShareStart stateShareStart mixedShareStart
    mixedHolderShareStart provinceHolderShareStart centreHolderShareStart outsideHolderShareStart lockdownExposure oilValueAddedShare hotelOccupancyStart grainShareStart`,
  'person m/year': 'birthsStart deathsStart netMigrationStart',
  '1/year': `grossMigrationRate growthBeforeStart inflationBeforeStart expectedInflationStart expectedIncomeGrowthStart
    expectedHousePriceGrowthStart productivityGrowthStart expectedProductivityGrowthStart expectedOutputGrowthStart
    capitalGrowthStart purchasesGrowthStart`,
  'person m': `emigrantsStart employedStart agricultureEmploymentStart publicEmploymentStart contributorsStart
    pensionersStart residentPensionersStart`,
  'CNY bn/year': `gdpBaseYear primaryOutputBaseYear oilOutputStart publicOutputBaseYear consumptionBaseYear retailSalesBaseYear
    exportsAbroadBaseYear exportsRussiaBaseYear exportsRussiaCarsStart importsRussiaBaseYear defenceBaseYear tourismBaseYear ownRevenueBaseYear
    taxRevenueBaseYear centralTransfersBaseYear hiddenDebtSwap pensionPoolingStart landRevenueStart homeSalesValueUsualStart healthCostBaseYear`,
  'CNY bn': `provincialBondsStart vehicleDebtStart arrearsStart pensionReserveStart provinceDepositsStart
    vehicleDepositsStart publicCapitalStart vehicleCapitalStart cultureCapitalStart`,
  'CNY k/person/year': 'contributionsPerContributorStart pensionStart residentPensionStart',
  year: 'capitalPerOutputStart',
  'robot k': 'robotsStart',
  'm2 m': 'dwellingsStart unsoldFloorStart',
  't m/year': 'grainBaseYear crudeOilBaseYear carbonStart',
  'household m': 'householdsStart',
  'm2 m/year': 'homeSalesStart homeStartsStart completionsStart smoothedStartsStart',
  'CNY k/m2': 'housePriceStart buildingCostStart',
  'ug/m3': 'pmStart',
}

const national: Readonly<Record<string, string>> = {
  share:
    'nationalCreditStart nationalInvestmentShareStart centralInvestmentShareStart nationalHousingSalesStart nationalOutputLostStart lockdownStart workplacesClosedStart spendingLostStart poolingSizeStart nationalShare65Start',
  'CNY k/person/year': 'retailBeijingStart retailSouthEastStart retailShanghaiStart',
  '1/year': `nationalGrowthTrendStart nationalCapitalGrowthStart depositRateStart loanRateStart householdLoanRateStart bondStockRateStart
    vehicleStockRateStart`,
}

const paths: Readonly<Record<string, string>> = {
  '1/year': `nationalGrowth nationalGrowthWithin nationalInflation bondRate depositRate lendingRate mortgageRate interbankRate
    nationalHousePriceGrowth existingHomesGrowthBeyond nationalProducerPriceGrowth nationalGoodsGrowthBeyond
    nationalFarmGrowth worldGrowthBeyond nationalGrowthExpected mortgageRateExpected`,
  index:
    'nationalFertility mortalityBeyondTrend nationalPensionCoverage nationalResidents nationalDeveloperCredit russiaDemand russiaSupply oilPrice orePrice coalPrice grainPrice russianCarMarket',
  'ug/m3': 'nationalFineDust',
  share: `nationalCredit nationalBondQuota quotasKnown nationalTransferPool nationalLocalRevenue nationalLocalTaxes nationalLocalFees
    specialBondShare onlineRetailShare nationalShare65 poolingSize bondRenewal vehicleRenewal landDemand nationalInvestmentShare nationalHousingSales centralInvestmentShare chineseCarShare carStocking tourismRevival nationalUnemployment nationalOutputLost lockdown workplacesClosed spendingLost`,
}

/** Shares that are measured against another year, which the model lets fall below nothing. */
const belowNothing = ['nationalCredit']

/** Paths that packs may leave out. */
const likeOthers: Readonly<Record<string, string>> = {
  nationalGrowthExpected: 'nationalGrowth',
  mortgageRateExpected: 'mortgageRate',
}

/** Paths by area. */
const areaPaths: Readonly<Record<string, string>> = { share: 'bondQuotaByArea refinancingCalendar', index: 'oilPlan' }

const words = (text: string): string[] => text.split(/\s+/).filter(word => word !== '')

const datum = (name: string, unit: string, dimensions: readonly RequiredDimension[]): Required => ({
  kind: 'datum',
  name,
  unit,
  dimensions,
})

/** Requirements of the model on the shipped packs. */
export const required: readonly Required[] = [
  datum('startPopulation', 'person m', [area, sex, age]),
  datum('censusMortality', '1/year', [area, sex, age]),
  datum('nationalPopulation', 'person m', [age]),
  datum('nationalMortality', '1/year', [age]),
  ...words('householdDepositsStart householdLoansStart').map(name => datum(name, 'CNY bn', [area, group])),
  ...words('firmLoansStart firmDepositsStart capitalStart').map(name => datum(name, 'CNY bn', [area, firm])),
  datum('privateEquityShare', 'share', [area, group]),
  datum('tourismSeason', 'share', [area, quarter]),
  ...words('importPropensity importPropensityLocal importPropensityTable').map(name =>
    datum(name, 'share', [area, use]),
  ),
  datum('industryOutputBaseYear', 'CNY bn/year', [area, industry]),
  datum('industryEmployedBaseYear', 'person m', [area, industry]),
  datum('industryContent', 'share', [area, industry, outlet]),
  datum('industrySellers', 'share', [area, industry, sale]),
  ...Object.entries(plain).flatMap(([unit, names]) => words(names).map(name => datum(name, unit, [area]))),
  ...Object.entries(national).flatMap(([unit, names]) => words(names).map(name => datum(name, unit, []))),
  ...Object.entries(paths).flatMap(([unit, names]) =>
    words(names).map(
      (name): Required => ({
        kind: 'exogenous',
        name,
        unit,
        dimensions: [],
        ...(belowNothing.includes(name) ? { bounds: [-1, 1] } : {}),
        ...(likeOthers[name] === undefined ? {} : { like: likeOthers[name] }),
      }),
    ),
  ),
  ...Object.entries(areaPaths).flatMap(([unit, names]) =>
    words(names).map((name): Required => ({ kind: 'exogenous', name, unit, dimensions: [area] })),
  ),
]

interface FirstSector {
  readonly over: readonly string[]
  readonly declarations: Readonly<Record<string, { kind: string; unit: string; over?: readonly string[] }>>
}

const dimensions: Readonly<Record<string, RequiredDimension>> = { area, sex, age, group, firm }
const firstSectors: readonly FirstSector[] = JSON.parse(
  readFileSync(join(referencePacks, 'model.json'), 'utf8'),
).sectors

/** Requirements of the model of the first specification on the packs of golden/reference. */
export const firstRequired: readonly Required[] = firstSectors.flatMap(sector =>
  Object.entries(sector.declarations).flatMap(([name, { kind, unit, over = sector.over }]): Required[] =>
    kind === 'datum' || kind === 'exogenous'
      ? [{ kind, name, unit, dimensions: over.map(dimension => dimensions[dimension]!) }]
      : [],
  ),
)

/** The texts of a pack with some replaced; undefined removes a file. */
export const withTexts =
  (read: ReadText, changes: Readonly<Record<string, string | undefined>>): ReadText =>
  path =>
    Object.hasOwn(changes, path) ? changes[path] : read(path)

const inCode = ({ code, values }: Message): string => [code.replace(/^\w+\./, ''), ...Object.values(values)].join(' ')

/** A problem by its place, its code and the values it speaks of, and the fix likewise. */
export const coded = ({ file, row, field, sheet, message, fix }: PackProblem): string =>
  `${[sheet ?? file, row, field].filter(part => part !== undefined).join(' ')}: ${inCode(message)} -> ${inCode(fix)}`

/** Problems as the command line shows them, a line each. */
export const shownLines = (problems: readonly PackProblem[]): string[] =>
  new PackError('', problems).message.split('\n').slice(1)
