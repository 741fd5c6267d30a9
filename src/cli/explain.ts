/** `heartland explain` divides the effect of a policy among its levers. */

import { UsageError } from '../language/reported-error.ts'
import { commandMessages } from './messages.ts'
import type { Command } from 'commander'
import {
  type ExplainedChange,
  explainPolicy,
  explainSource,
  explainTheme,
  outcomeAt,
  type PartShare,
} from '../analysis/explain/change.ts'
import { reasonMessages } from '../analysis/explain/messages.ts'
import { type Division, reasonsOf } from '../analysis/explain/reasons.ts'
import { valuesOfRun } from '../analysis/explain/tree.ts'
import { lowered } from '../language/lowered.ts'
import { meansRemark } from '../analysis/mean-of-year.ts'
import type { OpenRegion } from '../analysis/simulation.ts'
import { type Shown, shownAs } from '../analysis/explain/shown.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { number, signed, tiny } from '../analysis/numbers.ts'
import { announce } from './announce.ts'
import type { Choice } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { reasonSentences } from '../analysis/explain/reasons-in-words.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { type Cell, numberColumns, textColumns } from './terminal/table.ts'
import { runManyOf } from './wasm-module.ts'

interface ExplainOptions extends ChoiceOptions {
  readonly outcome: string
  readonly theme?: string
}

const change = (value: number, { scale, digits }: Shown): string => signed(value * scale, digits)

const partRows = (parts: readonly PartShare[], shown: Shown, indent = ''): Cell[][] =>
  parts.map(({ label, value, alone, together }) => [
    `${indent}${label}`,
    change(value, shown),
    change(alone, shown),
    change(together, shown),
  ])

const splitTable = (
  split: ExplainedChange,
  within: ReadonlyMap<string, readonly PartShare[]>,
  screen: Screen,
): string => {
  const { outcome, parts } = split
  const shown = shownAs(outcome.variable, outcome.unit)
  return screen.table(
    [...textColumns(`Measure, ${shown.changeUnit}`), ...numberColumns('contribution', 'alone', 'joint')],
    [
      ...parts.flatMap(part => [...partRows([part], shown), ...partRows(within.get(part.id) ?? [], shown, '  ')]),
      [
        'Total',
        change(split.change, shown),
        change(split.change - split.together, shown),
        change(split.together, shown),
      ],
    ],
  )
}

const pairSentence = (split: ExplainedChange): string | undefined => {
  const shown = shownAs(split.outcome.variable, split.outcome.unit)
  const label = (id: string): string => lowered(split.parts.find(part => part.id === id)?.label ?? id)
  const told = split.pairs
    .filter(({ value }) => Math.abs(value * shown.scale) >= 0.5 * 10 ** -shown.digits)
    .slice(0, 3)
    .map(({ first, second, value }) => `${label(first)} with ${label(second)} ${change(value, shown)}`)
  return told.length === 0
    ? undefined
    : `Largest joint effects of two measures, beyond the sum of their separate effects: ${told.join('; ')}.`
}

const headOf = (split: ExplainedChange): string => {
  const { outcome, before, after } = split
  const { scale, digits, unit, changeUnit } = shownAs(outcome.variable, outcome.unit)
  const value = (one: number): string => `${number(one * scale, digits)} ${unit}`.trimEnd()
  return `${outcome.doc}: ${value(after)} instead of ${value(before)}, ${signed((after - before) * scale, digits)} ${changeUnit}.`
}

const leftOver = ({ relativeLeftOver, runs }: ExplainedChange): string =>
  `Shapley values from ${runs} runs: the contributions add up to the change; the largest residual of any quarter is ${tiny(relativeLeftOver)} of the largest change.`

/** Of an outcome without labels: by which equations the change from current policy comes about, in the last year of it. */
const reasonsFor = (
  open: OpenRegion,
  { policy, assumptions }: Choice['scenario'],
  { growth, series, variable, recorded }: ExplainedChange['outcome'],
  year: number,
): Division[] =>
  growth || series !== variable || recorded !== undefined || Object.keys(policy).length === 0
    ? []
    : reasonsOf(open, variable, year, valuesOfRun(open, { assumptions }), valuesOfRun(open, { policy, assumptions }))

const explain = (session: Session, word: string, options: ExplainOptions): void => {
  const open = openChosen(word, options)
  const choice: Choice = chooseFor(open, word, options)
  const { policy, assumptions, name } = choice.scenario
  const assumed = Object.keys(assumptions).length > 0
  if (Object.keys(policy).length === 0 && !assumed) {
    throw new UsageError(commandMessages.nothingDiffers())
  }
  const outcome = outcomeAt(open, options.outcome)
  const many = runManyOf(open)
  const split = explainPolicy(open, policy, outcome, { assumptions, many })
  const source = assumed ? explainSource(open, policy, assumptions, outcome, { many }) : undefined
  const themes =
    options.theme === undefined
      ? []
      : options.theme === 'all'
        ? split.parts.filter(({ kind }) => kind === 'theme').map(({ id }) => id)
        : [options.theme]
  const within = new Map(
    themes.map(theme => [theme, explainTheme(open, policy, theme, outcome, { assumptions, many })]),
  )
  const year = Math.ceil(outcome.to) - 1
  const why = reasonsFor(open, choice.scenario, outcome, year)
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      region: open.region.id,
      ...madeWith(open),
      scenario: choice.scenario,
      policy: split,
      within: Object.fromEntries(within),
      source: source ?? null,
      reasons: why,
      calibrated: open.region.parameters !== undefined,
    })
    return
  }
  const screen = screenOf(session.out)
  const pairs = pairSentence(split)
  const remark = outcome.growth ? undefined : meansRemark(open, [{ ...outcome, window: [outcome.from, outcome.to] }])
  const themed = split.parts.some(({ kind }) => kind === 'theme')
  print(
    session,
    [
      `${screen.heading(`${open.region.names.en}: ${name}, ${outcome.text}`)}  ${screen.colours.dim('central projection, no shocks')}`,
      ...(split.parts.length === 0
        ? []
        : [
            screen.paragraph(headOf(split)),
            ...(remark === undefined ? [] : [screen.aside(`${remark.text.en}.`)]),
            splitTable(split, within, screen),
            ...(pairs === undefined ? [] : [screen.paragraph(pairs)]),
            screen.aside(
              `${leftOver(split)} “Alone” is the effect of the measure by itself, “joint” half of its joint effects with each other measure.${themed && within.size === 0 ? ' To see the levers of a theme, add --theme all or --theme with its name.' : ''}`,
            ),
          ]),
      ...(source === undefined
        ? []
        : [
            screen.paragraph(`Compared with current policy under the standard assumptions. ${headOf(source)}`),
            splitTable(source, new Map(), screen),
          ]),
      ...(why.length === 0
        ? []
        : [
            [
              screen.heading(reasonMessages.head({ year }).text.en),
              ...reasonSentences(why, 'en').map(text => screen.paragraph(text)),
            ].join('\n'),
          ]),
    ].join('\n\n'),
  )
}

export const define = (command: Command, session: Session): void => {
  command
    .requiredOption(
      '-o, --outcome <name@time>',
      'outcome to explain, such as regionDebtToGdp@2035, regionOutput@2033-2037 or output[CN-LN]@2040Q4',
    )
    .option(
      '--theme <theme>',
      'also show the levers of one theme, or of all (more than ten levers are grouped by theme)',
    )
    .option('--json', 'print everything as JSON, with the contributions in every quarter')
  addChoice(command).action((word: string, options: ExplainOptions) => explain(session, word, options))
}
