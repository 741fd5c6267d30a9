/** Runs in a thread of the server and answers declared questions, and others by running the commands of the command line. */

import type { Argument, Command, Option } from 'commander'
import { packageOrLink } from '../../input/choice.ts'
import { collectValues } from '../../input/common-options.ts'
import { commands } from '../../commands.ts'
import { keepRegions } from '../engine/regions.ts'
import { openWith, regionOrLink } from '../../input/opening.ts'
import { told } from '../../terminal/problems.ts'
import { programFor, runIn } from '../../program.ts'
import type { OpenedRegions, Session } from '../../terminal/session.ts'
import { madeWith } from '../../../analysis/region/fingerprint.ts'
import { linkOf } from '../../../scenario/link.ts'
import { askJson, type QuestionProvenance, provenanceOf } from '../../../questions/core/json.ts'
import { isQuestion, questionCalled, type DeclaredName } from '../../../questions/index.ts'
import { machineDoor } from '../../question/json.ts'
import { chooseFrom } from '../../../analysis/region/choice.ts'
import { ReportedError, UsageError } from '../../../language/reported-error.ts'
import { commandMessages } from '../../input/messages.ts'
import { serveThread } from '../../../threads/node.ts'
import type { Task } from '../../../threads/task.ts'
import type { ApiRequest, Ended, RequestPart, RequestForm } from './request.ts'
import { scenarioToRun } from './sent-scenario.ts'

/** Options about files, folders or this machine, which are not for people who ask over HTTP. */
const notAsked = new Set(['out', 'save', 'overwrite', 'packs', 'csv', 'threads', 'link', 'json', 'format'])

/** Parts that name a region or a policy in commands that are no declared questions: files are not for people who ask here. */
const named: Readonly<Record<string, RequestPart['names']>> = {
  region: 'region',
  policy: 'policy',
  package: 'policy',
  first: 'policy',
  second: 'policy',
}

const optionPart = (option: Option): RequestPart => {
  const standard = typeof option.defaultValue === 'string' ? option.defaultValue : undefined
  return {
    name: option.attributeName(),
    flag: option.long!,
    description: option.description,
    kind: option.negate
      ? 'off-switch'
      : option.isBoolean()
        ? 'switch'
        : option.parseArg === collectValues
          ? 'list'
          : 'value',
    required: option.mandatory,
    standard,
    names: named[option.attributeName()],
  }
}

/** An argument `<region|file|link>` becomes the part region, and the first of a list of words its name. */
const argumentPart = (argument: Argument): RequestPart => {
  const [name] = argument.name().split('|')
  return {
    name: name!,
    flag: '',
    choices: undefined,
    description: argument.description,
    kind: argument.variadic ? 'list' : 'value',
    required: argument.required,
    standard: typeof argument.defaultValue === 'string' ? argument.defaultValue : undefined,
    names: named[name!],
  }
}

/** A region is opened for the first who asks about it. */
const regions = keepRegions()
const opened: OpenedRegions = (word, options) => regions.opener({ region: word })(word, options)

const silent: Session = { out: { write: () => true }, err: { write: () => true }, exitCode: 0 }

const definitionOf = async (name: string): Promise<Command> =>
  (await programFor(silent, [name])).commands.find(command => command.name() === name)!

/** Describes the commands besides the declared questions that answer with JSON and leave nothing behind. */
const describe = async (): Promise<RequestForm[]> => {
  const questions: RequestForm[] = []
  for (const name of Object.keys(commands)) {
    const command = await definitionOf(name)
    const has = (option: string): boolean => command.options.some(one => one.attributeName() === option)
    if (isQuestion(name) || !has('json') || commands[name]!.onFolders === true) continue
    questions.push({
      name,
      writesFolder: command.options.some(one => one.attributeName() === 'out' && one.mandatory),
      description: command.description(),
      parts: [
        ...command.registeredArguments.map(argumentPart),
        ...command.options.filter(option => !option.hidden && !notAsked.has(option.attributeName())).map(optionPart),
      ],
    })
  }
  return questions
}

const checked = (part: RequestPart, word: string): string =>
  part.names === 'region' ? regionOrLink(word) : part.names === 'policy' ? packageOrLink(word) : word

