/** The command of a declared question: its options follow from its inputs. */

import type { Command } from 'commander'
import { csvFormatRows } from 'd3-dsv'
import { UsageError } from '../../language/reported-error.ts'
import { answer, prepare, recordOf, reportOf, type Subject } from '../../questions/core/ask.ts'
import { tidyRows } from '../../questions/core/frames.ts'
import { questionMessages } from '../../questions/core/messages.ts'
import type { AnyQuestion } from '../../questions/core/question.ts'
import { jsonOf, listOf, ownInputs, schemaOf } from '../../questions/core/schema.ts'
import { firstRegion } from '../../regions/first-region.ts'
import { addChoice, type ChoiceOptions, choose, chooseFor, isSaved, openChosen } from '../choice.ts'
import {
  addAssumptions,
  addOutside,
  addPacks,
  collectValues,
  languageFrom,
  languageOption,
  overwriteOption,
  threadsOption,
} from '../common-options.ts'
import { assumptionsFrom, openWith } from '../opening.ts'
import { readScenario } from '../scenario-file.ts'
import { note, print, printJson, type Session } from '../session.ts'
import { screenOf } from '../terminal/screen.ts'
import { withRuns } from './runs.ts'
import { reportOn } from './terminal.ts'
import { writeWorkbook } from './workbook.ts'

type Options = ChoiceOptions & {
  readonly lang: string
  readonly region?: string
  readonly csv?: boolean
  readonly xlsx?: string
  readonly overwrite?: boolean
  readonly full?: boolean
}

/** The region and the policies that the words and options of a command name. */
const subjectOf = ({ about }: AnyQuestion, words: readonly string[], options: Options): Subject => {
  const [word] = words
  if (about === 'region') {
    const open = openWith(word!, options)
    return { open, choices: [], assumptions: assumptionsFrom(open, options) }
  }
  if (about === 'scenario') {
    const choice = chooseFor(openChosen(word!, options), word!, options)
    return { open: choice.open, choices: [choice] }
  }
  const file = words.find(isSaved)
  const open = openWith(options.region ?? (file === undefined ? firstRegion : readScenario(file).region), options)
  return { open, choices: words.map(one => choose(open, one, options)) }
}

const optionNamed = (input: string): string => `--${input.replaceAll(/[A-Z]/g, one => `-${one.toLowerCase()}`)}`

/** The inputs that were given, as JSON. */
const givenIn = (of: AnyQuestion, options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    ownInputs(of).flatMap(([name, input]) => {
      const words = options[name] as string | boolean | readonly string[] | undefined
      return words === undefined ? [] : [[name, jsonOf(input, words)]]
    }),
  )

const ask = async (of: AnyQuestion, session: Session, words: readonly string[], options: Options): Promise<void> => {
  if (options.csv === true && options.json === true) throw new UsageError(questionMessages.csvAndJson())
  const language = languageFrom(options.lang)
  const subject = subjectOf(of, words, options)
  const prepared = prepare(of, subject, givenIn(of, options as never), { called: optionNamed })
  const answered = await withRuns(subject.open, { threads: options.threads, err: session.err }, runs =>
    answer(prepared, runs),
  )
  for (const text of answered.notes) note(session, text)
  if (answered.unbalanced !== undefined) {
    note(session, `heartland: ${answered.unbalanced.text.en}`)
    session.exitCode = 1
  }
  const report = reportOf(prepared, answered)
  if (options.xlsx !== undefined) await writeWorkbook(report, language, options.xlsx, options.overwrite === true)
  if (options.json === true) printJson(session, recordOf(prepared, answered))
  else if (options.csv === true)
    print(
      session,
      csvFormatRows((of.csv?.(prepared.asked, answered.found) ?? tidyRows(report, language)).map(row => [...row])),
    )
  else print(session, reportOn(report, screenOf(session.out, language), options.full === true))
}

const regionOption = ['-r, --region <region>', `the region (default: the one in the file, or ${firstRegion})`] as const

const addInputs = (command: Command, of: AnyQuestion): void => {
  for (const [name, input] of ownInputs(of)) {
    const { short, placeholder = 'value' } = input
    const schema = schemaOf(input)
    const help = input.help.en + (schema.enum === undefined ? '' : `: ${schema.enum.join(', ')}`)
    const isFlag = schema.type === 'boolean'
    const isOff = isFlag && schema.default === true
    const flag = isOff ? optionNamed(name).replace('--', '--no-') : optionNamed(name)
    const option = `${short === undefined ? '' : `-${short}, `}${flag}${isFlag ? '' : ` <${placeholder}>`}`
    if (listOf(schema) !== undefined && schema.anyOf === undefined)
      command.option(option, `${help} (repeatable)`, collectValues)
    else if (isFlag || schema.default === undefined) command.option(option, help)
    // What is left out is left to the type; the default is for the help alone.
    else command.option(option, `${help} (default: ${String(schema.default)})`)
  }
}

/** What a command's file exports. */
export const commandOf = (of: AnyQuestion) => ({
  define: (command: Command, session: Session): void => {
    if (of.about === 'two') command.option(...regionOption)
    addInputs(command, of)
    command
      .option(...threadsOption)
      .option(...languageOption)
      .option('--full', 'show all tables, also those for experts')
      .option('--csv', 'print the figures as CSV, one a line')
      .option('--xlsx <file>', 'also write the tables as an Excel workbook')
      .option(...overwriteOption)
      .option('--json', 'print the result with all figures as JSON')
    const add = {
      scenario: addChoice,
      region: (one: Command) => addAssumptions(addOutside(addPacks(one))),
      two: (one: Command) => addAssumptions(addOutside(addPacks(one))),
    }
    add[of.about](command).action((...given: unknown[]) =>
      ask(of, session, given.slice(0, of.about === 'two' ? 2 : 1) as string[], given.at(-2) as Options),
    )
  },
})
