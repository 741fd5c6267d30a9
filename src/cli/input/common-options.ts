/** The options shared by most commands. */

import { type Command, Option } from 'commander'
import type { Language } from '../../language/messages.ts'
import { oneOf, unknownWord } from '../../language/usage.ts'
import { type Regime, regimes } from '../../model/regimes.ts'
import type { OpenedRegions } from '../terminal/session.ts'

export interface CommonOptions {
  readonly packs?: string
  /** A file of figures since the start. */
  readonly actuals?: string
  readonly regime?: Regime['id']
  readonly assume?: readonly string[]
  /** Set by the program where a process answers many calls. */
  readonly opened?: OpenedRegions
  readonly path?: readonly string[]
  readonly outside?: string
  readonly hold?: readonly string[]
  readonly holdFile?: string
  readonly through?: string
  readonly force?: boolean
  readonly threads?: string
  readonly json?: boolean
}

export const collectValues = (text: string, before: readonly string[] = []): string[] => [...before, text]

/** `--most-points` for the input mostPoints. */
export const optionNamed = (input: string): string => `--${input.replaceAll(/[A-Z]/g, one => `-${one.toLowerCase()}`)}`

/** `--no-model-error`, for a flag that is off. */
export const offOption = (input: string): string => optionNamed(input).replace('--', '--no-')

/** For `Command.option`. */
export const threadsOption = [
  '-t, --threads <number>',
  'number of threads; does not affect results (default: one per processor)',
] as const

/** For `Command.option`. */
export const overwriteOption = ['--overwrite', 'replace a file that is there already'] as const

const languages: readonly Language[] = ['en', 'zh']

/** For `Command.option`, as the next one. */
export const fullOption = ['--full', 'show all tables, also those for experts'] as const
export const languageOption = ['--lang <language>', 'language of the page: en or zh', 'en'] as const

export const languageFrom = (text: string): Language => oneOf('language', text, languages)

export const addPacks = (command: Command): Command =>
  command.option('--packs <folder>', 'folder of regions to use instead of those that come with the program')

export const actualsOption = [
  '--actuals <file>',
  'figures of whole years after the start, from which the region is opened (`heartland actuals` checks them)',
] as const

/** External conditions: for every command that runs scenarios. */
export const addOutside = (command: Command): Command =>
  command
    .option(
      '--path <path=value@year[,…]>',
      'set an external path, such as nationalGrowth=4.0@2027,3.5@2030 or bondRate+=2@2027..2028; == leaves no uncertainty about it (repeatable)',
      collectValues,
    )
    .option('--outside <baseline>', 'a named baseline of external conditions (`heartland list baselines`)')
    .option(
      '--hold <outcome=value@year>',
      'hold an outcome, such as "growth(regionOutput)=4.5@2027" (repeatable; `heartland judgement` shows what follows)',
      collectValues,
    )
    .option('--hold-file <file>', 'hold the outcomes of a table, with who judges so and why')
    .option('--through <names>', 'the equations or channels through which they are held')
    .option('--force', 'hold values that are far from the forecast too')

const regimeIds = regimes.map(({ id }) => id)

const regimeCalled = (word: string): Regime['id'] => {
  const id = regimeIds.find(one => one.toLowerCase() === word.toLowerCase())
  if (id === undefined) throw unknownWord('regime', word, regimeIds)
  return id
}

export const addAssumptions = (command: Command): Command =>
  command
    .option('--assume <parameter=value>', 'use another value for a parameter (repeatable)', collectValues)
    .option('--regime <regime>', `regime of central transfers (${regimeIds.join(', ')})`, regimeCalled)

/** Assumptions as given: those of the regime, which a value given by name replaces. */
export const givenAssumptions = ({ assume = [], regime }: CommonOptions): readonly string[] => {
  const named = new Set(assume.map(text => text.split('=')[0]))
  const { assumptions = {} } = regimes.find(({ id }) => id === regime) ?? {}
  const own = Object.entries(assumptions).flatMap(([name, value]) => (named.has(name) ? [] : [`${name}=${value}`]))
  return [...own, ...assume]
}

/** `--members`, the former name of `--simulations`, for scripts that were written with it. */
export const addFormerMembers = (command: Command): Command =>
  command
    .addOption(new Option('--members <number>').hideHelp())
    .on('option:members', (given: string) => command.setOptionValueWithSource('simulations', given, 'cli'))
