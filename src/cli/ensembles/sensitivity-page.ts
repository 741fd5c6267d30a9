/** Lays out the parameters with the largest influence beside the evidence for each. */

import type { Estimate } from '../../engine/sensitivity.ts'
import { number } from '../../analysis/numbers.ts'
import type { FactorInfo, OutcomeSensitivity, Sensitivity } from '../../analysis/sensitivity.ts'
import { priorText } from '../region-lists.ts'
import type { Screen } from '../terminal/screen.ts'
import { numberColumns, type TextColumn, textColumns } from '../terminal/table.ts'

const percentOf = ({ value, low, high }: Estimate): string =>
  `${number(value * 100, 0)} (${number(low * 100, 0)} to ${number(high * 100, 0)})`

const columns = (influence: readonly string[]): TextColumn[] => [
  ...textColumns('Parameter', 'evidence'),
  ...numberColumns(...influence),
  ...textColumns('', 'description'),
]

const rangeOf = ({ prior, unit }: FactorInfo): string =>
  prior === undefined ? '' : `: ${priorText(prior)}${unit === 'share' ? '' : ` ${unit}`}`

const described = (info: FactorInfo): string => `${info.doc}${rangeOf(info)}`

const sobolTable = ({ sobol = [] }: OutcomeSensitivity, most: number, screen: Screen): string =>
  screen.table(
    columns(['total, %', 'alone, %']),
    sobol
      .slice(0, most)
      .map(factor => [
        factor.name,
        factor.evidence,
        percentOf(factor.total),
        percentOf(factor.first),
        Math.abs(factor.direction) < 0.05 ? '' : factor.direction > 0 ? '+' : '−',
        described(factor),
      ]),
  )

const morrisTable = ({ morris = [] }: OutcomeSensitivity, most: number, screen: Screen): string => {
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(morris[0]?.size.value ?? 1, 1e-12))))
  const shown = (value: number): string => number(value, Math.min(8, digits))
  return screen.table(
    columns(['effect', 'spread']),
    morris
      .slice(0, most)
      .map(factor => [
        factor.name,
        factor.evidence,
        `${shown(factor.size.value)} (${shown(factor.size.low)} to ${shown(factor.size.high)})`,
        shown(factor.spread),
        Math.abs(factor.mean) < factor.size.value / 2 ? '' : factor.mean > 0 ? '+' : '−',
        described(factor),
      ]),
  )
}

/** The share of the variance due to parameters of each evidence grade, as far as they act alone. */
const byEvidence = ({ sobol }: OutcomeSensitivity): string => {
  if (sobol === undefined) return ''
  const shares = new Map<string, number>()
  for (const { name, evidence, first } of sobol) {
    const grade = evidence === '' ? name : evidence
    shares.set(grade, (shares.get(grade) ?? 0) + Math.max(0, first.value))
  }
  const all = [...shares].toSorted(([, a], [, b]) => b - a)
  const interactions = Math.max(0, 1 - all.reduce((sum, [, value]) => sum + value, 0))
  const words = all.map(
    ([grade, value]) => `${grade === 'shocks' ? 'random shocks' : `${grade} parameters`} ${number(value * 100, 0)} %`,
  )
  return `Shares of the variance: ${words.join(', ')}, interactions ${number(interactions * 100, 0)} %.`
}

export const sensitivityPage = (found: Sensitivity, most: number, screen: Screen): string => {
  const { region, scenario, design, runs, seed, outcomes } = found
  const isMorris = design.kind === 'morris'
  const legend = isMorris
    ? 'Effect: average size of the change when the parameter moves through 90 % of its range and all others vary within theirs. Spread: its standard deviation, which reflects interactions and curvature. 95 % intervals. No shocks.'
    : 'Total: share of the variance that would remain if everything else were known. Alone: share that would disappear if this parameter were known. 95 % intervals from the bootstrap. + raises, − lowers.'
  return [
    `${screen.heading(`${region}: ${scenario}`)}  ${screen.colours.dim(`${isMorris ? 'Morris screening' : 'Sobol indices'}, ${number(runs, 0)} runs, seed ${seed}`)}`,
    ...outcomes.flatMap(one => [
      [
        screen.paragraph(
          `${one.outcome}: ${one.title}. Mean ${number(one.mean)}, standard deviation ${number(one.deviation)}. ${byEvidence(one)}`.trim(),
        ),
        isMorris ? morrisTable(one, most, screen) : sobolTable(one, most, screen),
      ].join('\n\n'),
    ]),
    [
      screen.aside(legend),
      screen.aside(
        'Evidence: official, secondary, derived or assumed. Better data would help most for assumed parameters high on the list.',
      ),
    ].join('\n'),
  ].join('\n\n')
}
