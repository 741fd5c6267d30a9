/** People: single-year cohorts by sex and area; births, deaths, and movement to and from the rest of the country. */

import { base, datum, delay, equation, level, parameter, sector, stock, yearMean } from '../language/declare.ts'

const cells = ['area', 'sex', 'age']

export const demography = sector('Demography', {
  over: ['area'], annual: true, doc: 'Moves once a year, in the first quarter.',
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
  grossMigrationRate: datum('1/year', 'People who leave in a year, of all', { source: '3' }),
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
  baseMortality: base('1/year',
    'censusMortality*(1 + (mortalityFactor - 1)*logistic((age - 65{year})/8{year}))',
    'Death rates of 2023', { over: cells, symbol: 'mu0', source: '4.2.1' }),
  mortalityImprovement: parameter('1/year', { low: 0.005, central: 0.01, high: 0.015 },
    'Yearly improvement of mortality', { symbol: 'imp', source: '23.1', evidence: 'assumed' }),
  mortalityLevel: parameter('share', 1,
    'Scale of mortality (0 in the test without deaths)', { symbol: 'kap', source: '4.2.1' }),
  mortalityFromAir: parameter('share', 0.01,
    'Rise of mortality for 10 micrograms of fine dust', { symbol: 'hPM', source: '29.3', evidence: 'assumed' }),
  mortalityFactorNow: equation('share', `
    mortalityLevel*exp(ln(1 - mortalityImprovement*1{year})*(time - 2023{year})/1{year})
    *(1 + mortalityFromAir*(fineDustBefore - pmStart)/10{ug/m3})`,
    'Mortality of the year relative to 2023', { source: '4.2.1' }),
  mortality: equation('1/year', `
    if(
      age = 100{year},
      max(0.45{1/year}*min(mortalityLevel, 1), baseMortality*mortalityFactorNow),
      baseMortality*mortalityFactorNow
    )`,
    'Death rates of the year', { over: cells, symbol: 'mu', source: '4.2.1' }),
  survival: equation('share',
    'exp(-mortality*1{year})',
    'Chance to survive the year', { over: cells, symbol: 's', source: '4.2.1' }),
  adultDeaths: equation('person m/year',
    'population*(1 - survival)/1{year}',
    'Deaths of those alive on 1 January', { over: cells, source: '4.2.5' }),
  deaths: equation('person m/year',
    'sum(adultDeaths) + births - sum(survivingNewborns)',
    'Deaths in the year', { source: '4.2.5', outcome: true, region: 'sum' }),

  // births
  fertilityMeanAge: parameter('year', { low: 28.5, central: 29, high: 30 },
    'Mean age of mothers', { symbol: 'a_f', source: '23.1', evidence: 'assumed', sampled: false }),
  fertilityDensity: base('1/year',
    'if(age >= 15{year} and age <= 49{year}, exp(-((age + 0.5{year} - fertilityMeanAge)/5{year})^2/2), 0)*1{1/year}',
    'Shape of fertility by age, not normalised', { over: ['age'], source: '4.2.2' }),
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
  fertilityTrend: equation('share', `
    nationalFertility
    *(fertilityFactor2025 + (fertilityFactor2035 - fertilityFactor2025)*clip((time - 2025{year})/10{year}, 0, 1))`,
    'Trend of fertility', { over: [], symbol: 'tr', source: '4.2.3' }),
  fertilityFromCash: parameter('share', { low: 0.04, central: 0.12, high: 0.25 },
    'Rise of fertility (log) for child cash of one annual wage',
    { symbol: 'b_cash', source: '23.1, S43', evidence: 'secondary' }),
  quantumShare: parameter('share', { low: 0.2, central: 0.5, high: 0.8 },
    'Part of the effect of cash that lasts', { symbol: 'varpi', source: '23.1, S43', evidence: 'secondary' }),
  fertilityFromCare: parameter('share', { low: 0.05, central: 0.2, high: 0.4 },
    'Rise of fertility (log) for a childcare place per child',
    { symbol: 'b_care', source: '23.1', evidence: 'assumed' }),
  fertilityFromHousing: parameter('share', { low: 0, central: 0.1, high: 0.25 },
    'Response of fertility to the affordability of homes', { symbol: 'b_house', source: '23.1', evidence: 'assumed' }),
  fertilityFromConfidence: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Response of fertility to confidence', { symbol: 'b_conf', source: '23.1', evidence: 'assumed' }),
  childCash: equation('share',
    '0.96*positive(beyondStandard(childAllowance))*min(childAllowanceYears, 18{year})/(wage*1{year})',
    'Child allowance above the national one over the years paid, in annual wages',
    { symbol: 'Scash', source: '4.2.3' }),
  childCashYears: level('year', {
    initial: '0',
    next: 'if(childCash > 0, childCashYears + 1{year}, 0)',
    source: '4.2.3',
  }, 'Full years for which child cash was paid before this one'),
  childCashEffect: equation('share',
    'fertilityFromCash*(1 - (1 - quantumShare)*clip((childCashYears + 1{year} - 8{year})/4{year}, 0, 1))',
    'Present effect of child cash: falls to its lasting part after eight years, the present one counted',
    { source: '4.2.3' }),
  carePlacesBefore: delay('%', { of: 'carePlaces', initial: 'standard(childcarePlaces)', source: '4.2.3' },
    'Childcare places of the year before'),
  carePlaces: equation('%',
    'carePlacesBefore + 0.5*(childcarePlaces - carePlacesBefore)',
    'Childcare places per 100 children under three', { symbol: 'Care', source: '4.2.3' }),
  fertilityTarget: equation('share', `
    fertilityStart*fertilityTrend
    *exp(
      childCashEffect*childCash
      + fertilityFromCare*(carePlaces - standard(childcarePlaces))
      + fertilityFromHousing*ln(affordabilityBefore/affordabilityStart)
      + fertilityFromConfidence*ln(confidenceBefore/confidenceNeutral)
    )`,
    'Total fertility that conditions call for', { symbol: 'TFR*', source: '4.2.3' }),
  fertilityBefore: delay('share', { of: 'fertility', initial: 'fertilityStart' }, 'Total fertility of the year before'),
  fertility: equation('share',
    'fertilityBefore + 0.5*(fertilityTarget - fertilityBefore)',
    'Total fertility', { symbol: 'TFR', source: '4.2.3', outcome: true }),
  womenExposed: equation('person m',
    '0.5*(population[female] + shift(population[female]*survival[female], age))',
    'Women by age, mean of the year', { over: ['area', 'age'], symbol: 'Nbar', source: '4.2.2' }),
  births: equation('person m/year',
    'fertility*sum(fertilityByAge*womenExposed)',
    'Births in the year', { source: '4.2.2', outcome: true, region: 'sum' }),
  birthsBySex: equation('person m/year', { female: 'births/2.06', male: 'births*1.06/2.06' },
    'Births by sex', { over: ['area', 'sex'], source: '4.2.2' }),
  survivingNewborns: equation('person m/year',
    'birthsBySex*exp(-mortality[0]*0.5{year})',
    'Newborns alive at the end of the year', { over: ['area', 'sex'], source: '4.2.2' }),

  // movement
  migrationShape: base('share', `
    (
      0.35*exp(-0.09*age/1{year})
      + 0.9*exp(-0.045*(age - 24{year})/1{year} - exp(-0.45*(age - 20{year})/1{year}))
      + 0.12
    )*exp(-0.05*positive(age - 75{year})/1{year})`,
    'Shape of movement by age', { over: ['age'], symbol: 'sh', source: '4.2.4' }),
  grossMigrationFactor: parameter('share', { low: 0.7, central: 1, high: 1.5 },
    'Factor on gross out-migration', { symbol: 'gross', source: '23.1', evidence: 'assumed' }),
  migrationLevel: parameter('share', 1, 'Scale of movement (0 in the test of a closed region)', { source: '25 X2' }),
  outflowStart: base('person m/year',
    'grossMigrationRate*grossMigrationFactor*populationStart',
    'Gross out-migration at the start', { symbol: 'OutTot', source: '3(1)' }),
  inflowStart: base('person m/year',
    'max(outflowStart + netMigrationStart, 0.0005{1/year}*populationStart)',
    'Gross in-migration at the start', { symbol: 'InTot', source: '3(1)' }),
  migrationWeight: base('person m',
    'sum(startPopulation*migrationShape)',
    'Residents weighted by their tendency to move'),
  departureRateStart: base('1/year',
    'migrationShape*outflowStart/migrationWeight',
    'Chance to leave at the start', { over: ['area', 'age'], symbol: 'o0', source: '4.2.4' }),
  arrivalsStart: base('person m/year',
    'inflowStart*startPopulation*migrationShape/migrationWeight',
    'Arrivals at the start', { over: cells, symbol: 'i0', source: '4.2.4' }),
  migrationResponse: parameter('share', { low: 0.5, central: 1.2, high: 2 },
    'Response of movement to the log income gap', { symbol: 'eps_m', source: '23.1, S41', evidence: 'assumed' }),
  migrationFromUnemployment: parameter('share', { low: 1, central: 3, high: 6 },
    'Weight of unemployment in the gap', { symbol: 'chi_u', source: '23.1', evidence: 'assumed' }),
  migrationFromHousing: parameter('share', { low: 0, central: 0.2, high: 0.5 },
    'Weight of house prices in the gap', { symbol: 'chi_h', source: '23.1', evidence: 'assumed' }),
  migrationFromAmenity: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Weight of amenity in the gap', { symbol: 'chi_am', source: '23.1, S42', evidence: 'assumed' }),
  migrationFromGrant: parameter('share', 0.8,
    'Weight of arrival grants in the gap', { symbol: 'chi_pay', source: '29.3', evidence: 'assumed' }),
  migrationFromOpenness: parameter('share', 0.3,
    'Response of arrivals to the openness of registration', { symbol: 'chi_ret', source: '29.3', evidence: 'assumed' }),
  retentionOfTechnicians: parameter('share', { low: 0.2, central: 0.6, high: 1.2 },
    'Retention of the young per unit of technician share', { symbol: 'eps_tech', source: '23.1', evidence: 'assumed' }),
  wageLastYear: yearMean('CNY k/person/year', { of: 'wage', initial: 'wageStart' }, 'Wage, mean of last year'),
  unemploymentLastYear: yearMean('share', { of: 'unemploymentRate', initial: 'unemploymentRateStart' },
    'Unemployment, mean of last year'),
  amenityJanuary: equation('index', `
    ((cultureCapital/max(sum(population), 1e-9{person m}))/(cultureCapitalStart/populationStart))^0.3
    *(pmStart/fineDustBefore)^0.3`,
    'Amenity on 1 January', { source: '11' }),
  migrationGap: equation('share', `
    clip(
      ln(nationalWage/(wageLastYear/wageStart))
      + migrationFromUnemployment*(unemploymentLastYear - unemploymentRateStart)
      + migrationFromHousing*ln((housePrice/housePriceStart)/(wage/wageStart))
      - migrationFromAmenity*ln(amenityJanuary)
      - migrationFromGrant*0.1{1/year}*beyondStandard(arrivalGrant)/wageLastYear,
      -1.5,
      1.5
    )`,
    'Attraction of the rest of the country, positive where it is better',
    {
      symbol: 'D', source: '4.2.4',
      note:
        'The text takes every term as a mean of last year. The reference run does so for the wage and unemployment ' +
        'only; the national wage, house price and amenity are those of 1 January, the labour force that of the last ' +
        'quarter.',
    }),
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
        0.3{1/year}
      )*exp(-mortality*0.5{year}),
      population*survival/1{year}
    )`,
    'People who leave, at most the survivors', { over: cells, symbol: 'Out', source: '4.2.4' }),
  nationalCohorts: stock('person m', {
    over: ['age'],
    initial: 'nationalPopulation',
    outflow: 'nationalCohorts*(1 - exp(-nationalMortality*1{year}))/1{year}',
    ageing: 'age',
    newborn: 'nationalCohorts[0]*0.94',
    source: '4.2.4',
  }, 'National cohorts, no migration; births fall by 6 % a year'),
  arrivalPool: equation('index',
    'nationalCohorts/max(nationalPopulation, 1e-9{person m})',
    'National cohorts relative to the start', { over: ['age'], symbol: 'pool', source: '4.2.4' }),
  arrivalPull: equation('index', `
    (laborForceBefore/laborForceStart)
    *exp(-migrationResponse*migrationGap + migrationFromOpenness*beyondStandard(registrationOpenness))
    *(1 + 0.3*beyondStandard(registrationOpenness))`,
    'Pull on arrivals: size of the labour market, gap, openness', { source: '4.2.4, E4' }),
  arrivals: equation('person m/year',
    'migrationLevel*arrivalsStart*arrivalPool*arrivalPull',
    'People who arrive', { over: cells, symbol: 'In', source: '4.2.4' }),
  netMigration: equation('person m/year',
    'sum(arrivals) - sum(departures)',
    'Net migration in the year', { source: '4.2.4', outcome: true, region: 'sum' }),
  emigrants: stock('person m', {
    initial: 'emigrantsStart',
    inflow: '-netMigration',
    outflow: '0.012{1/year}*emigrants',
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
    'How far departures take technicians along', { symbol: 'eT', source: '29.3', evidence: 'assumed' }),
  technicianShare: level('share', {
    initial: 'technicianShareStart',
    next: `
      clip(
        technicianShare
        + (technicianShareStart - technicianShare)*technicianTurnover*1{year}
        + technicianFromProgramme*1{year}*beyondStandard(vocationalProgramme)
        - 0.2*technicianLossElasticity*technicianShare*netDeparture18to34*1{year}
          /max(sum(population[18..34]), 1e-9{person m}),
        0.02,
        0.9
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
  doc: 'People interpolated between 1 January and 31 December, for use only: the next year starts from December.',
}, {
  yearShare: equation('share',
    'time/1{year} - floor(time/1{year}) + timeStep/2{year}',
    'Part of the year gone at the middle of the step', { over: [], source: '4.2.7' }),
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
  spendingHeads: equation('person m', {
    young: 'residents20to39 + 0.6*residents0to19',
    middle: 'residents40to59 + 0.4*residents0to19',
    old: 'residents60',
  }, 'Heads whose spending a group carries', { over: ['area', 'group'], symbol: 'n', source: '4.2.8' }),
  wealthHeads: equation('person m', {
    young: 'residents0to19 + residents20to39',
    middle: 'residents40to59',
    old: 'residents60',
  }, 'Heads among whom wealth moves', { over: ['area', 'group'], symbol: 'w', source: '4.2.8' }),
  spendingHeadsStart: base('person m', {
    young: 'sum(startPopulation[20..39]) + 0.6*sum(startPopulation[..19])',
    middle: 'sum(startPopulation[40..59]) + 0.4*sum(startPopulation[..19])',
    old: 'sum(startPopulation[60..])',
  }, 'Spending heads at the start', { over: ['area', 'group'] }),
})
