/**
 * Links between the areas of a whole nation: what one buys another sells, who leaves one arrives in another, and gaps
 * are those to the other areas. Areas that are not the whole nation have none of it.
 */

import {
  base,
  datum,
  type Declaration,
  delay,
  equation,
  exogenous,
  type Model,
  parameter,
  sector,
  type Sector,
  stock,
} from '../language/declare.ts'
import { cells } from './demography/cells.ts'

const source = 'docs/theory/links.md'
const pairs = ['area', 'other']

const links = sector('Links between areas', {
  over: ['area'],
  doc:
    'The areas are the whole nation: they sell to one another what they buy from one another, and who leaves one ' +
    'arrives in another. What they lack of the path of the nation under current policy is found once and then given.',
}, {
  // the path that current policy is made to follow
  growthGapOwn: datum('1/year',
    'Growth of output of the area less that of the nation, mean of the five years before the start', { source }),
  gapKept: parameter('share', { low: 0.65, central: 0.75, high: 0.85 },
    'Part of the lead or lag in growth of the last five years that goes on at first',
    { source, evidence: 'derived' }),
  gapYears: parameter('year', { low: 3.5, central: 5, high: 8 },
    'Years in which a lead or lag in growth fades to a third', { source, evidence: 'derived' }),
  gapGone: equation('share',
    'gapKept*growthGapOwn*gapYears*(1 - exp(-(time - startTime)/gapYears))',
    'Lead or lag (log) that has come about since the start', { source }),
  gapOfAll: equation('index',
    'sum(gdpStart*exp(gapGone), area)/sum(gdpStart, area)',
    'Mean of the leads and lags, so that the areas add up to the nation', { over: [], source }),
  outputExpected: equation('index',
    'nationalOutput*exp(gapGone)/gapOfAll',
    'Output that is expected under current policy, start = 1', { source }),
  closureSought: parameter('share', 0,
    'One while that is sought which the areas lack of the path of the nation; else it is given',
    { source, evidence: 'assumed' }),
  outputBefore: delay('CNY bn/year', { of: 'output', initial: 'gdpStart' }, 'Output in the previous step'),

  // demand that nothing explains
  demandGiven: exogenous('share',
    'Sales to the rest of the country that the links do not explain under current policy, of market output',
    { over: ['area'], source }),
  demandSpeed: parameter('1/year', 4, 'Speed at which missing demand is found', { source, evidence: 'assumed' }),
  demandMissing: equation('share',
    'closureSought*ln(outputExpected*gdpStart/max(outputBefore, 1e-9{CNY bn/year}))',
    'Output that is expected over that of the step before (log)', { source }),
  demandFound: stock('share', {
    initial: '0',
    inflow: 'demandSpeed*demandMissing',
    source,
    negative: 'Sales that the links explain may be more than those of the path.',
  }, 'Demand found so far, of market output'),
  demandUnexplained: equation('share',
    'demandGiven + demandFound + demandMissing',
    'Sales to the rest of the country that the links do not explain, of market output', { source }),

  // productivity that nothing explains
  supplyGiven: exogenous('1/year',
    'Growth of technology that capital, people and reforms do not explain under current policy',
    { over: ['area'], source }),
  supplySpeed: parameter('1/year', 2, 'Speed at which missing capacity is found', { source, evidence: 'assumed' }),
  marketOutputExpected: equation('CNY bn/year',
    'positive(outputExpected*gdpStart - (outputBefore - marketOutputBefore))',
    'Market output that is expected under current policy', { source }),
  supplyUnexplained: equation('1/year', `
    supplyGiven
    + closureSought*supplySpeed
      *ln(max(marketOutputExpected, 1e-9{CNY bn/year})/(normalUtilisation*max(capacityBefore, 1e-9{CNY bn/year})))`,
    'Growth of technology that nothing explains', { source }),
  growthLead: equation('1/year',
    'technologyOfGrowth*gapKept*growthGapOwn*exp(-(time - startTime)/gapYears)',
    'Growth of technology through the lead or lag of the years before the start', { source }),

  // prices
  priceGiven: exogenous('1/year',
    'Inflation that nothing explains under current policy', { over: [], source }),
  priceSpeed: parameter('1/year', 2, 'Speed at which missing inflation is found', { source, evidence: 'assumed' }),
  priceOfAll: delay('index', { of: 'sum(price*gdpStart, area)/sum(gdpStart, area)', initial: '1', over: [] },
    'Price level of all areas in the previous step'),
  priceUnexplained: equation('1/year',
    'priceGiven + closureSought*priceSpeed*ln(nationalPrice/max(priceOfAll, 1e-9))',
    'Inflation that nothing explains', { over: [], source }),

  // trade
  tradeShare: datum('share', 'Share of the other area in what the area sells to the rest of the country', {
    over: pairs, source,
  }),
  importsBefore: delay('index', { of: 'imports/max(importsStart, 1e-9{CNY bn/year})', initial: '1' },
    'Imports in the previous step, start = 1'),
  demandOfOthers: equation('index',
    'sum(tradeShare*importsBefore[other], other)',
    'Purchases of the areas to which the area sells, start = 1', { source }),
  costOfAll: equation('index',
    'sum(cost*gdpStart, area)/sum(gdpStart, area)',
    'Relative cost, mean of all areas', { over: [], source }),
  costLastingOfAll: equation('index',
    'sum(costLasting*gdpStart, area)/sum(gdpStart, area)',
    'Relative cost by which buyers have chosen their suppliers, mean of all areas', { over: [], source }),

  // migration
  moveShare: datum('share', 'Share of those who leave the area that goes to the other', { over: pairs, source }),
  jobsGapOfAll: equation('share',
    'sum(jobsGap*populationStart, area)/sum(populationStart, area)',
    'Attraction of income, jobs and housing costs, mean of all areas', { over: [], source }),
  livingGapOfAll: equation('share',
    'sum(livingGap*populationStart, area)/sum(populationStart, area)',
    'Attraction of amenity and public services, mean of all areas', { over: [], source }),
  arriveStart: base('person m/year',
    'sum(moveShare[other, area]*outflowStart[other], other)',
    'Arrivals at the start by the pairs', { source }),
  leavers: equation('person m/year', 'sum(departures)', 'People who leave', { source }),
  wouldArrive: equation('person m/year', 'sum(newcomers) + sum(returners)', 'People who would arrive', { source }),
  pullOfArea: equation('index',
    'wouldArrive/max(arriveStart, 1e-9{person m/year})',
    'Pull of the area on those who leave others, relative to the arrivals of the pairs', { source }),
  pullOfOthers: equation('index',
    'sum(moveShare*pullOfArea[other], other)',
    'Pull of the others that those who leave the area see', { source }),
  arriveFromOthers: equation('person m/year',
    'pullOfArea*sum(moveShare[other, area]*leavers[other]/max(pullOfOthers[other], 1e-9), other)',
    'People who arrive from the other areas', { source }),
  arrivalsByPair: equation('person m/year',
    '(newcomers + returners)*arriveFromOthers/max(wouldArrive, 1e-9{person m/year})',
    'People who arrive from the other areas, by sex and age as those who would arrive', { over: cells, source }),
  arrivalScale: equation('share',
    'sum(departures, area)/max(sum(arrivalsByPair, area), 1e-9{person m/year})',
    'Those who left over those who arrive, by sex and age', { over: ['sex', 'age'], source }),

  // homes
  incomeOfAll: equation('index',
    'sum(householdsStart*incomeAgainstPath, area)/sum(householdsStart, area)',
    'Income per household against wages of the path of the nation, mean of all areas', { over: [], source }),
  incomeAgainstPath: equation('index',
    'sum(disposableIncomeBefore)/max(householdCount, 1e-9{household m})/incomePerHouseholdStart/nationalWageBefore',
    'Income per household against wages of the path of the nation, start = 1', { source }),
  wageOfAll: equation('index',
    'sum(populationStart*wage/wageStart, area)/sum(populationStart, area)',
    'Wage, mean of all areas, start = 1', { over: [], source }),

  // transfers
  formulaOfAll: equation('share',
    'sum(centralTransfersStart*positive(1 + equalisationFelt), area)/sum(centralTransfersStart, area)',
    'Transfers by the formula over the pool, all areas', { over: [], source }),
})

