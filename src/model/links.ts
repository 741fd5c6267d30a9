/**
 * Links between the areas of a whole nation: what one buys another sells, who leaves one arrives in another, and gaps
 * are those to the other areas. Areas that are not the whole nation have none of it.
 */

import {
  base,
  datum,
  type Declaration,
  delay,
  type Equation,
  equation,
  type Exogenous,
  exogenous,
  type Model,
  type Notes,
  parameter,
  sector,
  type Sector,
  stock,
} from '../language/declare.ts'
import { oncePer } from '../language/once-per.ts'
import { cells } from './demography/cells.ts'
import { pensions } from './pensions.ts'
import { replacedIn, type Replacements, spaced } from './replaced.ts'

const source = 'docs/theory/links.md'
const pairs = ['area', 'other']

/** The pooling that a gap calls for, as single regions receive it. */
const called = (pensions.declarations['nationalPooling'] as Equation).text as string

const links = sector('Links between areas', {
  over: ['area'],
  doc:
    'The areas are the whole nation: they sell to one another what they buy from one another, and who leaves one ' +
    'arrives in another. What they lack of the path of the nation under current policy is found once and then given.',
}, {
  acts: parameter('share', 1,
    'Part of a policy that the area carries out: 0 where it keeps to current policy',
    { over: ['area'], sampled: false, source, evidence: 'assumed' }),

  // the path that current policy is made to follow
  growthGapOwn: datum('1/year',
    'Growth of output per head of the area less that of the nation, mean of the five years before the start',
    { source }),
  gapKept: parameter('share', { low: 0.55, central: 0.72, high: 0.86, least: 0, most: 1 },
    'Part of the lead or lag in growth per head of the last five years that goes on at first',
    { source, evidence: 'derived' }),
  gapYears: parameter('year', { low: 4, central: 5, high: 7, least: 1, most: 30 },
    'Years in which a lead or lag in growth per head fades to a third', { source, evidence: 'derived' }),
  peopleInGrowth: parameter('share', { low: 0.1, central: 0.5, high: 1, least: 0, most: 1.5 },
    'Growth of output per point of growth of residents, both against the nation', { source, evidence: 'derived' }),
  gapGone: equation('share', `
    gapKept*growthGapOwn*gapYears*(1 - exp(-(time - startTime)/gapYears))
    + peopleInGrowth*ln(max(residentsTotal, 1e-9{person m})/populationStart)`,
    'Lead or lag (log) that is expected to come about from the start on, through growth per head and people',
    { source }),
  gapOfAll: equation('index',
    'sum(gdpStart*exp(gapGone), area)/sum(gdpStart, area)',
    'Mean of the leads and lags, so that the areas add up to the nation', { over: [], source }),
  outputExpected: equation('index',
    'nationalOutput*exp(gapGone)/gapOfAll',
    'Output that is expected under current policy, start = 1', { source }),
  closureSought: parameter('share', 0,
    'One while that is sought which the areas lack of the path of the nation; else it is given',
    { source, evidence: 'assumed' }),

  // demand that nothing explains
  demandFromClosure: exogenous('share',
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
    'demandFromClosure + demandFound + demandMissing',
    'Sales to the rest of the country that the links do not explain, of market output', { source }),

  // what the nation does about demand
  utilisationOfAll: equation('share',
    'sum(marketOutputBefore, area)/max(sum(capacityBefore, area), 1e-9{CNY bn/year})',
    'Use of capacity in the previous step, all areas', { over: [], source }),
  steering: parameter('1/year', { low: 0.1, central: 0.2, high: 0.5, least: 0, most: 4 },
    'Part of idle capacity of the nation that its central bank and budget make good in a year',
    { source, evidence: 'assumed' }),
  steeringYears: parameter('year', { low: 2, central: 4, high: 8, least: 0.5, most: 30 },
    'Years in which what the nation does about demand fades', { source, evidence: 'assumed', sampled: false }),
  steered: stock('share', {
    over: [],
    initial: '0',
    inflow: 'steering*ln(normalUtilisation/utilisationOfAll)',
    outflow: 'steered/steeringYears',
    source,
    negative: 'Where demand presses on capacity, the nation holds it down.',
  }, 'Demand that the nation adds where its capacity is idle, of market output'),

  // productivity that nothing explains
  supplyFromClosure: exogenous('1/year',
    'Growth of technology that capital, people and reforms do not explain under current policy',
    { over: ['area'], source }),
  supplySpeed: parameter('1/year', 1, 'Speed at which missing capacity is found', { source, evidence: 'assumed' }),
  marketOutputExpected: equation('CNY bn/year',
    'positive(outputExpected*gdpStart - (outputBefore - marketOutputBefore))',
    'Market output that is expected under current policy', { source }),
  supplyUnexplained: equation('1/year', `
    supplyFromClosure
    + closureSought*supplySpeed
      *ln(max(marketOutputExpected, 1e-9{CNY bn/year})/(normalUtilisation*max(capacityBefore, 1e-9{CNY bn/year})))`,
    'Growth of technology that nothing explains', { source }),
  growthLead: equation('1/year',
    'technologyOfGrowth*gapKept*growthGapOwn*exp(-(time - startTime)/gapYears)',
    'Growth of technology through the lead or lag of the years before the start', { source }),

  // prices
  priceFromClosure: exogenous('1/year',
    'Inflation that nothing explains under current policy', { over: [], source }),
  priceSpeed: parameter('1/year', 2, 'Speed at which missing inflation is found', { source, evidence: 'assumed' }),
  priceOfAll: delay('index', { of: 'sum(price*gdpStart, area)/sum(gdpStart, area)', initial: '1', over: [] },
    'Price level of all areas in the previous step'),
  priceUnexplained: equation('1/year',
    'priceFromClosure + closureSought*priceSpeed*ln(nationalPrice/max(priceOfAll, 1e-9))',
    'Inflation that nothing explains', { over: [], source }),

  // trade
  tradeShare: datum('share', 'Share of the other area in what the area sells to the rest of the country', {
    over: pairs, source,
  }),
  importsBefore: delay('index', { of: 'imports/max(importsStart, 1e-9{CNY bn/year})', initial: '1' },
    'Imports in the previous step, start = 1'),
  demandOfOthers: equation('index',
    'sum(tradeShare*importsBefore[other], other) + demandOfRest',
    'Purchases of the areas to which the area sells, start = 1', { source }),
  demandOfRest: exogenous('index',
    'Purchases of the areas that are not run, as they are under current policy, weighted by what is sold to them',
    { over: ['area'], source }),
  demandAbroad: exogenous('index',
    'Demand from abroad for exports of the area, in a test of its own; 1 where nothing is said',
    { over: ['area'], source }),
  abroadInImports: parameter('share', { low: 0.1, central: 0.16, high: 0.25, least: 0, most: 1 },
    'Share of goods from abroad in what the areas buy outside', { source, evidence: 'derived' }),
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
    'Attraction of income, jobs and housing costs, mean of all areas', { over: [], annual: true, source }),
  livingGapOfAll: equation('share',
    'sum(livingGap*populationStart, area)/sum(populationStart, area)',
    'Attraction of amenity and public services, mean of all areas', { over: [], annual: true, source }),
  arriveStart: base('person m/year',
    'sum(moveShare[other, area]*outflowStart[other], other) + arriveFromRestStart',
    'Arrivals at the start by the pairs', { source }),
  arriveFromRestStart: datum('person m/year', 'Arrivals at the start from areas that are not run', { source }),
  leavers: equation('person m/year', 'sum(departures)', 'People who leave', { annual: true, source }),
  wouldArrive: equation('person m/year', 'sum(newcomers) + sum(returners)', 'People who would arrive', {
    annual: true, source,
  }),
  pullOfArea: equation('index',
    'wouldArrive/max(arriveStart, 1e-9{person m/year})',
    'Pull of the area on those who leave others, relative to the arrivals of the pairs', { annual: true, source }),
  pullOfOthers: equation('index',
    'sum(moveShare*pullOfArea[other], other) + pullOfRest',
    'Pull of the others that those who leave the area see', { annual: true, source }),
  pullOfRest: exogenous('index',
    'Pull of the areas that are not run, as it is under current policy, weighted by moves to them',
    { over: ['area'], source }),
  arriveFromOthers: equation('person m/year',
    'pullOfArea*(sum(moveShare[other, area]*leavers[other]/max(pullOfOthers[other], 1e-9), other) + leaversOfRest)',
    'People who arrive from the other areas', { annual: true, source }),
  leaversOfRest: exogenous('person m/year',
    'Those who leave areas that are not run and may come, as under current policy, over the pull that they see',
    { over: ['area'], source }),
  arrivalsByPair: equation('person m/year',
    '(newcomers + returners)*arriveFromOthers/max(wouldArrive, 1e-9{person m/year})',
    'People who arrive from the other areas, by sex and age as those who would arrive',
    { over: cells, annual: true, source }),
  arrivalScale: equation('share',
    'sum(departures, area)/max(sum(arrivalsByPair, area), 1e-9{person m/year})',
    'Those who left over those who arrive, by sex and age', { over: ['sex', 'age'], annual: true, source }),

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

  // pensions
  poolingCalled: equation('CNY bn/year', called, 'National pooling that the gap of the fund calls for', { source }),
  poolingRate: equation('share', `
    min(1, sum(poolingCalled, area)/max(sum(positive(-pensionGap), area), 1e-9{CNY bn/year}))`,
    'Part of a surplus of a fund that goes to the pool: what the others call for, at most all', { over: [], source }),
})

