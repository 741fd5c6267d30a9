/**
 * Nations whose start is no usual year: jobs, slack, long means, income from outside and the mix of industries are
 * given as figures. The model of such a nation is made of the model; no other region carries any of it.
 */

import {
  base,
  datum,
  equation,
  exogenous,
  index,
  type Model,
  parameter,
  type Sector,
  sector,
  stock,
  table,
} from '../language/declare.ts'
import { cells } from './demography/cells.ts'
import { groups } from './households/groups.ts'
import { replacedIn, type Replacements } from './replaced.ts'

const source = 'docs/theory/cyclical.md'

export const cyclical: Sector = sector('A start that is no usual year', {
  over: ['area'],
  doc:
    'Unemployment and the use of capacity of the start return to the usual; people, jobs, income from outside and ' +
    'the mix of industries are those of the nation and its areas.',
}, {
  // the start, and what is usual
  unemploymentUsualStart: datum('share', 'Unemployment to which that of the start returns', { source }),
  unemploymentExcessStart: base('share',
    'unemploymentRateStart - unemploymentUsualStart',
    'Unemployment of the start beyond the usual', { source }),
  slackPerUnemployment: parameter('share', { low: 1, central: 1.5, high: 2, least: 0, most: 4 },
    'Idle capacity per point of unemployment beyond the usual', { source, evidence: 'assumed', sampled: false }),
  slackMost: parameter('share', 0.15,
    'Most capacity (log) that lies idle at the start', { source, evidence: 'assumed' }),
  strainMost: parameter('share', 0.03,
    'Most capacity (log) that is used beyond the normal at the start', { source, evidence: 'assumed' }),
  utilisationStart: base('share',
    'normalUtilisation*exp(clip(-slackPerUnemployment*unemploymentExcessStart, -slackMost, strainMost))',
    'Use of capacity at the start', { source }),

  // slack of the nation, which national prices and wages hold already
  nationalUnemploymentUsualStart: datum('share',
    'Usual unemployment of the nation', { over: [], source }),
  nationalExcess: equation('share',
    'nationalUnemployment - nationalUnemploymentUsualStart',
    'Unemployment of the nation beyond the usual', { over: [], source }),
  nationalJobsGrowth: exogenous('1/year', 'Growth of the number who work in the nation', { over: [], source }),

  // participation
  primeMaleOther: table('share', {
    argument: 'year',
    points: [
      [15, 0], [17, 0.3], [20, 0.65], [22, 0.75], [27, 0.89], [40, 0.91], [50, 0.87], [57, 0.77], [62, 0.6],
      [66, 0.5], [72, 0.34], [78, 0.18], [88, 0],
    ],
    source, evidence: 'assumed',
  }, 'Participation of men before retirement where it falls early (United States)'),
  primeFemaleOther: table('share', {
    argument: 'year',
    points: [
      [15, 0], [17, 0.3], [20, 0.62], [22, 0.68], [27, 0.745], [40, 0.75], [50, 0.76], [57, 0.67], [62, 0.51],
      [66, 0.4], [72, 0.24], [78, 0.1], [86, 0],
    ],
    source, evidence: 'assumed',
  }, 'Participation of women before retirement where it falls early (United States)'),
  participationKeptOther: parameter('share', { male: 0.6, female: 0.55 },
    'Participation kept after retirement, of that before', { over: ['sex'], source, evidence: 'assumed' }),
  primeOther: base('share', {
    male: 'primeMaleOther(age)',
    female: 'primeFemaleOther(age)',
  }, 'Participation before retirement before it is scaled', { over: ['sex', 'age'], source }),
  primeHere: base('share',
    'min(participationMost, primeOther*olderParticipation)',
    'Participation before retirement, all ages scaled to the labour force of the start',
    { over: ['area', 'sex', 'age'], source }),

  immigrants: equation('index', `
    nationalResidents*sum(nationalPopulation)
    /max(sum(nationalCohorts + yearShare*(closing(nationalCohorts) - nationalCohorts)), 1e-9{person m})`,
    'People of the nation over those whom its births and deaths leave, start = 1', { over: [], source }),

  // migration
  netMigrationLong: datum('person m/year', 'Net migration a year, mean of ten years before the start', { source }),
  netMigrationYears: parameter('year', { low: 2, central: 4, high: 8, least: 0.5, most: 40 },
    'Years in which net migration returns to its long mean', { source, evidence: 'assumed', sampled: false }),
  netMigrationUsual: equation('person m/year', `
    inflowStart - outflowStart
    + (netMigrationLong - netMigrationStart)*(1 - exp(-(time - startTime)/netMigrationYears))`,
    'Net migration at unchanged attraction', { annual: true, source }),
  departureRateUsual: equation('1/year',
    'migrationShape*turnoverStart/migrationWeight + netMoveByAge*positive(-netMigrationUsual)/netMoveWeight',
    'Probability of leaving at unchanged attraction', { over: ['area', 'age'], annual: true, source }),
  arrivalsUsual: equation('person m/year', `
    startPopulation
    *(migrationShape*turnoverStart/migrationWeight + netMoveByAge*positive(netMigrationUsual)/netMoveWeight)`,
    'Arrivals at unchanged attraction', { over: cells, annual: true, source }),

  // income from outside
  householdIncomeBaseYear: datum('CNY bn/year',
    'Disposable income of households by the accounts of the area, year before the start', { source }),
  outsideIncomeStart: base('CNY bn/year',
    'positive(startLift*householdIncomeBaseYear - sum(incomeHereStart))',
    'Income from outside: property elsewhere, and transfers of the nation that nothing else holds', { source }),
  outsideIncomeShare: parameter('share', { young: 0.15, middle: 0.45, old: 0.4 },
    'Share of the group in income from outside', { over: ['group'], source, evidence: 'assumed' }),
  spendingFromOutside: parameter('share', { low: 0.3, central: 0.6, high: 0.9, least: 0, most: 1 },
    'Spending per unit of income from outside', { source, evidence: 'assumed', sampled: false }),
  outsideIncome: equation('CNY bn/year',
    'outsideIncomeShare*outsideIncomeStart*residentsTotal/populationStart*nationalOutputPerHead*nationalPrice',
    'Income from outside: a head of residents as at the start, growing with income a head of the nation',
    { over: groups, source }),

  // the mix of industries
  mixGrowth: exogenous('1/year',
    'Growth of the industries of the nation weighted by those of the area, less growth of the nation',
    { over: ['area'], source }),
  mixInGrowth: parameter('share', { low: 1, central: 2, high: 3, least: 0, most: 6 },
    'Growth of sales and technology per point of the growth of the own mix of industries',
    { source, evidence: 'derived', sampled: false }),
  mix: index('index', { initial: '1', growth: 'mixInGrowth*mixGrowth', source },
    'Sales through the own mix of industries, start = 1'),

  // firms follow people
  salesFromPeople: parameter('share', { low: 0.5, central: 1, high: 1.2, least: 0, most: 1.5 },
    'Growth of sales to the nation per point of growth of residents beyond that of the nation',
    { source, evidence: 'derived', sampled: false }),
  firmsWithPeople: equation('index',
    '(residentsTotal/populationStart/nationalResidents)^salesFromPeople',
    'Sales through firms that follow the people, start = 1', { source }),
})

