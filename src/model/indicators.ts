/** Indicators of the region as a whole, and those of each area that no sector owns. */

import { base, delay, equation, sector } from '../language/declare.ts'

export const indicators = sector('Indicators of each area', {
  over: ['area'], doc: 'Indicators that belong to no other sector.',
}, {
  outputPerHead: equation('CNY k/person/year',
    'output/max(residentsTotal, 1e-9{person m})',
    'Output per head, prices of the start', { outcome: true, region: 'ratio' }),
  realConsumptionPerHead: equation('CNY k/person/year',
    'consumption/max(residentsTotal, 1e-9{person m})',
    'Household consumption per head, consumer prices of the start',
    { source: 'docs/theory/trade.md', outcome: true, region: 'ratio' }),
  pensionPerRetiree: equation('CNY k/person/year',
    '(pension*pensionersStart + residentPensionPaid*residentPensionersStart)/consumerPrice/pensionHeadsStart',
    'Average pension of both schemes, with the members of the start, consumer prices of the start',
    {
      source: '20.2 C3, docs/theory/data-changes.md', outcome: true,
      region: 'ratio',
      note:
        'With the members of each step it would fall where people retire later, though no pensioner gets less: the ' +
        'scheme of employees, which pays more, then has fewer.',
    }),
  pensionHeadsStart: base('person m',
    'max(pensionersStart + residentPensionersStart, 1e-9{person m})',
    'Pensioners of both schemes at the start', { source: 'docs/theory/data-changes.md' }),
  employmentRate: equation('share',
    '(1 - unemploymentRate)*sum(activeResidents[20..59])/max(residents20to39 + residents40to59, 1e-9{person m})',
    'Employed among residents of 20-59',
    { source: '20.2 C4', outcome: true, region: { mean: 'residents20to39 + residents40to59' } }),
  youthMigrationRate: equation('1/year',
    '(sum(arrivals[20..39]) - sum(departures[20..39]))/max(sum(population[20..39]), 1e-9{person m})',
    'Net migration of ages 20-39, of that age group', { annual: true, source: '20.2 C5', outcome: true }),
  dependency: equation('share',
    'residents65/max(residentsTotal - residents65 - sum(residentsByAge[..14]), 1e-9{person m})',
    'People of 65 and over per person of 15-64', { source: '20.1', outcome: true }),
  russiaShare: equation('share',
    'exportsRussia/max(exportsRussia + exportsWorld, 1e-9{CNY bn/year})',
    'Russia in exports abroad', { source: '20.1', outcome: true }),
  comprehensiveDebtRatio: equation('year',
    'debtClosing/max(ownResources + centralTransfers, 1e-9{CNY bn/year})',
    'Debt over own and transferred resources', { source: '20.3', outcome: true, region: 'ratio' }),
})

/** Figures of the region for which no rule of the areas' variables is general (`region: …` gives all the others). */
export const region = sector('The region as a whole', {
  doc: 'Figures of the region: sums over the areas, ratios of sums, and weighted means.',
}, {
  regionUnemployment: equation('share',
    'sum(unemployed, area)/max(sum(laborForce, area), 1e-9{person m})',
    'Unemployment rate', { outcome: true }),
  regionArrearsToGdp: equation('year',
    'sum(closing(arrears) + closing(advances), area)/max(regionNominalOutput, 1e-9{CNY bn/year})',
    'Unpaid bills and advances over output', { source: '20.3', outcome: true }),
  regionEvergreening: equation('share',
    'sum(evergreening, area)',
    'Areas in which interest of LGFVs is capitalised beyond the cap', { source: '20.3' }),
  regionYouthMigrationRate: equation('1/year', `
    (sum(arrivals[20..39], area, sex, age) - sum(departures[20..39], area, sex, age))
    /max(sum(population[20..39], area, sex, age), 1e-9{person m})`,
    'Net migration of ages 20-39, of that age group', { annual: true, outcome: true }),
  regionOutputBefore: delay('CNY bn/year', { of: 'regionOutput', initial: 'sum(gdpStart, area)' },
    'Gross regional product in the previous step'),
  regionDebtRatioChange: equation('share',
    '(regionDebtToGdp - regionDebtRatioBefore)/timeStep',
    'Yearly change of the ratio of total local debt to output', { source: 'docs/theory/public-debt.md' }),
  regionDebtFromGrowth: equation('share',
    '-regionDebtRatioBefore*(1 - regionOutputBefore/max(regionOutput, 1e-9{CNY bn/year}))/timeStep',
    'Change of the debt ratio through real growth', { source: 'docs/theory/public-debt.md', outcome: true }),
  regionDebtFromInflation: equation('share', `
    -regionDebtRatioBefore
    *(
      regionOutputBefore/max(regionOutput, 1e-9{CNY bn/year})
      - regionNominalOutputBefore/max(regionNominalOutput, 1e-9{CNY bn/year})
    )/timeStep`,
    'Change of the debt ratio through the rise of prices', { source: 'docs/theory/public-debt.md', outcome: true }),
  regionDebtStabilisingGap: equation('share',
    'regionDebtFromInterest + regionDebtFromGrowth + regionDebtFromInflation + regionDebtFromPrimaryBalance',
    'Primary balance that would hold the debt ratio, less the actual one, of output', { source: '20.1' }),
})
