/** Residents by sex and age at the start, deaths and births. */

import { base, datum, delay, equation, level, parameter, part, stock } from '../../language/declare.ts'
import { cells } from './cells.ts'

export const birthsAndDeaths = part({
  startPopulation: datum('person m',
    'Residents on 1 January of the first year', { over: cells, symbol: 'N', source: '4.2.0' }),
  censusMortality: datum('1/year',
    'Death rates of the 2020 census, unadjusted', { over: cells, symbol: 'm_c', source: '4.2.1' }),
  mortalityFactor: datum('share',
    'Correction of census deaths at high ages, solved on the deaths of 2023', { symbol: 'F', source: '4.2.1' }),
  birthsStart: datum('person m/year', 'Births a year at the start', { source: '3' }),
  deathsStart: datum('person m/year', 'Deaths in the year before the start', { source: '3' }),
  netMigrationStart: datum('person m/year', 'Net migration a year at the start', { source: '3' }),
  grossMigrationRate: datum('1/year', 'People who leave in a year, share of residents', { source: '3' }),
  emigrantsStart: datum('person m', 'Living emigrants at the start', { source: '3' }),
  technicianShareStart: datum('share',
    'Residents of 18-34 with technician training or family background', { source: '3' }),
  nationalPopulation: datum('person m', 'National cohorts at the start', { over: ['age'], source: '4.2.4' }),
  nationalMortality: datum('1/year', 'Death rates of the national cohorts', { over: ['age'], source: '4.2.4' }),

  populationStart: base('person m', 'sum(startPopulation)', 'Residents at the start'),

  // stocks
  population: stock('person m', {
    over: cells,
    initial: 'startPopulation',
    inflow: 'arrivals',
    outflow: 'adultDeaths + departures',
    ageing: 'age',
    newborn: 'survivingNewborns*1{year}',
    symbol: 'NJan', source: '4.2.5, 4.2.7, E2',
  }, 'Residents by sex and single age on 1 January'),

  // deaths
  mortalityFactorAge: parameter('year', 65,
    "Age around which the area's mortality factor takes full effect", { source: '4.2.1', evidence: 'assumed' }),
  mortalityFactorSpread: parameter('year', 8,
    'Width of the ages over which the mortality factor takes effect', { source: '4.2.1', evidence: 'assumed' }),
  baseMortality: base('1/year',
    'censusMortality*(1 + (mortalityFactor - 1)*logistic((age - mortalityFactorAge)/mortalityFactorSpread))',
    'Death rates of 2023', { over: cells, symbol: 'mu0', source: '4.2.1' }),
  mortalityImprovement: parameter('1/year', { low: 0.005, central: 0.01, high: 0.015 },
    'Yearly improvement of mortality', { symbol: 'imp', source: '23.1', evidence: 'assumed' }),
  mortalityLevel: parameter('share', 1,
    'Scale of mortality (0 in the test without deaths)', { symbol: 'kap', source: '4.2.1' }),
  mortalityFromAir: parameter('share', 0.01,
    'Rise of mortality for 10 micrograms of fine dust', { symbol: 'hPM', source: '29.3', evidence: 'assumed' }),
  mortalityYear: parameter('year', 2023,
    'Year to which the mortality of the start belongs', { source: '4.2.1', evidence: 'official' }),
  dustStep: parameter('ug/m3', 10,
    'Rise of fine dust to which the mortality response refers', { source: '4.2.1', evidence: 'official' }),
  mortalityFactorNow: equation('share', `
    mortalityLevel*mortalityBeyondTrend*exp(ln(1 - mortalityImprovement*1{year})*(time - mortalityYear)/1{year})
    *(1 + mortalityFromAir*(fineDustLastYear - pmStart)/dustStep)`,
    'Mortality of the year relative to 2023', { source: '4.2.1' }),
  oldestMortality: parameter('1/year', 0.45,
    'Least mortality at age 100 and over', { source: '4.2.1', evidence: 'assumed' }),
  mortality: equation('1/year', `
    if(
      age = 100{year},
      max(oldestMortality*min(mortalityLevel, 1), baseMortality*mortalityFactorNow),
      baseMortality*mortalityFactorNow
    )`,
    'Death rates of the year', { over: cells, symbol: 'mu', source: '4.2.1' }),
  halfYearSurvival: equation('share',
    'exp(-mortality*0.5{year})',
    'Probability of surviving half a year: that of people who move or are born within the year',
    { over: cells, source: '4.2.1' }),
  survival: equation('share',
    'halfYearSurvival^2',
    'Probability of surviving the year', { over: cells, symbol: 's', source: '4.2.1' }),
  adultDeaths: equation('person m/year',
    'population*(1 - survival)/1{year}',
    'Deaths of those alive on 1 January', { over: cells, source: '4.2.5' }),
  deaths: equation('person m/year',
    'sum(adultDeaths) + births - sum(survivingNewborns)',
    'Deaths in the year', { source: '4.2.5', outcome: true, region: 'sum' }),

  // births
  fertilityMeanAge: parameter('year', { low: 28.5, central: 29, high: 30 },
    'Mean age of mothers', { symbol: 'a_f', source: '23.1', evidence: 'assumed', sampled: false }),
  fertilityAgeDeviation: parameter('year', 5,
    'Standard deviation of the age at birth of a child', { source: '4.2.2', evidence: 'assumed' }),
  fertilityDensity: base('1/year', `
    if(age >= 15{year} and age <= 49{year}, exp(-((age + 0.5{year} - fertilityMeanAge)/fertilityAgeDeviation)^2/2), 0)
    *1{1/year}`,
    'Shape of fertility by age, before it is scaled to sum to 1', { over: ['age'], source: '4.2.2' }),
  fertilityByAge: base('1/year',
    'fertilityDensity/(sum(fertilityDensity, age)*1{year})',
    'Shape of fertility by age; sums to 1', { over: ['age'], symbol: 'phi', source: '4.2.2' }),
  fertilityStart: base('share',
    'fertilityLevel*birthsStart/sum(fertilityByAge*startPopulation[female]*exp(-baseMortality[female]*0.5{year}))',
    'Total fertility that gives the births of the start', { symbol: 'TFR0', source: '3(1)' }),
  fertilityLevel: parameter('share', 1, 'Scale of fertility (0 in the test without births)', { source: '25 X1' }),
  fertilityFactor2025: parameter('share', { low: 0.88, central: 1, high: 1.15 },
    'Fertility of 2025 relative to the start', { symbol: 'tfr25', source: '23.1', evidence: 'derived' }),
  fertilityFactor2035: parameter('share', { low: 0.8, central: 1, high: 1.22 },
    'Fertility of 2035 relative to the start', { symbol: 'tfr35', source: '23.1', evidence: 'derived' }),
  fertilityTrendFrom: parameter('year', 2025,
    'Time at which the fertility trend begins to change', { source: '4.2.3', evidence: 'assumed' }),
  fertilityTrendYears: parameter('year', 10,
    'Years over which the fertility trend changes', { source: '4.2.3', evidence: 'assumed' }),
  fertilityFromNation: parameter('share', { low: 0.1, central: 0.4, high: 0.7 },
    'Elasticity of fertility to that of the nation: few second and third children, whose number rose and fell there',
    { source: 'docs/theory/migration.md', evidence: 'derived' }),
  fertilityTrend: equation('share', `
    nationalFertility^fertilityFromNation
    *(
      fertilityFactor2025
      + (fertilityFactor2035 - fertilityFactor2025)*clip((time - fertilityTrendFrom)/fertilityTrendYears, 0, 1)
    )`,
    'Trend of fertility', { over: [], symbol: 'tr', source: '4.2.3' }),
  fertilityFromAllowance: parameter('share', { low: 0.03, central: 0.08, high: 0.16 },
    'Rise of fertility (log) for child cash of one annual wage',
    { symbol: 'b_cash', source: 'docs/theory/levers.md', evidence: 'secondary' }),
  quantumShare: parameter('share', { low: 0.2, central: 0.5, high: 0.8 },
    'Share of the effect of cash that lasts', { symbol: 'varpi', source: '23.1, S43', evidence: 'secondary' }),
  fertilityFromCare: parameter('share', { low: 0.05, central: 0.2, high: 0.4 },
    'Rise of fertility (log) for a childcare place per child',
    { symbol: 'b_care', source: '23.1', evidence: 'assumed' }),
  fertilityFromAffordability: parameter('share', { low: 0, central: 0.08, high: 0.2 },
    'Response of fertility to the affordability of homes against the nation',
    { symbol: 'b_house', source: 'docs/theory/housing.md', evidence: 'secondary' }),
  fertilityFromConfidence: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Response of fertility to confidence', { symbol: 'b_conf', source: '23.1', evidence: 'assumed' }),
  childCashDiscount: parameter('share', 0.96,
    'Present value of a unit of allowance promised over several years', { source: '4.2.3', evidence: 'assumed' }),
  childCashYearsMost: parameter('year', 18,
    'Most years of allowance that parents count', { source: '4.2.3', evidence: 'assumed' }),
  childCash: equation('share', `
    childCashDiscount*positive(beyondStandard(childAllowance))*min(childAllowanceYears, childCashYearsMost)
    /(wage*1{year})`,
    'Child allowance above the national one over the years paid, in annual wages',
    { symbol: 'Scash', source: '4.2.3' }),
  childCashFelt: delay('share', { of: 'childCash', initial: '0', source: 'docs/theory/levers.md' },
    'Child cash of the year before: children are born most of a year after the decision'),
  childCashYears: level('year', {
    initial: '0',
    next: 'if(childCashFelt > 0, childCashYears + 1{year}, 0)',
    source: '4.2.3',
  }, 'Full years for which child cash was paid before this one'),
  childCashFullYears: parameter('year', 8,
    'Years after which the timing effect of a cash scheme begins to fade', { source: '4.2.3', evidence: 'assumed' }),
  childCashFadeYears: parameter('year', 4,
    'Years over which the timing effect of a cash scheme fades', { source: '4.2.3', evidence: 'assumed' }),
  childCashEffect: equation('share', `
    fertilityFromAllowance
    *(1 - (1 - quantumShare)*clip((childCashYears + 1{year} - childCashFullYears)/childCashFadeYears, 0, 1))`,
    'Effect of child cash: it falls to its lasting part after eight years, counting the current one',
    { source: '4.2.3' }),
  carePlacesBefore: delay('%', { of: 'carePlaces', initial: 'standard(childcarePlaces)', source: '4.2.3' },
    'Childcare places of the year before'),
  careAdjustment: parameter('share', 0.5,
    'Share of the gap to the planned childcare places closed in a year', { source: '4.2.3', evidence: 'assumed' }),
  carePlaces: equation('%',
    'carePlacesBefore + careAdjustment*(childcarePlaces - carePlacesBefore)',
    'Childcare places per 100 children under three', { symbol: 'Care', source: '4.2.3' }),
  fertilityRiseMost: parameter('share', { low: 0.4, central: 0.7, high: 1.2 },
    'Rise of fertility (log) that no policy exceeds: at .7 it doubles',
    { source: 'docs/theory/chains.md', evidence: 'assumed' }),
  fertilityFromPolicy: equation('share',
    'childCashEffect*childCashFelt + fertilityFromCare*(carePlacesBefore - standard(childcarePlaces))',
    'Rise of fertility (log) through child cash and childcare, if each yuan and place did as much as the first',
    { source: '4.2.3' }),
  fertilityTarget: equation('share', `
    fertilityStart*fertilityTrend
    *exp(
      fertilityFromPolicy/(1 + positive(fertilityFromPolicy)/max(fertilityRiseMost, 1e-9))
      + fertilityFromAffordability*ln(relativeAffordabilityBefore)
      + fertilityFromConfidence*ln(confidenceOpening/confidenceNeutral)
    )`,
    'Total fertility towards which conditions move it', { symbol: 'TFR*', source: '4.2.3' }),
  fertilityBefore: delay('share', { of: 'fertility', initial: 'fertilityStart' }, 'Total fertility of the year before'),
  fertilityAdjustment: parameter('share', 0.5,
    'Share of the gap to its target by which fertility moves in a year', { source: '4.2.3', evidence: 'assumed' }),
  fertility: equation('share',
    'fertilityBefore + fertilityAdjustment*(fertilityTarget - fertilityBefore)',
    'Total fertility', { symbol: 'TFR', source: '4.2.3', outcome: true }),
  womenExposed: equation('person m',
    '0.5*(population[female] + shift(population[female]*survival[female], age))',
    'Women by age, mean of the year', { over: ['area', 'age'], symbol: 'Nbar', source: '4.2.2' }),
  births: equation('person m/year',
    'fertility*sum(fertilityByAge*womenExposed)',
    'Births in the year', { source: '4.2.2', outcome: true, region: 'sum' }),
  sexRatioAtBirth: parameter('share', 1.06, 'Boys born per girl', { source: '4.2.2', evidence: 'assumed' }),
  birthsBySex: equation('person m/year', {
    female: 'births/(1 + sexRatioAtBirth)',
    male: 'births*sexRatioAtBirth/(1 + sexRatioAtBirth)',
  }, 'Births by sex', { over: ['area', 'sex'], source: '4.2.2' }),
  survivingNewborns: equation('person m/year',
    'birthsBySex*halfYearSurvival[0]',
    'Newborns alive at the end of the year', { over: ['area', 'sex'], source: '4.2.2' }),
})
