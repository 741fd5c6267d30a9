/** The command of a declared question: its options follow from its inputs. */

import { type Command, Option } from 'commander'
import { UsageError } from '../../language/messages.ts'
import {
  answeredWith,
  prepare,
  type PreparedQuestion,
  recordOf,
  reportOf,
  type Subject,
} from '../../questions/core/ask.ts'
import type { AnyQuestion } from '../../questions/core/question.ts'
import { jsonOf, listOf, ownInputs, schemaOf } from '../../questions/core/schema.ts'
import { firstRegion } from '../../regions/first-region.ts'
import { addChoice, type ChoiceOptions, choose, chooseFor, isSaved, linkTo, openChosen } from '../input/choice.ts'
import {
  actualsOption,
  addAssumptions,
  addFormerMembers,
  addOutside,
  addPacks,
  collectValues,
  offOption,
  optionNamed,
  threadsOption,
} from '../input/common-options.ts'
import { commandMessages } from '../input/messages.ts'
import { assumptionsFrom, openWith } from '../input/opening.ts'
import { fileIn, keepRecord, readRecords } from '../input/records.ts'
import { readScenario, readText, refuseSave, saveScenario } from '../input/scenario-file.ts'
import { note, type Session } from '../terminal/session.ts'
import { addForms, type Forms, checkForms, isBrief, printReport } from './forms.ts'
import { findHere } from './find-here.ts'

export type Options = ChoiceOptions &
  Forms & {
    readonly region?: string
    readonly save?: string
    readonly link?: boolean
  }

/** The region and the policies that the words and options of a command name. */
const subjectOf = ({ about, argument }: AnyQuestion, words: readonly string[], options: Options): Subject => {
  if (about === 'region') {
    const open = openWith(argument === undefined ? words[0]! : (options.region ?? firstRegion), options)
    return { open, choices: [], assumptions: assumptionsFrom(open, options) }
  }
  const saved =
    options.policy !== undefined && isSaved(options.policy) ? readScenario(options.policy).region : undefined
  const word = argument === undefined ? words[0] : (options.region ?? saved ?? firstRegion)
  if (about === 'scenario') {
    const open = openChosen(word!, options)
    const choice = argument === undefined ? chooseFor(open, word!, options) : choose(open, options.policy, options)
    return { open: choice.open, choices: [choice] }
  }
  const file = words.find(isSaved)
  const open = openWith(options.region ?? (file === undefined ? firstRegion : readScenario(file).region), options)
  return { open, choices: words.map(one => choose(open, one, options)) }
}

/** The file in which the record of the question is kept; throws a UsageError where it is there already. */
const keptFile = (of: AnyQuestion, { asked }: PreparedQuestion, options: object): string | undefined => {
  const name = of.keeps?.(asked)
  if (name === undefined) return undefined
  const [input] = ownInputs(of).find(([, { file }]) => file === 'folder')!
  const folder = (options as Readonly<Record<string, string | undefined>>)[input]
  if (folder === undefined) throw new UsageError(commandMessages.folderNeeded({ option: optionNamed(input) }))
  return fileIn(folder, name)
}

/** A scenario in a file or a link becomes the object that a program would state; another word stays. */
const wordOrScenario = (word: string | boolean): unknown => {
  if (typeof word !== 'string' || !isSaved(word)) return word
  const { name, policy, financing } = readScenario(word)
  // Its levers say who pays; a scenario that nobody pays for says so itself.
  return { name: name.trim() === '' ? word : name, policy, ...(financing === 'none' ? { financing } : {}) }
}

/** The inputs that were given, as JSON; a text with lines is itself what a file would hold. */
const givenIn = (of: AnyQuestion, options: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    ownInputs(of).flatMap(([name, input]) => {
      const words = options[input.option ?? name] as string | boolean | readonly string[] | undefined
      if (words === undefined) return input.today === true ? [[name, new Date().toISOString().slice(0, 10)]] : []
      if (input.file !== undefined && !String(words).includes('\n'))
        return [[name, (input.file === 'folder' ? readRecords : readText)(String(words))]]
      return [[name, input.option === undefined ? jsonOf(input, words) : [words].flat().map(wordOrScenario)]]
    }),
  )

