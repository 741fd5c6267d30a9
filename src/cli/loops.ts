/** `heartland loops` shows the named feedback loops of a run: direction, strength, and which dominate in which year. */

import type { Command } from 'commander'
import {
  type MeasuredLoop,
  type RankedLoop,
  leversOn,
  loopStart,
  loopsThrough,
  loopYears,
  measureLoops,
  rankLoops,
  scoreYears,
} from '../analysis/explain/loops.ts'
import { outcomeAt } from '../analysis/explain/change.ts'
import { wholeNumber } from '../analysis/usage.ts'
import { number, signed } from '../analysis/numbers.ts'
import { announce } from './announce.ts'
import { addChoice, type ChoiceOptions, chooseFor, openChosen } from './choice.ts'
import { print, printJson, type Session } from './session.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { numberColumns, textColumns } from './terminal/table.ts'
import { areaCalled } from '../analysis/central-run.ts'

interface LoopsOptions extends ChoiceOptions {
  readonly area?: string
  readonly outcome?: string
  readonly from: string
  readonly years: string
}

/** In per cent, a small one with two digits; '<0.01 %' where less than that returns. */
const gainText = (gain: number): string => {
  const size = Math.abs(gain)
  if (gain === 0) return '0'
  return size < 0.00005 ? '<0.01 %' : `${signed(gain * 100, size < 0.0005 ? 2 : 1)} %`
}

const way = ({ arrows }: MeasuredLoop, names: ReadonlyMap<string, string>): string =>
  arrows.map(({ from, sign }) => `${names.get(from) ?? from} ${sign > 0 ? '+→' : sign < 0 ? '−→' : '0→'}`).join(' ')

/** One loop a row. */
export const loopLines = (loops: readonly RankedLoop[], screen: Screen): string =>
  screen.table(
    [...textColumns('Loop', 'Links', 'effect here'), ...numberColumns('gain', 'share')],
    loops.map(loop => {
      const names = new Map(loop.shown.map(({ variable, name }) => [variable, name]))
      const levers = leversOn(loop)
      return [
        `${loop.id} ${loop.name}`,
        `${way(loop, names)}${levers.length === 0 ? '' : ` (levers: ${levers.join(', ')})`}`,
        loop.acts === loop.sign ? loop.acts : loop.acts === 'none' ? 'not active' : `${loop.acts}, not ${loop.sign}`,
        gainText(loop.gain),
        `${number(loop.meanShare * 100, 1)} %`,
      ]
    }),
  )

/** Years of a table: the last of every so many. */
const yearsApart = 3

/** One loop a row, its share of the behaviour in some years. */
const shareLines = (loops: readonly RankedLoop[], years: readonly number[], screen: Screen): string => {
  const shown = years.flatMap((year, at) => ((years.length - 1 - at) % yearsApart === 0 ? [{ year, at }] : []))
  return screen.table(
    [...textColumns('Loop'), ...numberColumns(...shown.map(({ year }) => `${year}`))],
    loops.map(({ id, name, shares }) => [`${id} ${name}`, ...shown.map(({ at }) => signed(shares[at] * 100, 0))]),
  )
}

const loops = (session: Session, word: string, options: LoopsOptions): void => {
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const { region, simulator } = open
  const [first, last] = [Math.floor(region.start), simulator.horizon.end]
  const from = wholeNumber('--from', options.from, first, last - 1)
  const years = wholeNumber('--years', options.years, 1, last - from)
  const area = options.area === undefined ? undefined : areaCalled(open, options.area)
  const { policy, assumptions, name } = choice.scenario
  const outcome = options.outcome === undefined ? undefined : outcomeAt(open, `${options.outcome}@${from}`)
  const measured = measureLoops(
    open,
    { policy, assumptions },
    { from, years, ...(area === undefined ? {} : { area: area.element }) },
  )
  const found = outcome === undefined ? rankLoops(measured) : loopsThrough(open, measured, outcome.variable)
  const scored = scoreYears(open)
  announce(session, choice)
  if (options.json === true) {
    printJson(session, {
      region: region.id,
      of: area?.name ?? region.names.en,
      scenario: choice.scenario,
      from,
      years,
      outcome: outcome?.variable ?? null,
      scoreYears: scored,
      loops: found,
    })
    return
  }
  const screen = screenOf(session.out)
  print(
    session,
    [
      screen.heading(
        `${area?.name ?? region.names.en}: feedback loops ${outcome === undefined ? '' : `through ${outcome.doc} `}from ${from}, ${name}`,
      ),
      loopLines(found, screen),
      screen.aside(
        `Gain: the first variable is held 1 % higher for ${number(years, 0)} years and the effect is followed along this loop alone; the gain is the share of the increase that has returned by the end. +: same direction, −: opposite direction, 0: no effect here.`,
      ),
      screen.heading(`Share of each loop in the combined score, ${scored[0]} to ${scored.at(-1)}, in %`),
      shareLines(found, scored, screen),
      screen.aside(
        'Share: the score of a loop in a year (Loops that Matter: Schoenberg, Davidsen and Eberlein 2020, corrected 2023), relative to the scores of all loops listed, average of the areas; + reinforcing, − balancing. The score is the product, over the links of the loop, of the part of a variable’s change from the previous year that the preceding variable explains. The column “share” above is the average over the years, without sign. Loops that the model does not name are not included.',
      ),
    ].join('\n\n'),
  )
}

export const define = (command: Command, session: Session): void => {
  command
    .option('--from <year>', 'year from which the first variable is held higher', String(loopStart))
    .option('--years <number>', 'number of years for which it is held higher', String(loopYears))
    .option('-a, --area <area>', 'one area, such as CN-LN (default: the whole region)')
    .option('-o, --outcome <variable>', 'only the loops that pass through this outcome, such as regionUnemployment')
    .option('--json', 'print every link and every year as JSON')
  addChoice(command).action((word: string, options: LoopsOptions) => loops(session, word, options))
}
