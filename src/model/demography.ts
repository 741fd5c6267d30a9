/**
 * Population: single-year cohorts by sex and area; births, deaths, and migration to and from the rest of the country.
 */

import { base, datum, delay, equation, level, parameter, sector, stock, yearMean } from '../language/declare.ts'

const cells = ['area', 'sex', 'age']

export const demography = sector('Demography', {
  over: ['area'], annual: true,
  doc: 'People by sex and single year of age are born, die, move and grow older once a year, in the first quarter.',
}, {
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
    mortalityLevel*exp(ln(1 - mortalityImprovement*1{year})*(time - mortalityYear)/1{year})
    *(1 + mortalityFromAir*(fineDustBefore - pmStart)/dustStep)`,
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
  survival: equation('share',
    'exp(-mortality*1{year})',
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
  fertilityTrend: equation('share', `
    nationalFertility
    *(
      fertilityFactor2025
      + (fertilityFactor2035 - fertilityFactor2025)*clip((time - fertilityTrendFrom)/fertilityTrendYears, 0, 1)
    )`,
    'Trend of fertility', { over: [], symbol: 'tr', source: '4.2.3' }),
  fertilityFromCash: parameter('share', { low: 0.04, central: 0.12, high: 0.25 },
    'Rise of fertility (log) for child cash of one annual wage',
    { symbol: 'b_cash', source: '23.1, S43', evidence: 'secondary' }),
  quantumShare: parameter('share', { low: 0.2, central: 0.5, high: 0.8 },
    'Part of the effect of cash that lasts', { symbol: 'varpi', source: '23.1, S43', evidence: 'secondary' }),
  fertilityFromCare: parameter('share', { low: 0.05, central: 0.2, high: 0.4 },
    'Rise of fertility (log) for a childcare place per child',
    { symbol: 'b_care', source: '23.1', evidence: 'assumed' }),
  fertilityFromAffordability: parameter('share', { low: 0, central: 0.08, high: 0.2 },
    'Response of fertility to the affordability of homes against the nation',
    { symbol: 'b_house', source: 'docs/theory/housing.md', evidence: 'secondary' }),
  fertilityFromConfidence: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Response of fertility to confidence', { symbol: 'b_conf', source: '23.1', evidence: 'assumed' }),
  childCashDiscount: parameter('share', 0.96,
    'Present value of a yuan of allowance promised over several years', { source: '4.2.3', evidence: 'assumed' }),
  childCashYearsMost: parameter('year', 18,
    'Most years of allowance that parents count', { source: '4.2.3', evidence: 'assumed' }),
  childCash: equation('share', `
    childCashDiscount*positive(beyondStandard(childAllowance))*min(childAllowanceYears, childCashYearsMost)
    /(wage*1{year})`,
    'Child allowance above the national one over the years paid, in annual wages',
    { symbol: 'Scash', source: '4.2.3' }),
  childCashYears: level('year', {
    initial: '0',
    next: 'if(childCash > 0, childCashYears + 1{year}, 0)',
    source: '4.2.3',
  }, 'Full years for which child cash was paid before this one'),
  childCashFullYears: parameter('year', 8,
    'Years after which the timing effect of a cash scheme begins to fade', { source: '4.2.3', evidence: 'assumed' }),
  childCashFadeYears: parameter('year', 4,
    'Years over which the timing effect of a cash scheme fades', { source: '4.2.3', evidence: 'assumed' }),
  childCashEffect: equation('share', `
    fertilityFromCash
    *(1 - (1 - quantumShare)*clip((childCashYears + 1{year} - childCashFullYears)/childCashFadeYears, 0, 1))`,
    'Effect of child cash: it falls to its lasting part after eight years, counting the current one',
    { source: '4.2.3' }),
  carePlacesBefore: delay('%', { of: 'carePlaces', initial: 'standard(childcarePlaces)', source: '4.2.3' },
    'Childcare places of the year before'),
  careAdjustment: parameter('share', 0.5,
    'Part of the gap to the planned childcare places closed in a year', { source: '4.2.3', evidence: 'assumed' }),
  carePlaces: equation('%',
    'carePlacesBefore + careAdjustment*(childcarePlaces - carePlacesBefore)',
    'Childcare places per 100 children under three', { symbol: 'Care', source: '4.2.3' }),
  fertilityTarget: equation('share', `
    fertilityStart*fertilityTrend
    *exp(
      childCashEffect*childCash
      + fertilityFromCare*(carePlaces - standard(childcarePlaces))
      + fertilityFromAffordability*ln(relativeAffordabilityBefore)
      + fertilityFromConfidence*ln(confidenceBefore/confidenceNeutral)
    )`,
    'Total fertility towards which conditions move it', { symbol: 'TFR*', source: '4.2.3' }),
  fertilityBefore: delay('share', { of: 'fertility', initial: 'fertilityStart' }, 'Total fertility of the year before'),
  fertilityAdjustment: parameter('share', 0.5,
    'Part of the gap to its target by which fertility moves in a year', { source: '4.2.3', evidence: 'assumed' }),
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
    'birthsBySex*exp(-mortality[0]*0.5{year})',
    'Newborns alive at the end of the year', { over: ['area', 'sex'], source: '4.2.2' }),

  // movement
  movesOfChildren: parameter('share', 0.35,
    'Migration by age: level of children, who move with their parents', { source: '4.2.4', evidence: 'assumed' }),
  movesOfChildrenFall: parameter('share', 0.09,
    'Migration by age: fall per year of age of children', { source: '4.2.4', evidence: 'assumed' }),
  movesOfYoung: parameter('share', 0.9,
    'Migration by age: level of young adults', { source: '4.2.4', evidence: 'assumed' }),
  movesOfYoungFall: parameter('share', 0.045,
    'Migration by age: fall per year of age after the peak', { source: '4.2.4', evidence: 'assumed' }),
  movesOfYoungAge: parameter('year', 24,
    'Migration by age: age from which moves of young adults fall', { source: '4.2.4', evidence: 'assumed' }),
  movesOfYoungRise: parameter('share', 0.45,
    'Migration by age: steepness of the rise to the peak', { source: '4.2.4', evidence: 'assumed' }),
  movesOfYoungRiseAge: parameter('year', 20,
    'Migration by age: age around which moves rise', { source: '4.2.4', evidence: 'assumed' }),
  movesAtAnyAge: parameter('share', 0.12,
    'Migration by age: level at any age', { source: '4.2.4', evidence: 'assumed' }),
  movesOfOldFall: parameter('share', 0.05,
    'Migration by age: fall per year of age of the old', { source: '4.2.4', evidence: 'assumed' }),
  movesOfOldAge: parameter('year', 75,
    'Migration by age: age from which moves of the old fall', { source: '4.2.4', evidence: 'assumed' }),
  migrationShape: base('share', `
    (
      movesOfChildren*exp(-movesOfChildrenFall*age/1{year})
      + movesOfYoung
        *exp(
          -movesOfYoungFall*(age - movesOfYoungAge)/1{year}
          - exp(-movesOfYoungRise*(age - movesOfYoungRiseAge)/1{year})
        )
      + movesAtAnyAge
    )*exp(-movesOfOldFall*positive(age - movesOfOldAge)/1{year})`,
    'Migration by age, relative', { over: ['age'], symbol: 'sh', source: '4.2.4' }),
  grossMigrationFactor: parameter('share', { low: 0.7, central: 1, high: 1.5 },
    'Factor on gross out-migration', { symbol: 'gross', source: '23.1', evidence: 'assumed' }),
  migrationLevel: parameter('share', 1, 'Scale of migration (0 in the test of a closed region)', { source: '25 X2' }),
  outflowStart: base('person m/year',
    'grossMigrationRate*grossMigrationFactor*populationStart',
    'Gross out-migration at the start', { symbol: 'OutTot', source: '3(1)' }),
  inflowLeast: parameter('1/year', 0.0005,
    'Least yearly arrivals at the start, of residents', { source: '3(1)', evidence: 'assumed' }),
  inflowStart: base('person m/year',
    'max(outflowStart + netMigrationStart, inflowLeast*populationStart)',
    'Gross in-migration at the start', { symbol: 'InTot', source: '3(1)' }),
  migrationWeight: base('person m',
    'sum(startPopulation*migrationShape)',
    'Residents weighted by their tendency to move'),
  departureRateStart: base('1/year',
    'migrationShape*outflowStart/migrationWeight',
    'Probability of leaving at the start', { over: ['area', 'age'], symbol: 'o0', source: '4.2.4' }),
  arrivalsStart: base('person m/year',
    'inflowStart*startPopulation*migrationShape/migrationWeight',
    'Arrivals at the start', { over: cells, symbol: 'i0', source: '4.2.4' }),
  migrationResponse: parameter('share', { low: 0.5, central: 1.2, high: 2 },
    'Response of migration to the income gap (log)', { symbol: 'eps_m', source: '23.1, S41', evidence: 'assumed' }),
  migrationFromUnemployment: parameter('share', { low: 1, central: 3, high: 6 },
    'Weight of unemployment in the migration gap', { symbol: 'chi_u', source: '23.1', evidence: 'assumed' }),
  migrationFromHousing: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Weight of house prices in the migration gap', { symbol: 'chi_h', source: '23.1', evidence: 'assumed' }),
  migrationFromAmenity: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Weight of amenity in the migration gap', { symbol: 'chi_am', source: '23.1, S42', evidence: 'assumed' }),
  migrationFromGrant: parameter('share', 0.8,
    'Weight of arrival grants in the migration gap', { symbol: 'chi_pay', source: '29.3', evidence: 'assumed' }),
  migrationFromOpenness: parameter('share', 0.3,
    'Response of arrivals to the openness of registration', { symbol: 'chi_ret', source: '29.3', evidence: 'assumed' }),
  retentionOfTechnicians: parameter('share', { low: 0.2, central: 0.6, high: 1.2 },
    'Retention of the young per unit of technician share', { symbol: 'eps_tech', source: '23.1', evidence: 'assumed' }),
  wageLastYear: yearMean('CNY k/person/year', { of: 'wage', initial: 'wageStart' }, 'Wage, mean of last year'),
  unemploymentLastYear: yearMean('share', { of: 'unemploymentRate', initial: 'unemploymentRateStart' },
    'Unemployment, mean of last year'),
  amenityFromCulture: parameter('share', 0.3,
    'Elasticity of amenity to cultural capital per head', { source: '11', evidence: 'assumed' }),
  amenityFromAir: parameter('share', 0.3, 'Elasticity of amenity to clean air', { source: '11', evidence: 'assumed' }),
  amenityJanuary: equation('index', `
    ((cultureCapital/max(sum(population), 1e-9{person m}))/(cultureCapitalStart/populationStart))^amenityFromCulture
    *(pmStart/fineDustBefore)^amenityFromAir`,
    'Amenity on 1 January', { source: '11' }),
  grantAnnuity: parameter('1/year', 0.1,
    'Yearly worth of a one-off arrival grant', { source: '4.2.4', evidence: 'assumed' }),
  migrationGapMost: parameter('share', 1.5,
    'Largest gap, up or down, to which migration responds', { source: '4.2.4', evidence: 'assumed' }),
  migrationGap: equation('share', `
    clip(
      ln(nationalWage/(wageLastYear/wageStart))
      + migrationFromUnemployment*(unemploymentLastYear - unemploymentRateStart)
      + migrationFromHousing*ln((housePrice/housePriceStart)/(wage/wageStart))
      - migrationFromAmenity*ln(amenityJanuary)
      - migrationFromGrant*grantAnnuity*beyondStandard(arrivalGrant)/wageLastYear,
      -migrationGapMost,
      migrationGapMost
    )`,
    'Attraction of the rest of the country; positive where it is better',
    {
      symbol: 'D', source: '4.2.4',
      note:
        'The text takes every term as a mean of last year. The reference run does so for the wage and unemployment ' +
        'only; the national wage, house price and amenity are those of 1 January, the labour force that of the last ' +
        'quarter.',
    }),
  departuresMost: parameter('1/year', 0.3,
    'Highest departure rate of an age', { source: '4.2.4', evidence: 'assumed' }),
  departures: equation('person m/year', `
    migrationLevel
    *min(
      population
      *clip(
        departureRateStart
        *exp(
          migrationResponse*migrationGap
          - if(
            age >= 18{year} and age <= 34{year},
            retentionOfTechnicians*(technicianShare - technicianShareStart),
            0
          )
        ),
        0,
        departuresMost
      )*exp(-mortality*0.5{year}),
      population*survival/1{year}
    )`,
    'People who leave, at most the survivors', { over: cells, symbol: 'Out', source: '4.2.4' }),
  nationalBirthsChange: parameter('share', 0.94,
    'Children under one in the nation relative to the year before', { source: '4.2.4', evidence: 'assumed' }),
  nationalCohorts: stock('person m', {
    over: ['age'],
    initial: 'nationalPopulation',
    outflow: 'nationalCohorts*(1 - exp(-nationalMortality*1{year}))/1{year}',
    ageing: 'age',
    newborn: 'nationalCohorts[0]*nationalBirthsChange',
    source: '4.2.4',
  }, 'National cohorts, no migration; births fall by 6 % a year'),
  arrivalPool: equation('index',
    'nationalCohorts/max(nationalPopulation, 1e-9{person m})',
    'National cohorts relative to the start', { over: ['age'], symbol: 'pool', source: '4.2.4' }),
  arrivalsFromOpenness: parameter('share', 0.3,
    'Response of arrivals to open household registration beyond the pull of return',
    { source: '4.2.4, E4', evidence: 'assumed' }),
  arrivalPull: equation('index', `
    (laborForceBefore/laborForceStart)
    *exp(-migrationResponse*migrationGap + migrationFromOpenness*beyondStandard(registrationOpenness))
    *(1 + arrivalsFromOpenness*beyondStandard(registrationOpenness))`,
    'Pull on arrivals: size of the labour market, migration gap and openness of registration', { source: '4.2.4, E4' }),
  arrivals: equation('person m/year',
    'migrationLevel*arrivalsStart*arrivalPool*arrivalPull',
    'People who arrive', { over: cells, symbol: 'In', source: '4.2.4' }),
  netMigration: equation('person m/year',
    'sum(arrivals) - sum(departures)',
    'Net migration in the year', { source: '4.2.4', outcome: true, region: 'sum' }),
  emigrantLoss: parameter('1/year', 0.012,
    'Emigrants lost a year through death and loosened ties', { source: '4.1', evidence: 'assumed' }),
  emigrants: stock('person m', {
    initial: 'emigrantsStart',
    inflow: '-netMigration',
    outflow: 'emigrantLoss*emigrants',
    symbol: 'Emi', source: '4.1',
  }, 'Living emigrants'),

  netDeparture18to34: equation('person m/year',
    'sum(departures[18..34]) - sum(arrivals[18..34])',
    'Net departures of ages 18-34', { source: '4.2.6' }),
  technicianTurnover: parameter('1/year', 1 / 17,
    'Yearly renewal of the ages 18-34', { symbol: 'turn_T', source: '29.3', evidence: 'assumed' }),
  technicianFromProgramme: parameter('1/year', 8,
    'Rise of the technician share a year per unit of programme (share of output)',
    { symbol: 'dT', source: '29.3', evidence: 'assumed' }),
  technicianLossElasticity: parameter('share', 0.5,
    'Response of the technician share to departures of the young',
    { symbol: 'eT', source: '29.3', evidence: 'assumed' }),
  technicianLoss: parameter('share', 0.2,
    'Weight of departures of the young in the loss of technicians', { source: '4.2.6', evidence: 'assumed' }),
  technicianLeast: parameter('share', 0.02, 'Lowest share of technicians', { source: '4.2.6', evidence: 'assumed' }),
  technicianMost: parameter('share', 0.9, 'Highest share of technicians', { source: '4.2.6', evidence: 'assumed' }),
  technicianShare: level('share', {
    initial: 'technicianShareStart',
    next: `
      clip(
        technicianShare
        + (technicianShareStart - technicianShare)*technicianTurnover*1{year}
        + technicianFromProgramme*1{year}*beyondStandard(vocationalProgramme)
        - technicianLoss*technicianLossElasticity*technicianShare*netDeparture18to34*1{year}
          /max(sum(population[18..34]), 1e-9{person m}),
        technicianLeast,
        technicianMost
      )`,
    symbol: 'Tech', source: '4.2.6',
  }, 'Technicians or technician families among residents of 18-34'),

  deathsAged60: equation('person m/year',
    'sum(adultDeaths[60..])',
    'Deaths of people of 60 and over', { source: '8.4' }),
  netDeparturesByGroup: equation('person m/year', {
    young: 'sum(departures[..38]) - sum(arrivals[..38])',
    middle: 'sum(departures[39..58]) - sum(arrivals[39..58])',
    old: 'sum(departures[59..]) - sum(arrivals[59..])',
  }, 'Net departures by age of the household member at the end of the year', {
    over: ['area', 'group'], source: '8.4',
  }),
})

export const residents = sector('Residents within the year', {
  over: ['area'],
  doc:
    'People are interpolated between 1 January and 31 December for use within the year; the next year starts from ' +
    'the count of December.',
}, {
  yearShare: equation('share',
    'time/1{year} - floor(time/1{year}) + timeStep/2{year}',
    'Part of the year that has passed at the middle of the step', { over: [], source: '4.2.7' }),
  residentsNow: equation('person m',
    'population + yearShare*(closing(population) - population)',
    'Residents by sex and age in the step', { over: cells, symbol: 'N_q', source: '4.2.7' }),
  residentsByAge: equation('person m', 'sum(residentsNow, sex)', 'Residents by age', { over: ['area', 'age'] }),
  residentsTotal: equation('person m',
    'sum(residentsByAge)',
    'Residents', { outcome: true, region: { as: 'regionResidents', by: 'sum' } }),
  residents0to2: equation('person m', 'sum(residentsByAge[0..2])', 'Children under three'),
  residents0to19: equation('person m', 'sum(residentsByAge[..19])', 'Residents under 20'),
  residents20to39: equation('person m', 'sum(residentsByAge[20..39])', 'Residents of 20-39'),
  residents40to59: equation('person m', 'sum(residentsByAge[40..59])', 'Residents of 40-59'),
  residents60: equation('person m', 'sum(residentsByAge[60..])', 'Residents of 60 and over'),
  residents65: equation('person m', 'sum(residentsByAge[65..])', 'Residents of 65 and over'),
  residents25to49: equation('person m',
    'sum(residentsByAge[25..49])',
    'Residents of 25-49, who buy homes', { source: '9.1' }),
  childrenCovered: equation('person m', `
    if(
      childAllowanceYears > 12{year},
      sum(residentsByAge[..17]),
      if(childAllowanceYears > 4{year}, sum(residentsByAge[..5]), residents0to2)
    )`,
    'Children for whom the allowance is paid', { source: '19 L19' }),
  childrenWithYoung: parameter('share', 0.6,
    'Children who live in households under 40', { source: '4.2.8', evidence: 'assumed' }),
  childrenWithMiddle: parameter('share', 0.4,
    'Children who live in households of 40-59', { source: '4.2.8', evidence: 'assumed' }),
  spendingHeads: equation('person m', {
    young: 'residents20to39 + childrenWithYoung*residents0to19',
    middle: 'residents40to59 + childrenWithMiddle*residents0to19',
    old: 'residents60',
  }, 'People whose spending a group pays for, children included', {
    over: ['area', 'group'], symbol: 'n', source: '4.2.8',
  }),
  wealthHeads: equation('person m', {
    young: 'residents0to19 + residents20to39',
    middle: 'residents40to59',
    old: 'residents60',
  }, 'People of the group, among whom its wealth is shared', { over: ['area', 'group'], symbol: 'w', source: '4.2.8' }),
  spendingHeadsStart: base('person m', {
    young: 'sum(startPopulation[20..39]) + childrenWithYoung*sum(startPopulation[..19])',
    middle: 'sum(startPopulation[40..59]) + childrenWithMiddle*sum(startPopulation[..19])',
    old: 'sum(startPopulation[60..])',
  }, 'People whose spending a group pays for at the start', { over: ['area', 'group'] }),
})
