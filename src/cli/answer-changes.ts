/** Tables of the answer: what each package changes, and how the ranking depends on conditions. */

import type { AnswerReason } from '../analysis/answer-reasons.ts'
import { lowered } from '../language/lowered.ts'
import { changeIndicators, indicatorOf } from '../outcomes/catalogue.ts'
import { number, signed } from '../analysis/numbers.ts'
import { type Axis, axes, conditionAt, type Robustness } from '../analysis/robustness.ts'
import type { Answer } from '../analysis/verdict.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import type { Screen } from './terminal/screen.ts'
import { numberColumn, type TextColumn, textColumns } from './terminal/table.ts'

const changedPackages = ({ packages }: Answer) => packages.slice(1)

/** '+3.6' and '+2.1…+5.0', in % or in the unit of the indicator, and the chance of being better. */
const changesTable = (answer: Answer, screen: Screen): string =>
  screen.across(
    'Change',
    changedPackages(answer).map(({ id }) => id),
    changeIndicators.map(({ indicator, as, digits, scale }) => {
      const { names, better } = indicatorOf(indicator)
      const unit = as === 'percent' ? '%' : 'points'
      return {
        label: `${names.en}, ${unit}${better === 'lower' ? ' (lower is better)' : ''}`,
        cells: changedPackages(answer).map(({ changes }) => {
          const { low, median, high, chanceBetter } = changes[indicator]
          const band = `${signed(low * scale, digits)}…${signed(high * scale, digits)}`
          return [signed(median * scale, digits), band, `${number(100 * chanceBetter, 0)} %`]
        }),
      }
    }),
  )

const changesNote = (screen: Screen): string =>
  screen.aside(
    'Paired differences from current policy over the same simulations: the median, the middle 80 %, and the share of simulations in which the package does better.',
  )

/** The reasons why packages make an indicator clearly worse, and the command that gives details. */
const reasonsPart = (
  { region, packages }: Pick<Answer, 'region' | 'packages'>,
  reasons: readonly AnswerReason[],
  screen: Screen,
): string[] => {
  const [first] = reasons
  if (first === undefined) return []
  const lines = reasons.map(({ package: id, divisions }): [string, string] => [
    `${id} ${packages.find(one => one.id === id)?.name ?? ''}`.trimEnd(),
    reasonSentences(divisions, 'en').join(' '),
  ])
  const { package: id, variable, year } = first
  return [
    screen.paragraph(
      `Reasons why packages worsen an indicator: central projection for ${year} compared with current policy, with the effect that each cause alone has in the equation.`,
    ),
    screen.entries(lines),
    screen.aside(
      `For the contribution of each measure: heartland explain ${region} --policy ${id} --outcome ${variable}@${year}, or any other outcome, such as regionUnemployment@${year}.`,
    ),
  ]
}

/** What each package changes, and the reasons where it makes an indicator worse. */
export const changesPart = (answer: Answer, reasons: readonly AnswerReason[], screen: Screen): string[] => [
  changesTable(answer, screen),
  changesNote(screen),
  ...reasonsPart(answer, reasons, screen),
]

const axisNames: Readonly<Record<Axis, string>> = {
  regime: 'transfers',
  parameters: 'parameters',
  window: 'years',
  definition: 'ranked by',
}

const valueName = (robustness: Robustness, axis: Axis, id: string): string =>
  robustness.axes[axis].find(one => one.id === id)?.names.en ?? id

export const robustnessTable = (answer: Answer, robustness: Robustness, screen: Screen): string => {
  const columns: TextColumn[] = [
    ...textColumns('Package'),
    numberColumn('best, %', 0),
    numberColumn('best or tied, %', 0),
    numberColumn('regret, points', 0),
    ...textColumns('where'),
  ]
  const names = new Map(answer.packages.map(({ id, name }) => [id, `${id} ${name}`]))
  const rows = robustness.packages
    .toSorted((a, b) => b.amongBest - a.amongBest || a.largestRegret - b.largestRegret)
    .map(({ id, best, amongBest, largestRegret, regretWhere }) => [
      names.get(id) ?? id,
      100 * best,
      100 * amongBest,
      100 * largestRegret,
      axes
        .filter(axis => regretWhere[axis] !== robustness.standard[axis])
        .map(axis => lowered(valueName(robustness, axis, regretWhere[axis])))
        .join('; ') || 'standard conditions',
    ])
  return screen.table(columns, rows)
}

/** The best packages under each condition, the others being standard. */
export const conditionLines = (robustness: Robustness, screen: Screen): string => {
  const lines = axes.flatMap(axis =>
    robustness.axes[axis].map(({ id, names }): [string, string] => {
      const found = conditionAt(robustness, axis, id)
      const others = found.group.filter(one => one !== found.best)
      const tie = others.length === 0 ? '' : `, tied with ${others.join(', ')}`
      return [`${axisNames[axis]}: ${names.en}`, `best ${found.best}${tie}`]
    }),
  )
  return screen.entries(lines)
}

export const robustnessNote = ({ members, combinations }: Robustness, screen: Screen): string =>
  screen.paragraph(
    `${combinations.length} combinations of transfer regime, parameters, years and definition, ${members} paired simulations of each package in each pair of regime and parameters. The regret is the most by which a package falls short of the best, in percentage points of the measure used for ranking. Packages are tied where the paired difference is not significant at 5 % after Holm’s correction for multiple comparisons.`,
  )
