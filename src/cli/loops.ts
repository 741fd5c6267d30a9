/** `heartland loops` shows whether each named feedback loop is active in a run, its direction and its strength. */

import type { Command } from 'commander'
import { type MeasuredLoop, leversOn, loopStart, loopYears, measureLoops } from '../analysis/explain/loops.ts'
import { wholeNumber } from '../analysis/usage.ts'
import { number, signed } from '../analysis/numbers.ts'
import { announce } from './announce.ts'
import { addChoice, type ChoiceOptions, choose, isSaved, openChosen } from './choice.ts'
import { print, printJson, type Session } from './session.ts'
import { aside, heading } from './terminal/page.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { textTable } from './terminal/table.ts'
import { areaCalled } from '../analysis/central-run.ts'

interface LoopsOptions extends ChoiceOptions {
  readonly area?: string
  readonly from: string
  readonly years: string
  readonly json?: boolean
}

/** In per cent; small values in scientific notation. */
const gainText = (gain: number): string =>
  gain === 0
    ? '0'
    : Math.abs(gain) >= 0.0005
      ? `${signed(gain * 100, 1)} %`
      : `${gain > 0 ? '+' : ''}${(gain * 100).toExponential(0)} %`

const way = ({ arrows }: MeasuredLoop, names: ReadonlyMap<string, string>): string =>
  arrows.map(({ from, sign }) => `${names.get(from) ?? from} ${sign > 0 ? '+→' : sign < 0 ? '−→' : '0→'}`).join(' ')

/** One loop a row. */
export const loopLines = (loops: readonly MeasuredLoop[], screen: Screen): string =>
  textTable(
    [
      { header: 'Loop', kind: 'text' },
      { header: 'Links', kind: 'text' },
      { header: 'effect here', kind: 'text' },
      { header: 'gain', kind: 'number' },
    ],
    loops.map(loop => {
      const names = new Map(loop.shown.map(({ variable, name }) => [variable, name]))
      const levers = leversOn(loop)
      return [
        `${loop.id} ${loop.name}`,
        `${way(loop, names)}${levers.length === 0 ? '' : ` (levers: ${levers.join(', ')})`}`,
        loop.acts === loop.sign ? loop.acts : loop.acts === 'none' ? 'not active' : `${loop.acts}, not ${loop.sign}`,
        gainText(loop.gain),
      ]
    }),
    screen,
  )

const loops = (session: Session, word: string, options: LoopsOptions): void => {
  const open = openChosen(word, options)
  const choice = choose(open, isSaved(word) ? word : options.policy, options)
  const { region, simulator } = open
  const [first, last] = [Math.floor(region.start), simulator.horizon.end]
  const from = wholeNumber('--from', options.from, first, last - 1)
  const years = wholeNumber('--years', options.years, 1, last - from)
  const area = options.area === undefined ? undefined : areaCalled(open, options.area)
  const { policy, assumptions, name } = choice.scenario
  const found = measureLoops(
    open,
    { policy, assumptions },
    { from, years, ...(area === undefined ? {} : { area: area.element }) },
  )
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      region: region.id,
      of: area?.name ?? region.names.en,
      scenario: choice.scenario,
      from,
      years,
      loops: found,
    })
    return
  }
  const screen = screenOf(session.out)
  print(
    session,
    [
      heading(`${area?.name ?? region.names.en}: feedback loops from ${from}, ${name}`, screen),
      loopLines(found, screen),
      aside(
        `Gain: the first variable is held 1 % higher for ${number(years, 0)} years, and the effect is followed along this loop alone; the gain is the share of that increase that has returned by the end. +: same direction, −: opposite direction, 0: no effect here.`,
        screen,
      ),
    ].join('\n\n'),
  )
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--from <year>', 'year from which the first variable is held higher', String(loopStart))
    .option('--years <number>', 'number of years for which it is held higher', String(loopYears))
    .option('-a, --area <area>', 'one area, such as CN-LN (default: the whole region)')
    .option('--json', 'print every link as JSON')
  addChoice(command)
    .addHelpText(
      'after',
      '\nExamples:\n  heartland loops northeast\n  heartland loops northeast --policy H --from 2032 --area CN-JL',
    )
    .action((word: string, options: LoopsOptions) => loops(session, word, options))
}
