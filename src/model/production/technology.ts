/** Technology: the gap to the nation, digital equipment, the business environment. */

import { base, equation, parameter, part, smooth, stock } from '../../language/declare.ts'

export const productionTechnology = part({
  // technology
  growthGap: parameter('1/year', { low: -0.012, central: -0.007, high: -0.002 },
    'Growth of market output per worker less national growth of output per worker (which includes the gain from ' +
      'people leaving farms)',
    { source: 'docs/theory/migration.md', evidence: 'derived' }),
  catchUp: parameter('1/year', { low: 0.01, central: 0.018, high: 0.026 },
    'Share of the productivity lost against the nation since the start that is made up in a year',
    { symbol: 'cat', source: 'docs/theory/migration.md', evidence: 'secondary' }),
  technologyFromDigital: parameter('1/year', { low: 0.1, central: 0.4, high: 0.8 },
    'Productivity gain in points a year per unit of the digital index beyond the start',
    { symbol: 'phi_dig', source: '23.2', evidence: 'assumed' }),
  technologyFromBusiness: parameter('1/year', { low: 0.1, central: 0.3, high: 0.7 },
    'Productivity gain in points a year per unit of the business environment beyond the start',
    { symbol: 'phi_inf', source: '23.2', evidence: 'assumed' }),
  technologyOfGrowth: base('share',
    '1 - capitalElasticity',
    'Growth of productivity at given capital per point of growth of output per worker, where capital keeps pace',
    { over: [], source: 'docs/theory/migration.md' }),
  nationalTechnologyGrowth: equation('1/year', `
    technologyOfGrowth*(nationalGrowthFollowed + nationalWorkersFall)
    + capitalElasticity*(nationalGrowthFollowed - nationalCapitalGrowth)`,
    'Growth of total factor productivity of the nation: what is left of its growth without capital and workers',
    { over: [], source: 'docs/theory/migration.md' }),
  nationalTechnology: stock('index', {
    initial: '0',
    inflow: 'nationalTechnologyGrowth',
    over: [], source: 'docs/theory/migration.md',
    negative: 'A logarithm: productivity at given capital may fall below that of the start.',
  }, 'Total factor productivity of the nation (log), start = 0'),
  technology: stock('index', {
    initial: '0',
    inflow: `
      nationalTechnologyGrowth
      + technologyOfGrowth*growthGap
      + catchUp*(nationalTechnology - technology)
      + (
        technologyFromDigital*(digital - digitalStart)
        + technologyFromBusiness*(businessClimate - standard(businessReform))
      )/100`,
    symbol: 'lnB', source: '6.3, docs/theory/migration.md',
    negative: 'A logarithm: total factor productivity may fall below that of the start.',
  }, 'Total factor productivity (log), start = 0'),
  chipExposure: parameter('share', { low: 0.01, central: 0.05, high: 0.12 },
    'Exposure to technology controls: share affected times pass-through',
    { symbol: 's_hip', source: '23.2', evidence: 'assumed' }),
  chipEffect: equation('share',
    'chipRestriction*chipExposure',
    'Effect of technology controls', { over: [], symbol: 'chip', source: '6.3' }),
  skillEffectLow: parameter('share', 0.9,
    'Lowest effect of technicians on automation', { source: '5.8', evidence: 'assumed' }),
  skillEffectHigh: parameter('share', 1.1,
    'Highest effect of technicians on automation', { source: '5.8', evidence: 'assumed' }),
  skillEffect: equation('share',
    'clip((closing(technicianShare)/technicianShareStart)^skillElasticity, skillEffectLow, skillEffectHigh)',
    'Effect of technicians on automation', { symbol: 'Sk', source: '5.8' }),
  skillElasticity: parameter('share', 0.5,
    'Response of automation to technicians', { symbol: 'hsk', source: '29.3', evidence: 'assumed' }),
  digitalIntensity: equation('share',
    'sum(automationInvestment)/max(sum(investment), 1e-9{CNY bn/year})',
    'Share of robots and digital equipment in the investment of firms', { symbol: 'IA/I', source: '6.3' }),
  digitalIntensityStart: base('share',
    'sum(automationInvestmentStart)/sum(investmentStart)',
    'Share of robots and digital equipment in the investment of firms at the start', { source: '3(13)' }),
  robotsInDigital: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Share of robots in the digital equipment that raises productivity; the rest is computers, networks and programs',
    { source: 'docs/theory/levers.md', evidence: 'assumed' }),
  digitalStart: parameter('share', 0.2, 'Digital index at the start', { source: '6.3', evidence: 'assumed' }),
  digitalMost: parameter('share', 1.5, 'Highest digital index', { source: '6.3', evidence: 'assumed' }),
  digitalYears: parameter('year', 3,
    'Years in which the digital index follows investment', { source: '6.3', evidence: 'assumed' }),
  digital: smooth('index', {
    of: `
      clip(
        digitalStart
        *if(digitalIntensityStart > 0, 1 + robotsInDigital*(digitalIntensity/max(digitalIntensityStart, 1e-9) - 1), 1)
        *(1 - chipRestriction*chipExposureOfArea)/(1 - standard(chipRestriction)*chipExposureOfArea)*skillEffect,
        0,
        digitalMost
      )`,
    years: 'digitalYears',
    initial: 'digitalStart',
    symbol: 'Dig', source: '6.3',
  }, 'Digital index'),
  businessYears: parameter('year', 3,
    'Years in which the business environment follows reform', { source: '6.3', evidence: 'assumed' }),
  businessClimate: smooth('index', {
    of: 'businessReform',
    years: 'businessYears',
    initial: 'standard(businessReform)',
    over: [], symbol: 'bus', source: '6.3',
  }, 'Business climate'),
})
