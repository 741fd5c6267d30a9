/** Capital of the nation, by perpetual inventory, which tells what of its growth is productivity. */

import { datum, equation, exogenous, index, part } from '../../language/declare.ts'

export const nationalCapital = part({
  nationalInvestmentShare: exogenous('share',
    'Capital formation over output of the nation', { most: 1, source: 'docs/theory/migration.md' }),
  nationalInvestmentShareStart: datum('share',
    'Capital formation over output of the nation in the year before the start', { source: 'docs/theory/migration.md' }),
  nationalCapitalGrowthStart: datum('1/year',
    'Growth of the capital of the nation in the year before the start', { source: 'docs/theory/migration.md' }),
  nationalCapital: index('index', { initial: '1', growth: 'nationalCapitalGrowth', source: 'docs/theory/migration.md' },
    'Capital of the nation, start = 1'),
  nationalCapitalGrowth: equation('1/year', `
    (nationalCapitalGrowthStart + capitalDepreciation)*nationalInvestmentShare/max(nationalInvestmentShareStart, 1e-9)
    *nationalOutput/nationalCapital
    - capitalDepreciation`,
    'Growth of the capital of the nation: capital formation over capital less depreciation',
    { source: 'docs/theory/migration.md' }),
})
