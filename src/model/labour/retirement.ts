/** Retirement ages: the statutory ones, the reform of 2024, and the age at which people retire. */

import { equation, parameter, part, stock } from '../../language/declare.ts'

export const retirement = part({
  retirementReformFrom: parameter('year', 2025,
    'Time from which the retirement reform of 2024 applies', { source: '5.1', evidence: 'official' }),
  policyFrom: parameter('year', 2026,
    'Time from which a policy may change the retirement age and public employment',
    { source: '5.1', evidence: 'assumed' }),
  retirementSpeedYears: equation('year',
    'positive(min(time, policyFrom) - retirementReformFrom) + positive(time - policyFrom)*retirementSpeed',
    'Years of the retirement reform completed at the chosen speed', { over: [], source: '5.1' }),
  retirementAdditionYears: parameter('year', 14,
    'Years over which a further rise of the retirement age is phased in', { source: '5.1', evidence: 'assumed' }),
  retirementAddition: equation('year',
    'retirementAge*clip((time - policyFrom)/retirementAdditionYears, 0, 1)',
    'Years added to the retirement age beyond the 2024 law', { over: [], symbol: 'dR', source: '5.1' }),
  retirementAgeMen: parameter('year', 60,
    'Retirement age of men before the reform', { source: '5.1, S45', evidence: 'official' }),
  retirementAgeCadres: parameter('year', 55,
    'Retirement age of women cadres before the reform', { source: '5.1, S45', evidence: 'official' }),
  retirementAgeWorkers: parameter('year', 50,
    'Retirement age of women workers before the reform', { source: '5.1, S45', evidence: 'official' }),
  retirementRise: parameter('year', 3,
    'Rise of the retirement age of men and women cadres in the reform', { source: '5.1, S45', evidence: 'official' }),
  retirementPace: parameter('share', 0.2,
    'Rise of the retirement age of men and women cadres, years in a year',
    { source: '5.1, S45', evidence: 'official' }),
  retirementRiseWorkers: parameter('year', 5,
    'Rise of the retirement age of women workers in the reform', { source: '5.1, S45', evidence: 'official' }),
  retirementStepWorkers: parameter('share', 3,
    'Years in which the retirement age of women workers rises by one year',
    { source: '5.1, S45', evidence: 'official' }),
  womenCadres: parameter('share', 0.45, 'Cadres among working women', { source: '5.1, S45', evidence: 'assumed' }),
  womenWorkers: parameter('share', 0.55, 'Workers among working women', { source: '5.1, S45', evidence: 'assumed' }),
  statutoryAge: equation('year', {
    male: 'retirementAgeMen + min(retirementRise, retirementPace*retirementSpeedYears) + retirementAddition',
    female: `
      womenCadres*(retirementAgeCadres + min(retirementRise, retirementPace*retirementSpeedYears))
      + womenWorkers*(retirementAgeWorkers + min(retirementRiseWorkers, retirementSpeedYears/retirementStepWorkers))
      + retirementAddition`,
  }, 'Statutory retirement age; women: 45 % cadres, 55 % workers', {
    over: ['sex'], symbol: 'R_stat', source: '5.1, S45',
  }),
  earlyRetirement: parameter('year', { low: 0.5, central: 1.3, high: 2.5 },
    'Years before the statutory age at which people retire', { symbol: 'early', source: '23.1', evidence: 'assumed' }),
  retirementAdjustment: parameter('1/year', { low: 0.2, central: 0.4, high: 0.8 },
    'Speed at which the effective retirement age follows the statutory one',
    { symbol: 'lam_R', source: '23.1', evidence: 'assumed' }),
  effectiveAge: stock('year', {
    over: ['sex'],
    initial: {
      male: 'retirementAgeMen - earlyRetirement + retirementTest',
      female: 'womenCadres*retirementAgeCadres + womenWorkers*retirementAgeWorkers - earlyRetirement + retirementTest',
    },
    inflow: 'retirementAdjustment*(statutoryAge + retirementTest - earlyRetirement - effectiveAge)',
    symbol: 'Reff', source: '5.2',
  }, 'Effective retirement age'),
  retirementAgeNow: equation('year',
    '(effectiveAge + closing(effectiveAge))/2',
    'Effective retirement age, mean of the step', { over: ['sex'], source: '5.2' }),
  retirementTest: parameter('year', 0,
    'Shift of all retirement ages, for the extreme-condition tests', { source: '25 X11, X12' }),
})