/** The data over pairs of areas, which the folder of a whole nation holds. */
export const flowsOfLinks: ReadonlyArray<{ readonly name: string; readonly unit: string }> = Object.entries(
  links.declarations,
).flatMap(([name, one]) => (one.kind === 'datum' && one.over === pairs ? [{ name, unit: one.unit }] : []))

/** Parts of equations that read otherwise where the areas are the whole nation: name, part, and what stands there. */
const instead: Replacements = {
  exportsNation: [
    [
      'exportsNationStart*exp(nationCycleElasticity*(nationalGrowthRecent - nationalGrowthTrend))' +
        '*nationalOutputNow^nationElasticity*nationalGoodsNow^goodsInSales*producerPriceFelt^nationFromProducerPrices' +
        '*cost^(-nationPriceElasticity)*suppliersKept',
      'positive(exportsNationStart*demandOfOthers*(cost/costOfAll)^(-nationPriceElasticity)' +
        '*(costLasting/costLastingOfAll)^(-tradeElasticityLong)' +
        ' + (demandUnexplained + steered)*marketOutputStart*nationalOutputNow)',
    ],
  ],
  exportsWorld: [['worldDemand^worldElasticity', 'worldDemand^worldElasticity*demandAbroad']],
  importPull: [
    [
      'cost^importFromCost*costLasting^importFromCostLong',
      '(cost/costOfAll^(1 - abroadInImports))^importFromCost' +
        '*(costLasting/costLastingOfAll^(1 - abroadInImports))^importFromCostLong',
    ],
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
  wageGrowth: [['nationalWage*wageStart/wage', 'wageOfAll*wageStart/wage']],
  priceSupported: [['/wageStart/nationalWage', '/wageStart/wageOfAll']],
  formulaTransfers: [
    [
      'positive(1 + equalisationFelt)*exp(transferShareTrend*yearsSinceStart)',
      'positive(1 + equalisationFelt)/formulaOfAll',
    ],
  ],
  nationalPooling: [[spaced(called), 'poolingCalled - poolingRate*positive(-pensionGap)']],
  pooledShare: [['nationalPooling', 'poolingCalled']],
  poolingExtra: [['nationalPooling', 'poolingCalled']],
}

/** Parts that read otherwise where areas that nothing links keep together to the path of their nation. */
const together: Replacements = {
  gapGone: [
    [
      spaced((links.declarations['gapGone'] as Equation).text as string),
      'ln(max(outputBefore, 1e-9{CNY bn/year})/gdpStart)',
    ],
  ],
  supplyUnexplained: [
    ['max(marketOutputExpected, 1e-9{CNY bn/year})', 'max(sum(marketOutputExpected, area), 1e-9{CNY bn/year})'],
    ['max(capacityBefore, 1e-9{CNY bn/year})', 'max(sum(capacityBefore, area), 1e-9{CNY bn/year})'],
  ],
  exportsNation: [
    ['exportsNationStart*exp(', 'positive(exportsNationStart*exp('],
    ['suppliersKept', 'suppliersKept + demandUnexplained*marketOutputStart*nationalOutputNow)'],
  ],
  technology: [['technologyOfGrowth*growthGap', 'technologyOfGrowth*growthGap + supplyUnexplained']],
  inflation: instead['inflation']!,
}

/** The closure of areas that nothing links: that of linked ones, without what is by pairs or for policies of some. */
const closing: Sector = {
  ...links,
  doc: 'The areas add up to their nation: what they lack of its path is found once and then given.',
  declarations: Object.fromEntries(
    `gapGone gapOfAll outputExpected closureSought demandFromClosure demandSpeed demandMissing demandFound
    demandUnexplained supplyFromClosure supplySpeed marketOutputExpected supplyUnexplained priceFromClosure priceSpeed
    priceOfAll priceUnexplained`
      .split(/\s+/)
      .map(name => [name, links.declarations[name]!]),
  ),
}

/** Kinds of declarations that are evaluated. */
const evaluated: ReadonlySet<string> = new Set(['base', 'equation', 'stock', 'level', 'smooth', 'delay', 'yearMean'])

const overOf = (one: Declaration): readonly string[] | undefined => ('over' in one ? one.over : undefined)

/** The declarations that follow from levers, each for every area, so that levers can be set area by area. */
const byArea = (sectors: readonly Sector[]): Sector[] => {
  const wordsOf = oncePer((one: Declaration) => new Set(JSON.stringify(one).match(/\b[a-z]\w*/g)))
  const all = sectors.flatMap(({ over, declarations }) =>
    Object.entries(declarations).map(([name, one]) => ({ name, one, over: overOf(one) ?? over })),
  )
  const following = new Set(all.flatMap(({ name, one }) => (one.kind === 'lever' ? [name] : [])))
  const found = new Set<string>()
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { name, one, over } of all) {
      if (!evaluated.has(one.kind) || over.includes('area')) continue
      if (![...wordsOf(one)].some(word => following.has(word))) continue
      found.add(name)
      following.add(name)
    }
  }
  const moved = ({ over, declarations, ...own }: Sector): Sector => ({
    ...own,
    over,
    declarations: Object.fromEntries(
      Object.entries(declarations).map(([name, one]) => [
        name,
        found.has(name) ? ({ ...one, over: ['area', ...(overOf(one) ?? over)] } as Declaration) : one,
      ]),
    ),
  })
  return sectors.map(moved)
}

