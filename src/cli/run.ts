/** `heartland run` shows the central projection of a region under a policy: central parameters, no shocks. */

import { lowered } from '../language/lowered.ts'
import { fitSentence } from '../analysis/fitted-model.ts'
import type { Command } from 'commander'
import { overwriteOption } from './common-options.ts'
import { criteria } from '../model/criteria.ts'
import { announceRun } from './announce.ts'
import { quarterOf, tiny } from './answer-foot.ts'
import {
  type CentralRun,
  centralRun,
  defaultYears,
  runRecord,
  type Where,
  whereCalled,
  type YearRow,
} from '../analysis/central-run.ts'
import type { Choice } from '../analysis/choice.ts'
import { addChoice, type ChoiceOptions, chooseFor, linkTo, openChosen } from './choice.ts'
import { modelHash } from '../analysis/fingerprint.ts'
import { yearTitle } from '../analysis/outcomes.ts'
import { costSentence, yearHead } from '../questions/core/cost-sentence.ts'
import { refuseSave, saveScenario } from './scenario-file.ts'
import { note, print, printJson, type Session } from './session.ts'
import { number } from '../analysis/numbers.ts'
import { type Screen, screenOf } from './terminal/screen.ts'
import { numberColumns, textColumns } from './terminal/table.ts'
import { parseYears } from '../analysis/years.ts'

interface RunOptions extends ChoiceOptions {
  readonly years?: string
  readonly area?: string
  readonly save?: string
  readonly overwrite?: boolean
  readonly link?: boolean
}

/** Cell of a table as people are shown it. */
export const shownValue = ({ indicator }: YearRow, value: number | undefined): string | null =>
  value === undefined ? null : number(value * indicator.shown.scale, indicator.shown.digits)

const yearTable = (rows: readonly YearRow[], years: readonly number[], screen: Screen): string =>
  screen.table(
    [...textColumns(yearHead), ...numberColumns(...years.map(String))],
    rows.map(row => [yearTitle(row.indicator), ...row.values.map(value => shownValue(row, value))]),
  )

const criteriaSentence = ({ met }: CentralRun): string => {
  const told = criteria.map(({ id, names }) => `${id} ${lowered(names.en)} ${met[id] ? 'met' : 'not met'}`)
  return `Criteria in this run: ${told.join(', ')}. One run shows a single path without its uncertainty; for probabilities, run \`heartland answer\`.`
}

const page = (choice: Choice, where: Where, years: readonly number[], result: CentralRun, screen: Screen): string => {
  const { scenario, open } = choice
  const assumed = Object.entries(scenario.assumptions).map(([name, value]) => `${name} = ${value}`)
  const { largestResidual, where: at, when } = result.audit
  return [
    `${screen.heading(`${where.name}: ${scenario.name}`)}  ${screen.colours.dim('central projection, no shocks')}`,
    [yearTable(result.rows, years, screen), screen.aside('Start-year prices.')].join('\n'),
    screen.paragraph(costSentence(result, open.region.currency)),
    ...(assumed.length > 0 ? [screen.paragraph(`Your assumptions: ${assumed.join(', ')}.`)] : []),
    screen.paragraph(criteriaSentence(result)),
    [
      screen.aside(
        `${fitSentence(choice.open.region)} The largest residual of the accounts is ${tiny(largestResidual)} of output (${at}, ${quarterOf(when)}).`,
      ),
      screen.aside(`Model ${modelHash(open.linked.source)}, data ${open.region.hash}.`),
    ].join('\n'),
  ].join('\n\n')
}

const runOnce = (session: Session, word: string, options: RunOptions): void => {
  const open = openChosen(word, options)
  const choice = chooseFor(open, word, options)
  const years = options.years === undefined ? defaultYears(open) : parseYears(open, options.years)
  const where = whereCalled(open, options.area)
  refuseSave(options)
  const result = announceRun(session, choice, () => centralRun(choice, where, years))
  if (options.json === true) printJson(session, runRecord(choice, where, years, result))
  else print(session, page(choice, where, years, result, screenOf(session.out)))
  saveScenario(session, open, choice.scenario, options)
  if (options.link === true) note(session, `link (append it to the address of the app):\n${linkTo(choice)}`)
}

export const define = (command: Command, session: Session): void => {
  command
    .option('-y, --years <years>', 'years to show, such as 2026,2030,2040, or all')
    .option('-a, --area <area>', 'one area of the region, such as CN-LN')
    .option('--json', 'print the result as JSON')
    .option('--save <file>', 'save the scenario to a file that can be run, compared and shared')
    .option(...overwriteOption)
    .option('--link', 'print a link that contains the scenario, for the app and for this command')
  addChoice(command).action((word: string, options: RunOptions) => runOnce(session, word, options))
}
