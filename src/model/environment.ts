/** Emissions and air. */

import { datum, delay, equation, parameter, sector, shock, stock } from '../language/declare.ts'

export const environment = sector('Emissions and air', {
  over: ['area'],
  doc: 'Dust follows the clean air of the nation, industry, people and abatement; it feeds back on health and amenity.',
}, {
  pmStart: datum('ug/m3', 'Fine dust (PM2.5) at the start', { source: '3, S52' }),
  backgroundDust: parameter('ug/m3', 12,
    'Fine dust from outside', { symbol: 'PMbg', source: '29.3', evidence: 'assumed' }),
  abatementEffect: parameter('share', 0.3,
    'Effect of abatement', { symbol: 'e_abat', source: '29.3', evidence: 'assumed' }),
  digitalEmission: parameter('share', 0.1,
    'Effect of digital upgrades on emissions', { symbol: 'e_dig', source: '29.3', evidence: 'assumed' }),
  weatherShock: shock('share', { type: 'normal', deviation: 0.06 }, 'Weather', { symbol: 'met', source: '17, 18' }),
  abatementDepreciation: parameter('1/year', 0.07,
    'Depreciation of abatement equipment', { source: '17', evidence: 'assumed' }),
  abatementStock: stock('CNY bn', {
    initial: 'standard(airAbatement)*gdpStart/abatementDepreciation',
    inflow: 'airAbatement*expectedOutput',
    outflow: 'abatementDepreciation*abatementStock',
    symbol: 'AbStock', source: '17',
  }, 'Abatement capital'),
  emissionsLeast: parameter('share', 0.1, 'Lowest emissions, of the start', { source: '17', evidence: 'assumed' }),
  emissionsFromOutput: parameter('share', 0.6,
    'Elasticity of emissions to market output against that of the nation', { source: '17', evidence: 'assumed' }),
  abatementPart: parameter('share', 0.5,
    'Share of emissions that abatement can reach', { source: '17', evidence: 'assumed' }),
  emissions: equation('index', `
    max(
      emissionsLeast,
      (max(marketOutput, 1e-9{CNY bn/year})/marketOutputStart/nationalOutput)^emissionsFromOutput
      *(
        1 - abatementPart*abatementEffect*(abatementStock/(standard(airAbatement)*gdpStart/abatementDepreciation) - 1)
      )*(1 - digitalEmission*(digital - digitalStart))
    )`,
    'Emissions of dust against the nation, start = 1', { symbol: 'Em_pm', source: '17' }),
  dustFromEmissions: parameter('share', 0.7,
    'Share of local fine dust that follows emissions', { source: '17', evidence: 'assumed' }),
  dustFromPeople: parameter('share', 0.3,
    'Share of local fine dust that follows population', { source: '17', evidence: 'assumed' }),
  cleanAirShare: parameter('share', { low: 0.6, central: 1, high: 1.4 },
    'How far the air of the area follows that of the nation: elasticity',
    { source: 'docs/theory/migration.md', evidence: 'derived' }),
  fineDust: equation('ug/m3', `
    cleanAir^cleanAirShare
    *(
      backgroundDust
      + (pmStart - backgroundDust)*(dustFromEmissions*emissions + dustFromPeople*residentsTotal/populationStart)
        *(1 + weatherShock)
    )`,
    'Fine dust (PM2.5)',
    { symbol: 'PM', source: '17, docs/theory/migration.md', outcome: true, region: { mean: 'residentsTotal' } }),
  fineDustBefore: delay('ug/m3', { of: 'fineDust', initial: 'pmStart' }, 'Fine dust in the previous step'),
  carbonStart: datum('t m/year', 'Carbon dioxide of energy in the year before the start', { source: '17' }),
  heatingShare: parameter('share', 0.25,
    'Heating in the carbon dioxide of the start', { source: '17', evidence: 'assumed' }),
  energySaving: parameter('1/year', 0.025,
    'Yearly fall of energy per unit of market output', { symbol: 'efc', source: '17', evidence: 'assumed' }),
  renewableGain: parameter('1/year', 0.01,
    'Yearly fall of carbon per unit of energy as clean power spreads',
    { symbol: 'ren', source: '17', evidence: 'assumed' }),
  carbonDioxide: equation('t m/year', `
    carbonStart
    *(
      (1 - heatingShare)*marketOutput/marketOutputStart*exp(-energySaving*yearsSinceStart)
      + heatingShare*dwellings/dwellingsStart
    )*exp(-renewableGain*yearsSinceStart)`,
    'Carbon dioxide of industry and heating; reported only',
    {
      symbol: 'CO2', source: '17', outcome: true,
      note: 'The specification gives the form without values; the coefficients are assumed and feed nothing.',
    }),
})
