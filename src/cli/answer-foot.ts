/** Writes the end of the answer: the evidence behind the inputs, the audit of the accounts, and what to run next. */

import { evidenceGrades } from '../language/declare.ts'
import type { Grades } from '../analysis/evidence.ts'
import { number } from '../analysis/numbers.ts'
import type { Screen } from './terminal/screen.ts'
import type { Answer } from '../analysis/verdict.ts'

/** 3e-15 -> '3 × 10^-15'. */
export const tiny = (value: number): string => {
  if (value === 0 || !Number.isFinite(value)) return String(value)
  const [mantissa, exponent] = value.toExponential(0).split('e')
  return `${mantissa} × 10^${Number(exponent)}`
}

/** 2030.25 -> '2030, quarter 2'. */
export const quarterOf = (time: number): string => {
  const year = Math.floor(time + 1e-6)
  return `${year}, quarter ${Math.round((time - year) * 4) + 1}`
}

const grades = (counts: Grades): string => {
  const all = evidenceGrades.reduce((sum, grade) => sum + counts[grade], 0)
  const parts = evidenceGrades.map(grade => `${number((100 * counts[grade]) / Math.max(1, all), 0)} % ${grade}`)
  return `${all}: ${parts.join(', ')}`
}

export const assumedLines = ({ evidence, assumptions }: Answer, screen: Screen): string => {
  const own = Object.entries(assumptions).map(([name, value]) => `${name} = ${value}`)
  return screen.entries([
    ['initial data', grades(evidence.figures)],
    ['exogenous paths', grades(evidence.paths)],
    ['uncertain parameters', grades(evidence.parameters)],
    ...(own.length > 0 ? [['your assumptions', own.join(', ')] as const] : []),
  ])
}

export const accountsLine = ({ audit }: Answer, screen: Screen): string =>
  screen.paragraph(
    `Audit: all accounts balance in ${number(audit.runs, 0)} runs of ${audit.steps} quarters. The largest residual is ${tiny(audit.largestResidual)} of output ` +
      `(${audit.where}, ${quarterOf(audit.when)}, package ${audit.package}, simulation ${audit.member}); the tolerance is ${tiny(audit.tolerance)}.`,
  )

export const identityLine = (answer: Answer, screen: Screen): string => {
  const { region, seed, members, model, data } = answer
  return [
    screen.aside(`To reproduce this result: model ${model}, data ${data}, seed ${seed}, ${members} simulations.`),
    '',
    screen.entries([
      ['Causes', `heartland trace regionDebtToGdp --region ${region} --year 2037 --policy G`],
      ['Comparison', `heartland compare A G --region ${region}`],
      ['Your own policy', `heartland run ${region} --set publicInvestment=1@2027`],
      ['All numbers', `heartland answer ${region} --json`],
    ]),
  ].join('\n')
}
