/** Participation by sex and age, before and after retirement, and the labour force. */

import { base, delay, equation, parameter, part, solved, table } from '../../language/declare.ts'

export const participation = part({
  primeMale: table('share', {
    argument: 'year',
    points: [
      [15, 0], [17, 0.1], [20, 0.5], [24, 0.8], [28, 0.95], [54, 0.94], [58, 0.92], [62, 0.9], [66, 0.8], [72, 0.5],
      [78, 0.2], [85, 0],
    ],
    source: '5.2', evidence: 'assumed',
  }, 'Participation of men before retirement, by age'),
  primeFemale: table('share', {
    argument: 'year',
    points: [
      [15, 0], [17, 0.08], [20, 0.48], [24, 0.76], [28, 0.86], [45, 0.85], [50, 0.84], [56, 0.8], [60, 0.75],
      [66, 0.55], [72, 0.3], [80, 0],
    ],
    source: '5.2', evidence: 'assumed',
  }, 'Participation of women before retirement, by age'),
  participationMost: parameter('share', 0.98,
    'Highest participation rate of an age', { source: '5.2', evidence: 'assumed' }),
  primeParticipation: base('share', {
    male: 'min(participationMost, primeMale(age))',
    female: 'min(participationMost, primeFemale(age))',
  }, 'Participation before retirement', { over: ['sex', 'age'], symbol: 'prime', source: '5.2' }),
  participationAfter: parameter('share', {
    male: { low: 0.15, central: 0.28, high: 0.4 },
    female: { low: 0.05, central: 0.12, high: 0.22 },
  }, 'Participation kept after retirement, of that before', {
    over: ['sex'], symbol: 'post', source: '23.1', evidence: 'assumed',
  }),
  olderParticipation: solved('share', {
    residual: 'sum(participationStart*startPopulation) - laborForceStart',
    between: ['0', '20'], nearest: true, symbol: 'z_r', source: '3(0), E7',
    note:
      'Some draws of the priors cannot reach the labour force even with nobody or nearly everybody working past ' +
      'retirement: they take the nearer bound, and start a little off its unemployment.',
  }, 'Scale of participation after retirement that gives the published labour force'),
  participationKeptMost: parameter('share', 0.95,
    'Highest part of prime participation kept after retirement', { source: '5.2', evidence: 'assumed' }),
  participationKept: base('share',
    'min(participationKeptMost, olderParticipation*participationAfter)',
    'Participation kept after retirement, of that before, scaled to the labour force',
    { over: ['area', 'sex'], symbol: 'post_r', source: '5.2' }),
  retirementSpread: parameter('year', 0.8,
    'Spread of the ages of retirement around the effective age', { source: '5.2', evidence: 'assumed' }),
  workingOddsMost: parameter('share', 700,
    'Largest odds (log) of working or not that are told apart: none is too large for a number',
    { source: '5.2', evidence: 'assumed' }),
  workingOdds: base('index',
    'exp(clip((retirementAgeMen - age - 0.5{year})/retirementSpread, -workingOddsMost, workingOddsMost))',
    'Odds of not being retired at an age, were the retirement age that of men before the reform',
    {
      over: ['age'], source: '5.2',
      note:
        'Retiring is logistic in age. The odds at another retirement age are a multiple of these, the same at all ' +
        'ages.',
    }),
  retiredChanceStart: base('share',
    '1/(1 + workingOdds*exp((effectiveAge - retirementAgeMen)/retirementSpread))',
    'Probability of being retired at the start, by age', { over: ['sex', 'age'], source: '5.2' }),
  participationStart: base('share',
    'primeParticipation*(1 - (1 - participationKept)*retiredChanceStart)',
    'Participation at the start', { over: ['area', 'sex', 'age'], source: '5.2' }),
  retiredChance: equation('share',
    '1/(1 + workingOdds*exp((retirementAgeNow - retirementAgeMen)/retirementSpread))',
    'Probability of being retired, by age', { over: ['sex', 'age'], source: '5.2' }),
  mothersPerPlace: parameter('share', { low: 0.08, central: 0.2, high: 0.35 },
    'Mothers who work because of a childcare place, per place',
    { source: 'docs/theory/levers.md', evidence: 'secondary' }),
  mothersReturned: equation('share', `
    mothersPerPlace*(carePlaces - standard(childcarePlaces))*residents0to2
    /max(sum(residentsNow[female, 22..39], age), 1e-9{person m})`,
    'Mothers who work because of childcare places beyond the standard, of women of 22-39',
    { source: 'docs/theory/levers.md' }),
  activeResidents: equation('person m', `
    if(
      age < 16{year},
      0,
      (
        primeParticipation*(1 - (1 - participationKept)*retiredChance)
        + if(
          sex = female and age >= 22{year} and age <= 39{year},
          min(mothersReturned, participationMost - primeParticipation),
          0
        )
      )*residentsNow
    )`,
    'Residents in the labour force; nobody may work before the age of 16',
    { over: ['area', 'sex', 'age'], symbol: 'part N', source: '5.2' }),
  activeByGroup: equation('person m', {
    young: 'sum(activeResidents[..39])',
    middle: 'sum(activeResidents[40..59])',
    old: 'sum(activeResidents[60..])',
  }, 'Labour force by age of the household member', { over: ['area', 'group'], source: '8.1' }),
  laborForce: equation('person m',
    'sum(activeByGroup)',
    'Labour force', { symbol: 'LF', source: '5.3', outcome: true }),
  laborForceBefore: delay('person m', { of: 'laborForce', initial: 'laborForceStart' },
    'Labour force in the previous step'),
  belowRetirementAge: equation('share',
    'clip((retirementAgeNow - age)/1{year}, 0, 1)',
    'People of an age who are below the retirement age', { over: ['sex', 'age'], source: '13.1' }),
  activeContributors: equation('person m',
    'sum(activeResidents*belowRetirementAge)',
    'Residents in the labour force below the retirement age', { source: '13.1' }),
})
