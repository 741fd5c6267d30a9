/** Runs in a thread of the server and answers questions by running the commands of the command line. */

import type { Argument, Command, Option } from 'commander'
import { packageOrLink } from '../choice.ts'
import { collectValues } from '../common-options.ts'
import { commands } from '../commands.ts'
import { openCalled, regionOrLink } from '../opening.ts'
import { told } from '../problems.ts'
import { programFor, runIn } from '../program.ts'
import type { Session } from '../session.ts'
import { madeWith } from '../../analysis/fingerprint.ts'
import { linkOf } from '../../scenario/link.ts'
import { type Provenance, provenanceOf } from '../../questions/core/json.ts'
import { ReportedError } from '../../language/reported-error.ts'
import { serveThread } from '../../threads/node.ts'
import type { Task } from '../../threads/task.ts'
import type { ApiRequest, Ended, RequestPart, RequestForm } from './request.ts'
import { scenarioToRun } from './sent-scenario.ts'

/** Options about files, folders or this machine, which are not for people who ask over HTTP. */
const notAsked = new Set(['out', 'save', 'overwrite', 'packs', 'csv', 'threads', 'saveError', 'link', 'json', 'format'])

const namesOf = (term: string): RequestPart['names'] =>
  /\bfile\b/.test(term) ? (/\bregion\b/.test(term) ? 'region' : 'policy') : undefined

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
    names: namesOf(option.flags),
  }
}

/** An argument `<region|file|link>` becomes the part region, and a choice of words the part list. */
const argumentPart = (argument: Argument): RequestPart => {
  const words = argument.name().split('|')
  const isFile = words.includes('file') || /\bfile\b/.test(argument.description)
  const isPolicy = argument.name() === 'first' || argument.name() === 'second'
  const isChoice = words.length > 1 && !isFile
  return {
    name: isChoice ? 'list' : words[0]!,
    flag: '',
    choices: isChoice ? words : undefined,
    description: argument.description,
    kind: argument.variadic ? 'list' : 'value',
    required: argument.required,
    standard: typeof argument.defaultValue === 'string' ? argument.defaultValue : undefined,
    names: isPolicy ? 'policy' : isFile || words[0] === 'region' ? 'region' : undefined,
  }
}

const silent: Session = { out: { write: () => true }, err: { write: () => true }, exitCode: 0 }

const definitionOf = async (name: string): Promise<Command> =>
  (await programFor(silent, [name])).commands.find(command => command.name() === name)!

/** Describes the commands that answer with JSON and leave nothing behind. */
const describe = async (): Promise<RequestForm[]> => {
  const questions: RequestForm[] = []
  for (const name of Object.keys(commands)) {
    const command = await definitionOf(name)
    const has = (option: string): boolean => command.options.some(one => one.attributeName() === option)
    if (!has('json') || commands[name]!.onFolders === true) continue
    questions.push({
      name,
      writesFolder: command.options.some(one => one.attributeName() === 'out' && one.mandatory),
      description: command.description(),
      parts: [
        ...command.registeredArguments.map(argumentPart),
        ...command.options.filter(option => !notAsked.has(option.attributeName())).map(optionPart),
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
    const words = (typeof value === 'string' ? [value] : value).map(word => checked(part, word))
    if (part.flag === '') places.push(...words)
    else options.push(...words.map(word => `${part.flag}=${word}`))
  }
  return [asked.name, '--json', ...options, '--', ...places]
}

/** The messages of a problem in both languages; problems without messages are described by the notes (wrongIn). */
const messagesOf = (problem: unknown): Ended['messages'] =>
  told(problem).messages.map(({ code, text }) => ({ code, text }))

const run = async (
  { asked, form }: { readonly asked: ApiRequest; readonly form: RequestForm },
  task: Task,
): Promise<Ended> => {
  let result = ''
  let notes = ''
  let provenance: Provenance | undefined
  const session: Session = {
    opened: (word, options) => {
      const open = openCalled(word, options)
      provenance ??= provenanceOf(open)
      return open
    },
    out: { write: text => (result += text) },
    err: { write: text => (notes += text), advanced: (done, total) => task.progress(done, total) },
    exitCode: 0,
  }
  let words: string[]
  try {
    words = wordsFor(form, asked)
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
