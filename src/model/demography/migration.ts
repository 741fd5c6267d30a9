/** Moves between the area and the rest of the country. */

import { base, equation, level, parameter, part, shock, stock, table, yearMean } from '../../language/declare.ts'
import { cells } from './cells.ts'

export const migrationOfAreas = part({
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
  turnoverStart: base('person m/year',
    'min(outflowStart, inflowStart)',
    'Movement that balances at the start: as many come as go', { source: 'docs/theory/migration.md' }),
  netMoveShape: table('share', {
    argument: 'year',
    points: [
      [7, 0.66], [12, 0.29], [17, 0.93], [22, 1.83], [27, 1.88], [32, 1.25], [37, 1.01], [42, 0.84], [47, 0.84],
      [52, 0.76], [57, 0.77], [62, 0.8], [75, 0.8], [85, 0.3],
    ],
    source: 'docs/theory/migration.md', evidence: 'derived',
  }, 'Net loss by age, relative: Jilin and Heilongjiang from 2010 to 2020 by census survival, less people never there'),
  netMoveByAge: base('share',
    'netMoveShape(age)',
    'Net movement by age, relative', { over: ['age'], source: 'docs/theory/migration.md' }),
  netMoveWeight: base('person m',
    'sum(startPopulation*netMoveByAge)',
    'Residents weighted by net migration', { source: 'docs/theory/migration.md' }),
  departureRateStart: base('1/year',
    'migrationShape*turnoverStart/migrationWeight + netMoveByAge*positive(outflowStart - inflowStart)/netMoveWeight',
    'Probability of leaving at the start',
    { over: ['area', 'age'], symbol: 'o0', source: '4.2.4, docs/theory/migration.md' }),
  arrivalsStart: base('person m/year', `
    startPopulation
    *(migrationShape*turnoverStart/migrationWeight + netMoveByAge*positive(inflowStart - outflowStart)/netMoveWeight)`,
    'Arrivals at the start', { over: cells, symbol: 'i0', source: '4.2.4, docs/theory/migration.md' }),

  // the area against the nation
  migrationResponse: parameter('share', { low: 0.5, central: 1.2, high: 2 },
    'Response of migration to the gap (log) of income between the area and the nation',
    { symbol: 'eps_m', source: '23.1, S41, docs/theory/migration.md', evidence: 'secondary' }),
  migrationFromUnemploymentGap: parameter('share', { low: 0.5, central: 2, high: 4 },
    'Weight of unemployment in the migration gap: a point costs a hundredth of the expected wage, and as much ' +
      'again in time out of work',
    { symbol: 'chi_u', source: 'docs/theory/migration.md', evidence: 'assumed' }),
  migrationFromHousingGap: parameter('share', { low: 0.05, central: 0.2, high: 0.4 },
    'Weight of the cost of housing in the migration gap',
    { symbol: 'chi_h', source: 'docs/theory/migration.md', evidence: 'secondary' }),
  migrationFromAmenityGap: parameter('share', { low: 0.1, central: 0.3, high: 0.6 },
    'Weight of amenity in the migration gap',
    { symbol: 'chi_am', source: '23.1, S42, docs/theory/migration.md', evidence: 'assumed' }),
  migrationFromServices: parameter('share', { low: 0, central: 0.1, high: 0.25 },
    'Weight of public services in the migration gap', { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  migrationLean: parameter('share', { low: -0.1, central: 0, high: 0.1 },
    'Lasting error of the net migration of the start, in the gap: the mean of three years from which it is taken ' +
      'scatters by a hundred thousand people',
    { source: 'docs/theory/migration.md', evidence: 'derived' }),
  migrationShock: shock('share', { type: 'yearlyNormal', deviation: 0.1 },
    'Deviation of the migration gap in a year', { source: 'docs/theory/migration.md' }),
  retentionOfTechnicians: parameter('share', { low: 0.2, central: 0.6, high: 1.2 },
    'Retention of the young per unit of technician share', { symbol: 'eps_tech', source: '23.1', evidence: 'assumed' }),
  wageLastYear: yearMean('CNY k/person/year', { of: 'wage', initial: 'wageStart' }, 'Wage, mean of last year'),
  nationalWageLastYear: yearMean('index', { of: 'nationalWage', initial: '1', over: [] },
    'Wage of the rest of the country, mean of last year'),
  paymentLastYear: yearMean('CNY k/person/year', {
    of: '0.001{CNY k/CNY}*beyondStandard(directPayment)',
    initial: '0',
    over: [],
  }, 'Direct payment to each resident beyond that of the start, mean of last year'),
  incomeGap: equation('share',
    'ln(nationalWageLastYear/((wageLastYear + paymentLastYear)/wageStart))',
    'Wage of the nation over wage and direct payment in the area (log), relative to the start',
    { source: 'docs/theory/migration.md' }),
  unemploymentLastYear: yearMean('share', { of: 'unemploymentRate/longerSearch', initial: 'unemploymentRateStart' },
    'Unemployment without longer search under higher benefits, mean of last year'),
  nationalUnemploymentLastYear: yearMean('share', {
    of: 'nationalUnemployment',
    initial: 'nationalUnemploymentStart',
    over: [],
  }, 'Unemployment in the nation, mean of last year'),
  unemploymentGap: equation('share',
    '(unemploymentLastYear - unemploymentRateStart) - (nationalUnemploymentLastYear - nationalUnemploymentStart)',
    'Rise of unemployment beyond that of the nation, from the start', { source: 'docs/theory/migration.md' }),
  publicHomeRentSaved: parameter('share', 0.5,
    'Share of the cost of housing saved in a public home', { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  publicHomeShareMost: parameter('share', 0.5,
    'Highest share of public homes that counts for the cost of housing',
    { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  housingCostLastYear: yearMean('index', {
    of: `
      (housePrice/housePriceStart)/(wage/wageStart)
      *(1 - publicHomeRentSaved*min(publicHomeShareMost, publicHomes/max(dwellings, 1e-9{m2 m})))`,
    initial: '1',
  }, 'Cost of housing over wages, mean of last year, start = 1; public homes are let below the market'),
  nationalHousingCostLastYear: yearMean('index', { of: 'nationalHousePrice/nationalWage', initial: '1', over: [] },
    'Cost of housing over wages in the nation, mean of last year, start = 1'),
  housingGap: equation('share',
    'ln(max(housingCostLastYear, 1e-9)/max(nationalHousingCostLastYear, 1e-9))',
    'Cost of housing against the nation (log), relative to the start', { source: 'docs/theory/migration.md' }),
  amenityFromCulture: parameter('share', { low: 0.01, central: 0.04, high: 0.1 },
    'Elasticity of amenity to cultural capital per head',
    { source: '11, docs/theory/migration.md', evidence: 'assumed' }),
  amenityFromAir: parameter('share', 0.3, 'Elasticity of amenity to clean air', { source: '11', evidence: 'assumed' }),
  fineDustLastYear: yearMean('ug/m3', { of: 'fineDust', initial: 'pmStart' }, 'Fine dust, mean of last year'),
  cleanAirLastYear: yearMean('index', { of: 'cleanAir', initial: '1', over: [] },
    'Fine dust in the nation, mean of last year'),
  amenityGap: equation('share', `
    if(
      cultureCapitalStart > 0{CNY bn},
      amenityFromCulture
      *ln(
        (cultureCapital/max(sum(population), 1e-9{person m}))/(max(cultureCapitalStart, 1e-9{CNY bn})/populationStart)
      ),
      0
    )
    - amenityFromAir*ln(fineDustLastYear/pmStart/cleanAirLastYear)`,
    'Amenity against the nation (log), relative to the start', { source: '11, docs/theory/migration.md' }),
  servicesLastYear: yearMean('share', {
    of: `
      (purchasesReal + publicOutput)
      /(
        (
          purchasesStart*(1 + purchasesFromAgeing*(share65 - share65Start - (nationalShare65 - nationalShare65Start)))
          + publicOutputStart
        )*sqrt(max(residentsTotal, 1e-9{person m})/populationStart*nationalResidents)
      )`,
    initial: '1',
    note:
      'Per head where people and ages change as in the nation. Where people leave, costs fall by less than they ' +
      'become fewer, and the old need more: spending per head rises although nobody is served better.',
  }, 'Public services for the people there are, relative to the start, mean of last year'),
  nationalServicesFromOutput: parameter('share', { low: 0.5, central: 0.7, high: 1 },
    'Elasticity of public services per head in the nation to its output per head',
    { source: 'docs/theory/migration.md', evidence: 'assumed', sampled: false }),
  nationalOutputPerHeadLastYear: yearMean('index', { of: 'nationalOutput/nationalResidents', initial: '1', over: [] },
    'National output per head, mean of last year, start = 1'),
  servicesGap: equation('share',
    'ln(max(servicesLastYear, 1e-9)) - nationalServicesFromOutput*ln(nationalOutputPerHeadLastYear)',
    'Public services against those per head in the nation (log), relative to the start',
    { source: 'docs/theory/migration.md' }),
  migrationGapMost: parameter('share', 1.5,
    'Largest gap, up or down, to which migration responds', { source: '4.2.4', evidence: 'assumed' }),
  jobsGap: equation('share',
    'incomeGap + migrationFromUnemploymentGap*unemploymentGap + migrationFromHousingGap*housingGap',
    'Attraction of income, jobs and housing costs in the rest of the country, relative to the start',
    { source: '4.2.4, docs/theory/migration.md' }),
  livingGap: equation('share',
    'migrationFromAmenityGap*amenityGap + migrationFromServices*servicesGap',
    'Attraction of amenity and public services in the area, relative to the start',
    { source: '4.2.4, docs/theory/migration.md' }),
  migrationGap: equation('share',
    'clip(jobsGap - livingGap, -migrationGapMost, migrationGapMost)',
    'Attraction of the rest of the country relative to the start; positive where it is better',
    { symbol: 'D', source: '4.2.4, docs/theory/migration.md' }),
  workingWeightOld: parameter('share', 0.3,
    'Weight of income, jobs and housing costs in the moves of the old, relative to those of working age',
    { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  workingWeightAge: parameter('year', 58,
    'Age around which the weight of income, jobs and housing costs falls',
    { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  workingWeightSpread: parameter('year', 4,
    'Width of the ages over which the weight of income, jobs and housing costs falls',
    { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  workingWeight: base('share',
    'workingWeightOld + (1 - workingWeightOld)*logistic((workingWeightAge - age)/workingWeightSpread)',
    'Weight of income, jobs and housing costs in moving, by age',
    { over: ['age'], source: 'docs/theory/migration.md' }),
  migrationGapByAge: equation('share',
    'clip(workingWeight*jobsGap - livingGap + migrationLean + migrationShock, -migrationGapMost, migrationGapMost)',
    'Attraction of the rest of the country by age: income and prices count less for the old',
    { over: ['area', 'age'], source: 'docs/theory/migration.md' }),
  followPull: equation('share', `
    ln(
      max(recentEmigrants, 1e-9{person m})/max(recentEmigrantsStart, 1e-9{person m})
      /(max(sum(population[60..]), 1e-9{person m})/sum(startPopulation[60..]))
    )`,
    'Recent emigrants for each old resident (log), relative to the start: what work does not decide in a move, ' +
      'family does, and the old follow their children',
    { source: 'docs/theory/migration.md' }),
  departuresMost: parameter('1/year', 0.3,
    'Highest departure rate of an age', { source: '4.2.4', evidence: 'assumed' }),
  departures: equation('person m/year', `
    migrationLevel*population*halfYearSurvival
    *min(
      clip(
        departureRateStart
        *exp(
          migrationResponse*migrationGapByAge
          - if(
            age >= 18{year} and age <= 34{year},
            retentionOfTechnicians*(technicianShare - technicianShareStart),
            0
          )
          + (1 - workingWeight)*followPull
        ),
        0,
        departuresMost
      ),
      halfYearSurvival/1{year}
    )`,
    'People who leave, at most the survivors', { over: cells, symbol: 'Out', source: '4.2.4' }),
  nationalDeathRate: base('1/year',
    '(1 - exp(-nationalMortality*1{year}))/1{year}',
    'Share of a national cohort that dies in a year', { over: ['age'], source: '4.2.4' }),
  nationalCohorts: stock('person m', {
    over: ['age'],
    initial: 'nationalPopulation',
    outflow: 'nationalCohorts*nationalDeathRate',
    ageing: 'age',
    newborn: `
      nationalPopulation[0]*nationalFertility*sum(fertilityByAge*nationalCohorts)
      /sum(fertilityByAge*nationalPopulation)`,
    source: '4.2.4, docs/theory/migration.md',
  }, 'National cohorts, no migration; births follow the people of childbearing age and the fertility of the nation'),
  nationalParticipationGain: parameter('1/year', { low: 0, central: 0.002, high: 0.004 },
    'Yearly rise of the share of people who work in the nation: the retirement ages that rise from 2025 to 2040 ' +
      'add about 18 m of 740 m',
    { source: 'docs/theory/migration.md', evidence: 'assumed', sampled: false }),
  nationalWorkersFall: equation('1/year', `
    ln(sum(nationalCohorts[20..59])/max(sum(closing(nationalCohorts[20..59])), 1e-9{person m}))/1{year}
    - nationalParticipationGain`,
    'Yearly fall of the workforce of the nation', { over: [], source: '18, E6, docs/theory/migration.md' }),
  workingPool: equation('share',
    'ln(max(sum(nationalCohorts[20..59]), 1e-9{person m})/sum(nationalPopulation[20..59]))',
    'National cohorts of 20-59 (log), relative to the start', { over: [], source: 'docs/theory/migration.md' }),
  arrivalPool: equation('index', `
    exp(
      workingWeight*ln(max(nationalCohorts, 1e-9{person m})/max(nationalPopulation, 1e-9{person m}))
      + (1 - workingWeight)*workingPool
    )`,
    'Those who may arrive, by age, start = 1: national cohorts, but the old follow people of working age',
    { over: ['age'], symbol: 'pool', source: '4.2.4, docs/theory/migration.md' }),
  emigrantsAgeing: equation('share',
    'sum(arrivalsStart)/max(sum(arrivalsStart*arrivalPool), 1e-9{person m/year})',
    'Initial arrivals relative to arrivals by the national change in ages', { source: 'docs/theory/migration.md' }),
  returnShare: parameter('share', { low: 0.25, central: 0.4, high: 0.6 },
    'Share of the arrivals at the start who return', { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  recentYears: parameter('year', { low: 4, central: 6, high: 9 },
    'Years after leaving in which most returns happen',
    { source: 'docs/theory/migration.md', evidence: 'assumed', sampled: false }),
  recentEmigrantsStart: base('person m',
    'recentYears*sum(startPopulation*departureRateStart)',
    'People who left in recent years, at the start', { source: 'docs/theory/migration.md' }),
  recentEmigrants: stock('person m', {
    initial: 'recentEmigrantsStart',
    inflow: 'sum(departures)',
    outflow: 'recentEmigrants/recentYears',
    source: 'docs/theory/migration.md',
  }, 'People who left in recent years, among whom most of those who return are'),
  returnPull: equation('index',
    'recentEmigrants/max(recentEmigrantsStart, 1e-9{person m})',
    'Recent emigrants, start = 1', { source: 'docs/theory/migration.md' }),
  newcomersFromOpenness: parameter('share', { low: 0, central: 0.15, high: 0.3 },
    'Response of newcomers to the openness of household registration',
    { symbol: 'chi_ret', source: 'docs/theory/migration.md', evidence: 'secondary' }),
  newcomerPull: equation('index',
    '(laborForceBefore/laborForceStart)*exp(newcomersFromOpenness*beyondStandard(registrationOpenness))',
    'Pull on newcomers, and on the old who follow them: size of the labour market and openness of registration',
    { source: '4.2.4, E4, docs/theory/migration.md' }),
  arrivalsFromGrant: parameter('share', { low: 0.2, central: 0.4, high: 0.8 },
    'Weight of arrival grants, as part of the wage, for ages 20-39',
    { symbol: 'chi_pay', source: 'docs/theory/migration.md', evidence: 'assumed' }),
  grantAnnuity: parameter('1/year', 0.1,
    'Yearly worth of a one-off arrival grant', { source: '4.2.4', evidence: 'assumed' }),
  grantPull: equation('index',
    'exp(migrationResponse*arrivalsFromGrant*grantAnnuity*beyondStandard(arrivalGrant)/wageLastYear)',
    'Pull of arrival grants on ages 20-39', { source: '4.2.4, docs/theory/migration.md' }),
  arrivalPullByAge: equation('index',
    'arrivalPool*exp(-migrationResponse*migrationGapByAge)*if(age >= 20{year} and age <= 39{year}, grantPull, 1)',
    'Pull on arrivals by age: those who may arrive, migration gap and grants',
    { over: ['area', 'age'], source: '4.2.4, docs/theory/migration.md' }),
  newcomers: equation('person m/year',
    'migrationLevel*(1 - returnShare)*newcomerPull*(arrivalsStart*arrivalPullByAge)',
    'People who arrive for the first time', { over: cells, source: '4.2.4, docs/theory/migration.md' }),
  returnersWanted: equation('person m/year',
    'migrationLevel*returnShare*emigrantsAgeing*returnPull*(arrivalsStart*arrivalPullByAge)',
    'Emigrants who would return; they grow older as the nation does in which they live',
    { over: cells, source: 'docs/theory/migration.md' }),
  returnMost: parameter('1/year', 0.5,
    'Highest part of the living emigrants who return in a year',
    { source: 'docs/theory/migration.md', evidence: 'assumed' }),
  returnLimit: equation('share',
    'min(1, returnMost*emigrants/max(sum(returnersWanted), 1e-9{person m/year}))',
    'Share of those who would return that do: no more than half of all emigrants in a year',
    { source: 'docs/theory/migration.md' }),
  returners: equation('person m/year',
    'returnLimit*returnersWanted',
    'Emigrants who return', { over: cells, source: '4.2.4, docs/theory/migration.md' }),
  arrivals: equation('person m/year',
    'newcomers + returners',
    'People who arrive', { over: cells, symbol: 'In', source: '4.2.4' }),
  netMigration: equation('person m/year',
    'sum(arrivals) - sum(departures)',
    'Net migration in the year', { source: '4.2.4', outcome: true, region: 'sum' }),
  emigrantLoss: parameter('1/year', 0.012,
    'Emigrants lost a year through death and loosened ties', { source: '4.1', evidence: 'assumed' }),
  newcomersWhoLeave: parameter('share', { low: 0.4, central: 0.6, high: 0.8 },
    'Newcomers who leave again, of newcomers: they are no emigrants of the area',
    { source: 'docs/theory/migration.md', evidence: 'assumed', sampled: false }),
  emigrants: stock('person m', {
    initial: 'emigrantsStart',
    inflow: 'positive(sum(departures) - newcomersWhoLeave*sum(newcomers))',
    outflow: 'emigrantLoss*emigrants + sum(returners)',
    symbol: 'Emi', source: '4.1, docs/theory/migration.md',
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