const utilised = (part: string): readonly [string, string] => [
  `${part}/normalUtilisation`,
  `${part}/utilisationStart`,
]

const instead: Replacements = {
  // Unemployment and capacity of the start are not the usual ones.
  unemploymentNormal: [['unemploymentRateStart*longerSearch', 'unemploymentUsualStart*longerSearch']],
  capacityStart: [utilised('stateShareStart*marketOutputOpen'), utilised('(1 - stateShareStart)*marketOutputOpen')],
  capacityBefore: [utilised('marketOutputOpen')],
  utilisationBefore: [['normalUtilisation', 'utilisationStart']],
  // Slack counts beyond that of the nation, which is in its prices and wages.
  wageGrowth: [
    ['(unemploymentNormal - unemploymentRate)', '(unemploymentNormal - unemploymentRate + nationalExcess)'],
  ],
  demandPressure: [
    ['normalUtilisation', 'normalUtilisation*exp(-slackPerUnemployment*nationalExcess)'],
  ],
  nationalWorkersFall: [
    [
      'ln(sum(nationalCohorts[20..59])/max(sum(closing(nationalCohorts[20..59])), 1e-9{person m}))/1{year}' +
        ' - nationalParticipationGain',
      '-nationalJobsGrowth',
    ],
  ],
  // All ages are scaled to the labour force of the start, not only those after retirement.
  participationStart: [['primeParticipation', 'primeHere']],
  activeResidents: [
    ['primeParticipation*(1', 'primeHere*(1'],
    ['participationMost - primeParticipation', 'participationMost - primeHere'],
  ],
  participationKept: [
    ['min(participationKeptMost, olderParticipation*participationAfter)', 'participationKeptOther'],
  ],
  // Households of the nation are those of its people with immigrants, whom its cohorts leave out.
  relativeHouseholds: [['/nationalHouseholds', '/(nationalHouseholds*immigrants)']],
  departures: [['departureRateStart', 'departureRateUsual']],
  newcomers: [['arrivalsStart', 'arrivalsUsual']],
  returnersWanted: [['arrivalsStart', 'arrivalsUsual']],
  remittances: [['closing(emigrants)', 'closing(emigrants) + outsideIncome']],
  inducedSpendingStart: [
    ['+ spendingFromWealth', '+ spendingFromOutside*outsideIncomeShare*outsideIncomeStart + spendingFromWealth'],
  ],
  consumptionNominal: [['+ spendingFromWealth', '+ spendingFromOutside*outsideIncome + spendingFromWealth']],
  technology: [['nationalTechnologyGrowth', 'nationalTechnologyGrowth + technologyOfGrowth*mixInGrowth*mixGrowth']],
  exportsNation: [['exportsNationStart*', 'firmsWithPeople*mix*exportsNationStart*']],
}

