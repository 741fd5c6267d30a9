/** Labour: retirement, participation, employment on farms, in public service and in the market, and wages. */

import { base, datum, delay, equation, index, level, parameter, sector, smooth, stock } from '../language/declare.ts'
import { participation } from './labour/participation.ts'
import { retirement } from './labour/retirement.ts'

export const labour = sector('Labour market', {
  over: ['area'],
  doc:
    'The labour force follows from the cohorts, retirement ages and participation. Firms move towards the employment ' +
    'that output requires, farm employment shrinks, and public employment follows population. Wages respond to ' +
    'expected prices, productivity, unemployment and wages in the rest of the country. State firms keep redundant ' +
    'labour, which restructuring releases with severance pay.',
}, {
  employedStart: datum('person m', 'Employed people at the start', { source: '3' }),
  agricultureEmploymentStart: datum('person m', 'Employed in agriculture at the start', { symbol: 'Ea0', source: '3' }),
  publicEmploymentStart: datum('person m', 'Employed in public service at the start', { symbol: 'Eg0', source: '3' }),
  unemploymentRateStart: datum('share',
    'Unemployment rate at the start, taken as normal', { symbol: 'u_n', source: '3' }),
  wageShareStart: datum('share', 'Share of wages in market output at the start', { symbol: 'ls0', source: '3' }),

  laborForceStart: base('person m',
    'employedStart/(1 - unemploymentRateStart)',
    'Labour force at the start', { source: '3(0)' }),
  marketEmploymentStart: base('person m',
    'employedStart - agricultureEmploymentStart - publicEmploymentStart',
    'Employed in the market at the start', { symbol: 'Em', source: '3(0)' }),
  wageStart: base('CNY k/person/year',
    'wageShareStart*marketOutputStart/marketEmploymentStart',
    'Market wage at the start', { symbol: 'W_0', source: '3(0)' }),
  contributionsPerWage: base('share',
    'contributionsStart/wageBillStart',
    'Pension contributions per unit of wages at the start', { source: '3(2)' }),
  employerParts: parameter('share', 2,
    'Parts of the pension contribution that employers pay: 16 of 24 points of wages are two of three',
    { source: '3(2), 13.3', evidence: 'official' }),
  contributionParts: parameter('share', 3,
    'Parts of the pension contribution altogether', { source: '3(2), 13.3', evidence: 'official' }),
  employerRateStart: base('share',
    'employerInsuranceRate + contributionsPerWage*employerParts/contributionParts',
    'Employer contributions per unit of wages at the start', { symbol: 'ec', source: '3(2), 13.3' }),
  publicWageStart: base('CNY k/person/year',
    'publicOutputStart/(publicEmploymentStart*(1 + employerRateStart))',
    'Public wage at the start', { symbol: 'Wg', source: '3(2)' }),
  wageBillHalf: base('CNY bn/year', `
    0.5
    *(
      wageStart*marketEmploymentStart
      + (publicOutputStart - employerParts/contributionParts*contributionsStart)/(1 + employerInsuranceRate)
    )`,
    'Half of the wages at the start, contributions on public wages', { source: 'docs/theory/data-changes.md' }),
  wageBillStart: base('CNY bn/year', `
    wageBillHalf
    + sqrt(
      wageBillHalf^2
      + employerParts/contributionParts*contributionsStart*wageStart*marketEmploymentStart/(1 + employerInsuranceRate)
    )`,
    'All wages at the start, given contributions', { source: 'docs/theory/data-changes.md' }),
}, retirement, participation, {
  // jobs
  agricultureDecline: parameter('1/year', { low: 0.015, central: 0.03, high: 0.045 },
    'Yearly fall of farm employment', { symbol: 'g_ea', source: '29.3', evidence: 'assumed', sampled: false }),
  agricultureEmployment: index('person m', {
    initial: 'agricultureEmploymentStart',
    growth: '-agricultureDecline',
    symbol: 'Ea', source: '5.4',
  }, 'Employed in agriculture'),
  farmEmploymentMost: parameter('share', 0.6,
    'Highest share of agriculture in the labour force', { source: '5.4, 0', evidence: 'assumed' }),
  agricultureEmployed: equation('person m',
    'min((agricultureEmployment + closing(agricultureEmployment))/2, farmEmploymentMost*laborForce)',
    'Employed in agriculture, mean of the step, at most 60 % of the labour force', { source: '5.4, 0' }),
  publicEmploymentMost: parameter('share', 0.3,
    'Highest share of public employment in the labour force', { source: '5.4', evidence: 'assumed' }),
  postsFromRoom: parameter('share', { low: 0.1, central: 0.25, high: 0.4 },
    'Response of public posts to the room of the budget over its plan, once it has lasted',
    { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  postsYears: parameter('year', 3,
    'Years of room that decide on public posts', { source: 'docs/theory/transfers.md', evidence: 'assumed' }),
  roomForPosts: smooth('share', { of: 'roomEffect', years: 'postsYears', initial: '0' },
    'Room of the budget over its plan, mean of three years'),
  publicEmployed: equation('person m', `
    min(
      publicEmploymentStart*sqrt(residentsTotal/populationStart)
      *exp(publicEmploymentGrowth*positive(time - policyFrom) + postsFromRoom*roomForPosts),
      publicEmploymentMost*laborForce
    )`,
    'Employed in public service', { symbol: 'Eg', source: '5.4', outcome: true }),
  unemploymentNormal: equation('share',
    'unemploymentRateStart*longerSearch',
    'Normal unemployment: that of the start, and longer search under higher benefits',
    { source: 'docs/theory/levers.md' }),
  marketLaborLeast: parameter('share', 0.01,
    'Lowest share of the labour force at the disposal of the market', { source: '5.5', evidence: 'assumed' }),
  marketLaborForce: equation('person m',
    'max(marketLaborLeast*laborForce, (1 - unemploymentNormal)*laborForce - agricultureEmployed - publicEmployed)',
    'Labour available to the market at normal unemployment', { symbol: 'Lstar', source: '5.5' }),
  okunElasticity: parameter('share', { low: 0.25, central: 0.5, high: 0.75 },
    'Response of employment to the use of capacity (Okun)',
    { symbol: 'eE', source: '5.5, S56, docs/theory/priors.md', evidence: 'secondary', sampled: false }),
  employmentAdjustment: parameter('1/year', {
    state: { low: 0.3, central: 0.5, high: 0.9 },
    private: { low: 0.8, central: 1.2, high: 2.5 },
  }, 'Speed at which firms adjust employment', {
    over: ['firm'], symbol: 'lam_E', source: '23.1', evidence: 'assumed',
  }),
  employmentMost: parameter('share', 0.995,
    'Highest share of the labour force outside agriculture and the public sector that is employed',
    { source: '5.5', evidence: 'assumed' }),
  employmentCeiling: equation('person m',
    'employmentMost*(laborForce - agricultureEmployed - publicEmployed)',
    'Highest possible market employment', { source: '5.5' }),
  normalUtilisation: parameter('share', 0.97, 'Normal use of capacity', { source: '5.5, E8', evidence: 'assumed' }),
  employmentTarget: equation('person m',
    'min(marketLaborForce*(utilisation/normalUtilisation)^okunElasticity, employmentCeiling)',
    'Market employment that output requires', { symbol: 'E*', source: '5.5, E8' }),
  employmentSpeed: equation('1/year',
    'stateShare*employmentAdjustment[state] + (1 - stateShare)*employmentAdjustment[private]',
    'Speed at which market employment adjusts, mean of firms', { source: '5.5' }),
  marketEmployedShare: level('share', {
    initial: 'marketEmploymentStart/laborForceStart',
    next: 'clip(2*marketEmployed/max(laborForce, 1e-9{person m}) - marketEmployedShare, 0, 1)',
    source: '5.5',
    note: 'The mean of opening and closing share is that of the step, so that halving the step changes little.',
  }, 'Employed in the market, of the labour force, at the opening of the step'),
  marketEmployed: equation('person m', `
    clip(
      laborForce*marketEmployedShare
      + timeStep*employmentSpeed/(2 + timeStep*employmentSpeed)*(employmentTarget - laborForce*marketEmployedShare)
      - timeStep/(2 + timeStep*employmentSpeed)*beyondStandard(redundancyRate)*laborForce*marketEmployedShare,
      0,
      max(0, employmentCeiling)
    )`,
    'Employed in the market: those whom a policy releases lose their jobs first and are hired like others', {
      symbol: 'Em', source: '5.5, docs/theory/levers.md', outcome: true,
    }),
  employed: equation('person m',
    'marketEmployed + agricultureEmployed + publicEmployed',
    'Employed people', { source: '5.5', outcome: true, region: 'sum' }),
  unemployed: equation('person m', 'laborForce - employed', 'Unemployed people', { symbol: 'U', source: '5.5' }),
  unemploymentRate: equation('share',
    '1 - employed/max(laborForce, 1e-9{person m})',
    'Unemployment rate', { symbol: 'u', source: '5.5', outcome: true }),
  unemployedBefore: delay('person m', { of: 'unemployed', initial: 'unemploymentRateStart*laborForceStart' },
    'Unemployed people in the previous step'),

  // redundant labour of state firms
  redundantStart: parameter('share', { low: 0.031, central: 0.08, high: 0.15 },
    'Redundant labour of state firms at the start',
    { symbol: 'hs0', source: '23.1', evidence: 'assumed', note: 'With .03 the lowest draws would be negative.' }),
  redundancyRelease: parameter('1/year', 0.3,
    'Release of redundant labour at full restructuring', { symbol: 'lam_h', source: '29.3', evidence: 'assumed' }),
  redundancyBuildUp: parameter('1/year', 0.09,
    'Build-up of redundant labour in a slump', { symbol: '0.3 h_new', source: '5.6, 29.3', evidence: 'assumed' }),
  redundancyFrom: parameter('share', 0.93,
    'Use of capacity below which state firms keep redundant staff', { source: '5.6', evidence: 'assumed' }),
  redundantShare: stock('share', {
    initial: 'redundantStart',
    inflow: 'redundancyBuildUp*positive(redundancyFrom - utilisation)',
    outflow: 'redundancyRelease*restructuring*redundantShare',
    symbol: 'hs', source: '5.6',
  }, 'Redundant labour of unreformed state firms, share of their employment'),
  redundancyRate: equation('1/year',
    'redundancyRelease*restructuring*redundantShare*stateLaborShare',
    'Redundant labour that state firms release in a year, of market employment', { source: '5.6' }),
  severanceYears: parameter('year', 2,
    'Severance for a released worker, in annual wages', { symbol: 'sev', source: '29.3', evidence: 'assumed' }),
  severance: equation('CNY bn/year',
    'severanceYears*wage*redundancyRate*marketEmployed',
    'Severance paid by the province', { source: '5.6' }),

  // wages
  wageFromProductivity: parameter('share', { low: 0.86, central: 1.03, high: 1.2 },
    'Response of wages to productivity', { symbol: 'w_g', source: 'docs/theory/priors.md', evidence: 'derived' }),
  wageFromSlack: parameter('1/year', { low: 0.15, central: 0.35, high: 0.7 },
    'Response of wages to unemployment', { symbol: 'w_u', source: '23.1', evidence: 'assumed' }),
  wageFromNation: parameter('1/year', 0.05,
    'Response of wages to wages in the rest of the country', { symbol: 'w_rc', source: '29.3', evidence: 'assumed' }),
  wageFromShare: parameter('1/year', { low: 0.05, central: 0.1, high: 0.15 },
    'Response of wages to the distance of the wage share from the start',
    { symbol: 'w_ls', source: '29.3', evidence: 'assumed', sampled: false }),
  wageShare: equation('share',
    'marketWages/max(price*marketOutput, 1e-9{CNY bn/year})',
    'Share of wages in market output', { symbol: 'ls', source: '5.7' }),
  wageFallMost: parameter('1/year', 0.02, 'Fastest yearly fall of wages', { source: '5.7, E9', evidence: 'assumed' }),
  wageRiseMost: parameter('1/year', 0.2,
    'Fastest yearly rise of market wages', { source: '5.7, E9', evidence: 'assumed' }),
  wageGrowth: equation('1/year', `
    clip(
      expectedInflation
      + wageFromProductivity*closing(expectedProductivityGrowth)
      + wageFromSlack*(unemploymentNormal - unemploymentRate)
      + wageFromNation*ln(nationalWage*wageStart/wage)
      + wageFromShare*ln(wageShareStart/max(wageShare, 1e-9)),
      -wageFallMost,
      wageRiseMost
    )`,
    'Growth of the market wage', { source: '5.7, E9' }),
  wage: index('CNY k/person/year', {
    initial: 'wageStart',
    growth: 'wageGrowth',
    symbol: 'W', source: '5.7', outcome: true,
  }, 'Market wage, employees and own-account'),
  publicWageFromProductivity: parameter('share', 0.8,
    'Pass-through of productivity growth to public wages', { source: '5.7', evidence: 'assumed' }),
  publicWageCut: parameter('share', 0.5,
    'Share of the rise of public wages given up at full cash pressure', { source: '5.7', evidence: 'assumed' }),
  publicWagePressure: parameter('share', 0.4,
    'Cash pressure from which public wages are held back, and the further pressure at which the full cut is reached',
    { source: '5.7', evidence: 'assumed' }),
  publicWageGrowth: equation('1/year', `
    max(
      -wageFallMost,
      (expectedInflation + publicWageFromProductivity*closing(expectedProductivityGrowth))
      *(1 - publicWageCut*clip((cashPressure - publicWagePressure)/publicWagePressure, 0, 1))*(1 - arrearsPressure)
    )`,
    'Growth of public wages: slower under cash pressure', { source: '5.7' }),
  publicWage: index('CNY k/person/year', {
    initial: 'publicWageStart',
    growth: 'publicWageGrowth',
    symbol: 'Wg', source: '5.7',
  }, 'Public wage'),
  realWage: equation('CNY k/person/year',
    'wage/price',
    'Market wage at the prices of the start', { outcome: true, region: { mean: 'marketEmployed' } }),

  // wage bill
  payFromUse: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Response of pay for a job to the use of capacity: who works on own account earns what is sold, employees are ' +
      'paid by hours and with bonuses',
    { source: 'docs/theory/chains.md', evidence: 'secondary' }),
  payOfUse: equation('share',
    'max(utilisation/(normalUtilisation*openStart), 1e-9)^payFromUse',
    'Pay for a job through the use of capacity, start = 1', { source: 'docs/theory/chains.md' }),
  marketWages: equation('CNY bn/year',
    'wage*payOfUse*marketEmployed',
    'Wages of firms and income of those who work on own account',
    { source: '2.2 row 10, docs/theory/chains.md' }),
  publicWages: equation('CNY bn/year', 'publicWage*publicEmployed', 'Public wages', { source: '2.2 row 3' }),
  wageBill: equation('CNY bn/year', 'marketWages + publicWages', 'All wages'),
  productivityBefore: delay('CNY k/person/year', { of: 'productivity', initial: '1{CNY k/person/year}' },
    'Capacity output per worker in the previous step'),
  productivityGrowthStart: datum('1/year', 'Growth of capacity output per worker at the start', { source: '3(12)' }),
  expectedProductivityGrowthStart: datum('1/year',
    'Growth of productivity over the two years before the start', { source: '3(12)' }),
  productivityGrowth: equation('1/year', `
    if(
      time = startTime,
      productivityGrowthStart,
      (productivity/max(productivityBefore, 1e-9{CNY k/person/year}) - 1)/timeStep
    )`,
    'Growth of capacity output per worker; that of the start in the first step', { source: '3(12)' }),
  productivityYears: parameter('year', 2,
    'Years over which productivity growth is averaged', { source: '5.7, 3(12)', evidence: 'assumed' }),
  expectedProductivityGrowth: smooth('1/year', {
    of: 'productivityGrowth',
    years: 'productivityYears',
    initial: 'expectedProductivityGrowthStart',
    symbol: 'gprod^e', source: '5.7, 3(12)',
  }, 'Growth of productivity, smoothed over two years'),
})