/** Means and sums of all areas, which areas that are run within the nation take as they are under current policy. */
export const ofAllAreas: readonly string[] = [
  'gapOfAll',
  'steered',
  'priceOfAll',
  'costOfAll',
  'costLastingOfAll',
  'jobsGapOfAll',
  'livingGapOfAll',
  'arrivalScale',
  'incomeOfAll',
  'wageOfAll',
  'formulaOfAll',
  'poolingRate',
]

const given = ({ unit, doc, over, annual }: Pick<Declaration & { unit: string }, 'unit' | 'doc'> & Notes): Exogenous =>
  exogenous(unit, doc, { source, ...(over === undefined ? {} : { over }), ...(annual === undefined ? {} : { annual }) })

/** The links of some areas within their nation. */
const linksWithin: Sector = {
  ...links,
  declarations: Object.fromEntries(
    Object.entries(links.declarations)
      .filter(([name]) => name !== 'acts')
      .map(([name, one]) => [name, ofAllAreas.includes(name) ? given(one as Declaration & { unit: string }) : one]),
  ),
}

/** The model of areas that add up to their nation, all or some: nothing links them, and one path closes all. */
export const summedAreas = (model: Model): Model => ({
  ...model,
  sectors: replacedIn([...model.sectors, closing], together),
})

/** The model of areas that are the whole nation, or that are run within it while the others keep to current policy. */
export const linkedAreas = (model: Model, which: 'whole' | 'within' = 'whole'): Model => ({
  ...model,
  dimensions: {
    ...model.dimensions,
    other: { labels: { copyOf: 'area' }, doc: 'The areas once more, for pairs of them' },
  },
  ...(which === 'whole' ? { leversBy: 'acts' } : {}),
  sectors: [
    ...replacedIn(which === 'whole' ? byArea(model.sectors) : model.sectors, instead),
    which === 'whole' ? links : linksWithin,
  ],
})
