/** Builds the command line from its commands, and turns errors into a message a user can act on and an exit code. */

import { Command, CommanderError, Help } from 'commander'
import { withControlsShown } from '../language/control-characters.ts'
import { type Language, UsageError } from '../language/messages.ts'
import { commands, formerCommands, formerNames } from './commands.ts'
import { reworded, told } from './terminal/problems.ts'
import { collectValues } from './input/common-options.ts'
import { commandMessages } from './input/messages.ts'
import { note, type OpenedRegions, type Session, screenOf } from './terminal/session.ts'
import type { OutputStream } from './terminal/output.ts'
import { version } from './version.ts'

/** The command that the words call, or ask for help on. */
const calledIn = (words: readonly string[]): string | undefined => {
  const [first, second] = words.filter(word => !word.startsWith('-'))
  return first === 'help' ? second : first
}

/** Of two values for an option that takes one, neither is what was meant for sure. */
const refuseSecondValues = (command: Command): void => {
  for (const { long, parseArg, required, optional, ...option } of command.options) {
    if (!(required || optional) || parseArg === collectValues) continue
    let first: string | undefined
    command.on(`option:${long?.slice(2)}`, (value: string) => {
      if (first !== undefined && first !== value)
        throw new UsageError(commandMessages.twoValues({ option: long ?? option.flags, first, second: value }))
      first = value
    })
  }
}

/** Heading of the commands that only `heartland help --all` lists. */
const moreCommands = 'More commands:'

/** All commands by name; only the one that is called has its options and its code. */
const programFor = async (session: Session, words: readonly string[]): Promise<Command> => {
  const all = words.includes('--all')
  const program = new Command('heartland')
    .description('Heartland simulates a regional economy and compares its future under alternative policies.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command, or with --all of every command')
    .configureOutput({
      writeOut: text => session.out.write(text),
      writeErr: text => session.err.write(withControlsShown(text)),
      outputError: text => note(session, `heartland: ${reworded(text)}`),
      getOutHelpWidth: () => Math.min(100, screenOf(session.out).width),
      getErrHelpWidth: () => Math.min(100, screenOf(session.err).width),
    })
    .configureHelp({
      subcommandTerm: command => {
        const entry = Object.hasOwn(commands, command.name()) ? commands[command.name()] : undefined
        if (entry === undefined) return new Help().subcommandTerm(command)
        return [command.name(), '[options]', ...entry.arguments.map(([term]) => term)].join(' ')
      },
      // Only the page is shortened: a misspelt command is still compared with every name.
      formatHelp: (command, helper) => {
        const shown = helper.visibleCommands(command).filter(one => all || one.helpGroup() !== moreCommands)
        helper.visibleCommands = () => shown
        return new Help().formatHelp(command, helper)
      },
    })
    .exitOverride()
    .addHelpText(
      'after',
      `\nExample:\n  heartland answer northeast\n\nFor help on a command: heartland answer --help${all ? '' : '\nMore commands: heartland help --all'}`,
    )
  const word = calledIn(words) ?? ''
  const instead = formerCommands.get(word)
  if (instead !== undefined) throw new UsageError(commandMessages.formerCommand({ command: word, instead }))
  const called = formerNames.get(word) ?? word
  for (const [name, entry] of Object.entries(commands)) {
    const command = program.command(name).description(entry.description)
    if (entry.more === true) command.helpGroup(moreCommands)
    for (const [term, description, standard] of entry.arguments) command.argument(term, description, standard)
    if (name !== called) continue
    if (name !== word) command.alias(word)
    ;(await entry.load()).define(command, session)
    const examples = entry.examples.map(example => `\n  heartland ${example}`).join('')
    command.addHelpText('after', `\nExample${entry.examples.length > 1 ? 's' : ''}:${examples}`)
    refuseSecondValues(command)
    if (session.opened !== undefined) command.setOptionValue('opened', session.opened)
  }
  return program
}

/** Of what a command says when it fails, before its options are read. */
const languageOf = (words: readonly string[]): Language =>
  words.some((word, at) => word === '--lang=zh' || (word === '--lang' && words[at + 1] === 'zh')) ? 'zh' : 'en'

const tell = (session: Session, problem: unknown, language: Language): void => {
  session.problem = problem
  if (problem instanceof CommanderError) {
    session.exitCode = problem.exitCode === 0 ? 0 : 2
    return
  }
  const { kind, messages, ...plain } = told(problem)
  const text = messages.length === 0 ? plain.text : messages.map(message => message.text[language]).join('\n')
  session.exitCode = kind === 'usage' ? 2 : 1
  // Of several messages of wrong words each has its line.
  note(session, kind === 'usage' ? text.replace(/^/gm, 'heartland: ') : `heartland: ${text}`)
}

/** Runs one command in a session, which holds afterwards how it ended. */
const runIn = async (session: Session, words: readonly string[]): Promise<void> => {
  try {
    const program = await programFor(session, words)
    if (words.length === 0) program.outputHelp()
    else await program.parseAsync(words, { from: 'user' })
  } catch (problem) {
    tell(session, problem, languageOf(words))
  }
}

/** Runs one command; the result is the code for the shell. Without `opened` it opens regions of its own. */
export const runCommandLine = async (
  words: readonly string[],
  out: OutputStream,
  err: OutputStream,
  opened?: OpenedRegions,
): Promise<number> => {
  const session: Session = { out, err, exitCode: 0, call: runIn, ...(opened === undefined ? {} : { opened }) }
  await runIn(session, words)
  return session.exitCode
}
