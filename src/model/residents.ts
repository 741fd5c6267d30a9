/** Residents between the counts of two Decembers. */

import { base, equation, parameter, sector } from '../language/declare.ts'

export const residents = sector('Residents within the year', {
  over: ['area'],
  doc:
    'People are interpolated between 1 January and 31 December for use within the year; the next year starts from ' +
    'the count of December.',
}, {
  yearShare: equation('share',
    'time/1{year} - floor(time/1{year}) + timeStep/2{year}',
    'Share of the year that has passed at the middle of the step', { over: [], source: '4.2.7' }),
  residentsNow: equation('person m',
    'population + yearShare*(closing(population) - population)',
    'Residents by sex and age in the step', { over: ['area', 'sex', 'age'], symbol: 'N_q', source: '4.2.7' }),
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