/** People at work and without work: together the areas of a closed nation have as many as it has. */
const closing: Sector = {
  ...cyclical,
  declarations: {
    ...cyclical.declarations,
    nationalJobs: index('index', { initial: '1', growth: 'nationalJobsGrowth', over: [], source },
      'People at work in the nation, start = 1'),
    workingStart: base('share', '1 - nationalUnemployment',
      'Part of the workforce of the nation that is employed at the start', { over: [], source }),
    workFromClosure: exogenous('share',
      'Workforce that ages, participation and migration do not explain under current policy (log)',
      { over: [], source }),
    workSpeed: parameter('1/year', 4, 'Speed at which missing workforce is found', { source, evidence: 'assumed' }),
    workMissing: equation('share', `
      closureSought*ln(
        nationalJobs*workingStart/(1 - nationalUnemployment)*sum(laborForceStart, area)
        /max(sum(laborForceBefore, area), 1e-9{person m})
      )`,
      'Workforce of the nation over that of all areas in the step before (log)', { over: [], source }),
    workFound: stock('share', {
      over: [], initial: '0', inflow: 'workSpeed*workMissing', source,
      negative: 'More may work by their ages than do.',
    }, 'Workforce found so far (log)'),
    unemploymentMissing: equation('share',
      'nationalUnemployment - sum(unemployedBefore, area)/max(sum(laborForceBefore, area), 1e-9{person m})',
      'Unemployment of the nation less that of all areas in the step before', { over: [], source }),
    workUnexplained: equation('share',
      'workFromClosure + workFound + workMissing',
      'Workforce that ages, participation and migration do not explain (log)', { over: [], source }),
  },
}

const atWork: Replacements = {
  activeResidents: [[')*residentsNow', ')*exp(workUnexplained)*residentsNow']],
  // Capacity is that at which employment comes to leave as many without work as the nation has.
  supplyUnexplained: [
    ['normalUtilisation', 'normalUtilisation*exp(-(nationalExcess + unemploymentMissing)/okunElasticity)'],
  ],
}

const incomeAtStart = 'disposableIncomeStart'

/** Income of the start as the model knows it, and that from outside beside it. */
const withOutsideIncome = (own: Sector): Sector => {
  const known = own.declarations[incomeAtStart]
  if (known === undefined) return own
  const all = base('CNY bn/year', 'incomeHereStart + outsideIncomeShare*outsideIncomeStart',
    'Disposable income at the start', { over: groups })
  const here = { ...known, doc: 'Disposable income at the start without that from outside' }
  return { ...own, declarations: { ...own.declarations, incomeHereStart: here, [incomeAtStart]: all } }
}

/** The model of a nation whose start is no usual year; `closed` where areas keep together to its path. */
export const cyclicalModel = (model: Model, closed: boolean): Model => {
  const own = replacedIn(model.sectors, instead).map(withOutsideIncome)
  return { ...model, sectors: closed ? [...replacedIn(own, atWork), closing] : [...own, cyclical] }
}