const ask = async (of: AnyQuestion, session: Session, words: readonly string[], options: Options): Promise<void> => {
  checkForms(options)
  refuseSave(options)
  const subject = subjectOf(of, words, options)
  const { argument, file: figures } = of
  const given: Readonly<Record<string, unknown>> = {
    ...options,
    ...(argument === undefined ? {} : { [argument]: words[0] }),
    ...(figures === undefined || words[1] === undefined ? {} : { [figures]: words[1] }),
  }
  if (figures !== undefined && given[figures] === undefined)
    throw new UsageError(commandMessages.fileNeeded({ input: `${optionNamed(figures)} <file>` }))
  const called = (input: string): string => (input === of.argument ? input : optionNamed(input))
  const prepared = prepare(of, { ...subject, brief: isBrief(options) }, givenIn(of, given), { called })
  const file = keptFile(of, prepared, options)
  const found = await findHere(prepared, { threads: options.threads, err: session.err })
  const answered = answeredWith(prepared, found)
  for (const text of answered.notes) note(session, text)
  if (answered.unbalanced !== undefined) {
    note(session, `heartland: ${answered.unbalanced.text.en}`)
    session.exitCode = 1
  }
  const report = reportOf(prepared, answered)
  if (file !== undefined) keepRecord(session, file, recordOf(prepared, answered, report))
  await printReport(session, report, options, {
    record: () => recordOf(prepared, answered, report),
    csv: () => of.csv?.(prepared.asked, answered.found),
  })
  const [choice] = subject.choices
  if (of.about !== 'scenario' || choice === undefined) return
  const scenario = of.scenario?.(prepared.asked, answered.found) ?? choice.scenario
  saveScenario(session, choice.open, scenario, options)
  if (options.link === true)
    note(session, `link (append it to the address of the app):\n${linkTo({ ...choice, scenario })}`)
}

const regionOption = ['-r, --region <region>', `the region (default: the one in the file, or ${firstRegion})`] as const

const addInputs = (command: Command, of: AnyQuestion): void => {
  for (const [name, input] of ownInputs(of)) {
    if (name === 'simulations') addFormerMembers(command)
    if (name === of.argument) {
      command.registeredArguments[0]!.description = input.help.en
      continue
    }
    if (name === of.file) command.registeredArguments[1]!.description = `${input.help.en}; or ${optionNamed(name)}`
    const { short, placeholder = 'value' } = input
    const schema = schemaOf(input)
    const help = input.help.en + (schema.enum === undefined ? '' : `: ${schema.enum.join(', ')}`)
    const before = short === undefined ? '' : `-${short}, `
    if (schema.type === 'boolean') {
      const flags = [optionNamed(name), offOption(name)]
      // Help shows the one that changes something; programs may state either. Commander wants the positive one first.
      const shown = schema.default === true ? 1 : 0
      flags.forEach((flag, at) => {
        const option = new Option(`${at === shown ? before : ''}${flag}`, help)
        command.addOption(option.hideHelp(at !== shown))
      })
      continue
    }
    const option = `${before}${optionNamed(input.option ?? name)} <${placeholder}>`
    if (listOf(schema) !== undefined && schema.anyOf === undefined)
      command.option(option, `${help} (repeatable)`, collectValues)
    else if (!input.type.safeParse(undefined).success && name !== of.file) command.requiredOption(option, help)
    else if (schema.default === undefined) command.option(option, help)
    // The type supplies the default of an input; it is repeated here for the help alone.
    else command.option(option, `${help} (default: ${String(schema.default)})`)
  }
}

/** Answers what needs no open region; true where it did. */
type Instead = (words: readonly string[], session: Session, options: Options) => boolean

/** The command of a declared question, in the form in which a command's file exports it. */
export const commandOf = (of: AnyQuestion, instead: Instead = () => false) => ({
  define: (command: Command, session: Session): void => {
    if (of.about === 'two' || of.argument !== undefined) command.option(...regionOption)
    addInputs(command, of)
    if (of.about === 'scenario')
      command
        .option('--save <file>', 'save the scenario to a file that can be run, compared and shared')
        .option('--link', 'print a link that contains the scenario, for the app and for this command')
    if (of.file === undefined) command.option(...actualsOption)
    addForms(command.option(...threadsOption))
    const add = {
      scenario: addChoice,
      region: (one: Command) => addAssumptions(addOutside(addPacks(one))),
      two: (one: Command) => addAssumptions(addOutside(addPacks(one))),
    }
    add[of.about](command).action((...given: unknown[]) => {
      const [words, options] = [
        given.slice(0, of.about === 'two' || of.file !== undefined ? 2 : 1) as string[],
        given.at(-2) as Options,
      ]
      return instead(words, session, options) ? undefined : ask(of, session, words, options)
    })
  },
})