/** Writes a scenario that was sent as a link, which commands read. */
const linkFrom = (text: string): string => {
  const { saved, open } = scenarioToRun(text)
  return linkOf({ scenario: { ...madeWith(open), ...saved }, view: 'what-if', language: 'en', overlays: [] }).text
}

/** Translates a question into the words of the command line. */
const wordsFor = ({ parts }: RequestForm, asked: ApiRequest): string[] => {
  const options: string[] = asked.folder === undefined ? [] : [`--out=${asked.folder}`]
  const places: string[] = []
  for (const part of parts) {
    const isWhere = part.names === 'region' && part.flag === ''
    const value = isWhere && asked.scenario !== undefined ? linkFrom(asked.scenario) : asked.parts[part.name]
    if (value === undefined) continue
    if (typeof value === 'boolean') {
      if (value === (part.kind === 'switch')) options.push(part.flag)
      continue
    }
    const words = [value as string | readonly string[]].flat().map(word => checked(part, word))
    if (part.flag === '') places.push(...words)
    else options.push(...words.map(word => `${part.flag}=${word}`))
  }
  return [asked.name, '--json', ...options, '--', ...places]
}

/** The messages of a problem in both languages; problems without messages are described by the notes (wrongIn). */
const messagesOf = (problem: unknown): Ended['messages'] =>
  told(problem).messages.map(({ code, text }) => ({ code, text }))

/** A declared question, whose body has been checked. */
const answerDeclared = async (name: DeclaredName, asked: ApiRequest, task: Task): Promise<Ended> => {
  const { region, ...body } = asked.parts
  try {
    const saved = asked.scenario === undefined ? undefined : scenarioToRun(asked.scenario).saved
    const open = openWith(saved?.region ?? String(region), { opened }, { outside: saved?.outside })
    const door = machineDoor(false, {
      write: () => true,
      advanced: (done, total) => task.progress(done, total),
    })
    const of = await questionCalled(name)
    const { record, notes, unbalanced, provenance } = await askJson(of, body, open, {
      ...door,
      ...(saved === undefined
        ? {}
        : {
            choose: (one, stated) => {
              if (typeof stated.policy === 'string')
                throw new UsageError(commandMessages.policyTwice({ file: 'the scenario' }))
              return chooseFrom(one, stated, { ...saved, file: 'scenario' })
            },
          }),
    })
    return {
      exitCode: unbalanced === undefined ? 0 : 1,
      result: `${JSON.stringify(record, null, 2)}\n`,
      notes: [...notes, ...(unbalanced === undefined ? [] : [unbalanced.en])].join('\n'),
      messages: unbalanced === undefined ? [] : [{ code: 'question.accountsOpen', text: unbalanced }],
      provenance,
    }
  } catch (problem) {
    const { kind } = told(problem)
    if (kind === 'fault') throw problem
    return { exitCode: kind === 'usage' ? 2 : 1, result: '', notes: '', messages: messagesOf(problem) }
  }
}

const run = async (
  { asked, form }: { readonly asked: ApiRequest; readonly form: RequestForm | undefined },
  task: Task,
): Promise<Ended> => {
  const isRegions = asked.name === 'list' && asked.parts['list'] === 'regions'
  if (form === undefined && !isRegions) return answerDeclared(asked.name as DeclaredName, asked, task)
  let result = ''
  let notes = ''
  let provenance: QuestionProvenance | undefined
  const session: Session = {
    opened: (word, options) => {
      const open = opened(word, options)
      provenance ??= provenanceOf(open)
      return open
    },
    out: { write: text => (result += text) },
    err: { write: text => (notes += text), advanced: (done, total) => task.progress(done, total) },
    exitCode: 0,
  }
  let words: string[]
  try {
    words = form === undefined ? ['list', 'regions', '--json'] : wordsFor(form, asked)
  } catch (problem) {
    if (!(problem instanceof ReportedError)) throw problem
    return { exitCode: 2, result, notes, messages: messagesOf(problem) }
  }
  await runIn(session, words)
  const { exitCode, problem } = session
  // Faults of the program go to the log of the server, not to the person who asked.
  if (problem !== undefined && told(problem).kind === 'fault') throw problem
  return { exitCode, result, notes, messages: messagesOf(problem), provenance }
}

await serveThread(() => ({ describe, run }))
