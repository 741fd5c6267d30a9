/** Writes the end of the answer: the evidence behind the inputs, the audit of the accounts, and what to run next. */

import { evidenceGrades } from '../language/declare.ts'
import type { Grades } from '../analysis/evidence.ts'
import { number, tiny } from '../analysis/numbers.ts'
import { quarterOf } from '../analysis/years.ts'
import type { Screen } from './terminal/screen.ts'
import type { Answer } from '../analysis/verdict.ts'

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