/** Parts of equations that read otherwise where the areas are the whole nation: name, part, and what stands there. */
const instead: Readonly<Record<string, ReadonlyArray<readonly [part: string, other: string]>>> = {
  exportsNation: [
    [
      'exportsNationStart*exp(nationCycleElasticity*(nationalGrowthRecent - nationalGrowthTrend)) ' +
        '*nationalOutputNow^nationElasticity*nationalGoodsNow^goodsInSales*producerPriceFelt^nationFromProducerPrices ' +
        '*cost^(-nationPriceElasticity)*suppliersKept',
      'positive(exportsNationStart*demandOfOthers*(cost/costOfAll)^(-nationPriceElasticity)' +
        '*(costLasting/costLastingOfAll)^(-tradeElasticityLong) + demandUnexplained*marketOutputStart*nationalOutputNow)',
    ],
  ],
  importPull: [
    ['cost^importFromCost*costLasting^importFromCostLong', '(cost/costOfAll)^importFromCost*(costLasting/costLastingOfAll)^importFromCostLong'],
  ],
  technology: [
    ['technologyOfGrowth*growthGap + catchUp*(nationalTechnology - technology)', 'growthLead + supplyUnexplained'],
  ],
  inflation: [['priceFromCost*expectedCostGrowth', 'priceFromCost*expectedCostGrowth + priceUnexplained']],
  migrationGapByAge: [
    ['workingWeight*jobsGap - livingGap', 'workingWeight*(jobsGap - jobsGapOfAll) - (livingGap - livingGapOfAll)'],
  ],
  arrivals: [['newcomers + returners', 'arrivalsByPair*arrivalScale']],
  relativeIncome: [
    [
      'sum(disposableIncomeBefore)/max(householdCount, 1e-9{household m})/incomePerHouseholdStart/nationalWageBefore',
      'incomeAgainstPath/max(incomeOfAll, 1e-9)',
    ],
  ],
  priceSupported: [['/wageStart/nationalWage', '/wageStart/wageOfAll']],
  formulaTransfers: [
    ['positive(1 + equalisationFelt)*exp(transferShareTrend*yearsSinceStart)', 'positive(1 + equalisationFelt)/formulaOfAll'],
  ],
}

const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** The declaration with parts of its texts replaced. Throws an Error where a part is not there: the equation has changed. */
const rewritten = (name: string, declaration: Declaration): Declaration => {
  const json = (text: string): string => JSON.stringify(text).slice(1, -1)
  let text = spaced(JSON.stringify(declaration))
  for (const [part, other] of instead[name] ?? []) {
    if (!text.includes(json(part))) throw new Error(`${name} does not hold ${part}, in whose place its links would stand`)
    text = text.replace(json(part), json(other))
  }
  return JSON.parse(text) as Declaration
}

/** The model of areas that are the whole nation. */
export const linkedAreas = (model: Model): Model => ({
  ...model,
  dimensions: { ...model.dimensions, other: { labels: { copyOf: 'area' }, doc: 'The areas once more, for pairs of them' } },
  sectors: [
    ...model.sectors.map((own): Sector => ({
      ...own,
      declarations: Object.fromEntries(
        Object.entries(own.declarations).map(([name, one]) => [name, name in instead ? rewritten(name, one) : one]),
      ),
    })),
    links,
  ],
})
