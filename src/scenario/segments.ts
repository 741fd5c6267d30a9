/** The parts of a link between ampersands: each a readable key and value, in the words of the command line. */

import type { PathChange } from '../engine/outside.ts'
import type { Distribution } from '../engine/uncertainty.ts'
import { ReportedError, type Both } from '../language/messages.ts'
import { oneOf } from '../language/usage.ts'
import { financingWords, type Scenario, standardMembers, standardSeed } from './scenario.ts'
import {
  inOrder,
  numberText,
  parseAssumption,
  parsePath,
  parseSetting,
  pathSigns,
  piecesText,
  settingText,
} from './words.ts'

/** Also what some programs take for the end of an address. */
export const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*~]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Throws on text that is no percent encoding: the segment is then damaged. */
const plain = (text: string): string => decodeURIComponent(text)

const numberIn = (text: string): number => {
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text)) throw new Error(`'${text}' is no number.`)
  return Number(text)
}

const wholeIn = (text: string): number => {
  const value = numberIn(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`'${text}' is no whole number.`)
  return value
}

const optionalText = (value: number | undefined, what: string): string =>
  value === undefined ? '' : numberText(value, what)

const optionalIn = (text: string): number | undefined => (text === '' ? undefined : numberIn(text))

/** The keys of paths by how they change; a link holds no plus sign and no star. */
const pathKeys: Readonly<Record<PathChange, string>> = {
  set: 'path',
  add: 'pathadd',
  times: 'pathtimes',
  given: 'given',
}

/** The numbers of a distribution, in the order in which they stand in a link. */
const shapes: Readonly<Record<Distribution['kind'], readonly string[]>> = {
  normal: ['mean', 'deviation'],
  lognormal: ['median', 'logDeviation'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
  beta: ['alpha', 'beta', 'low', 'high'],
}

const drawText = (parameter: string, distribution: Distribution): string => {
  const numbers: Readonly<Record<string, unknown>> = { ...distribution }
  return [
    escaped(parameter),
    distribution.kind,
    ...shapes[distribution.kind].map(part => numberText(Number(numbers[part]), `${part} of ${parameter}`)),
  ].join(',')
}

const drawIn = (text: string): readonly [string, Distribution] => {
  const [parameter = '', kind = '', ...numbers] = text.split(',')
  const parts = Object.hasOwn(shapes, kind) ? shapes[kind as Distribution['kind']] : undefined
  if (parts === undefined || parts.length !== numbers.length) throw new Error(`'${text}' is no distribution.`)
  const named = Object.fromEntries(parts.map((part, at) => [part, numberIn(numbers[at]!)]))
  return [plain(parameter), { kind, ...named } as Distribution]
}

const settingsOf = ({ policy, assumptions, outside = {} }: Scenario): string[] => [
  ...inOrder(policy).map(([lever, setting]) => `set=${escaped(lever)}=${settingText(lever, setting)}`),
  ...inOrder(assumptions).map(([name, value]) => `assume=${escaped(name)}=${numberText(value, name)}`),
  ...inOrder(outside).map(
    ([name, setting]) =>
      `${pathKeys[setting.change]}=${escaped(name)}=${piecesText(name, setting).replaceAll('%', '%25')}`,
  ),
]

/** A scenario, and what of it is in view. */
export interface ScenarioLink {
  readonly scenario: Scenario
  /** The view of the app: answer, what-if, why and so on. */
  readonly view: string
  readonly language: 'en' | 'zh'
  /** Variable of the main chart, and the calendar time of its cursor. */
  readonly chart?: string | undefined
  readonly cursor?: number | undefined
  /** Scenarios of the same region that are laid over it. */
  readonly overlays: readonly Scenario[]
  /** The inputs of views besides the scenario, by name: 'debt.area' is the area of Debt. */
  readonly asks?: Readonly<Record<string, string>> | undefined
  /** Shares of the futures that ended in each class, best to worst, when the link was made: told beside those of now. */
  readonly ended?: readonly number[] | undefined
}

/** The parts of a damaged link that could be read. */
export interface Readable {
  readonly region: boolean
  readonly seed: boolean
  readonly levers: number
  readonly assumptions: number
}

/**
 * A part of a link that cannot be used: there is no such key, its value cannot be read, or a part that every link has is
 * missing; a link that is cut has lost its `sum`. Of a view that there is none of, `value` lists those that there are.
 */
export interface WrongPart {
  readonly kind: 'unknown' | 'unreadable' | 'missing' | 'view'
  readonly key: string
  readonly value: string
  /** The reason, where more can be said of a value than that it cannot be read. */
  readonly why?: Both<string>
}

/** `newer`: written by a later version of the program. `damaged`: cut off or altered. */
export type LinkProblem =
  | { readonly kind: 'newer'; readonly version: number }
  | {
      readonly kind: 'damaged'
      readonly readable: Readable
      /** None where every part can be read, but a sign of one was altered. */
      readonly wrong: readonly WrongPart[]
    }

export interface LinkReading {
  /** Whole, or what could be read of it where there is a problem; never to be taken for whole then. */
  readonly link: ScenarioLink
  readonly problem: LinkProblem | undefined
  /** Written by a person: no version and no sum, and only what differs from the standard. */
  readonly byHand: boolean
}

/** All that is no default, in the one order there is: the same scenario gives the same text. */
export const segmentsOf = ({
  scenario,
  language,
  chart,
  cursor,
  overlays,
  ended,
  asks = {},
}: ScenarioLink): string[] => {
  const { seed = standardSeed, members = standardMembers, thresholds = {} } = scenario
  const { correlations = [], truncations = [], distributions = {} } = scenario
  const text = (key: string, value: string | undefined): string[] =>
    value === undefined || value === '' ? [] : [`${key}=${escaped(value)}`]
  return [
    ...(['region', 'name', 'model', 'data'] as const).flatMap(key => text(key, scenario[key])),
    `seed=${numberText(seed, 'The seed')}`,
    `members=${numberText(members, 'The number of simulations')}`,
    ...text('language', language),
    ...text('package', scenario.package),
    ...text('financing', scenario.financing),
    ...text('chart', chart),
    ...(cursor === undefined ? [] : [`cursor=${numberText(cursor, 'The cursor')}`]),
    ...(ended === undefined
      ? []
      : [`ended=${ended.map(share => numberText(share, 'A share of simulations')).join(',')}`]),
    ...inOrder(asks).map(([what, asked]) => `ask=${escaped(what)}=${escaped(asked)}`),
    ...inOrder(thresholds).map(([id, value]) => `threshold=${escaped(id)}=${numberText(value, id)}`),
    ...settingsOf(scenario),
    ...correlations.map(
      ({ a, b, value }) => `correlate=${escaped(a)},${escaped(b)},${numberText(value, 'A correlation')}`,
    ),
    ...truncations.map(
      ({ parameter, low, high }) =>
        `truncate=${escaped(parameter)},${optionalText(low, parameter)},${optionalText(high, parameter)}`,
    ),
    ...inOrder(distributions).map(([parameter, distribution]) => `draw=${drawText(parameter, distribution)}`),
    ...overlays.flatMap(overlay => [`with=${escaped(overlay.name)}`, ...settingsOf(overlay)]),
  ]
}

/** Levers, assumptions and paths belong to the overlay that was begun last, else to the scenario. */
const into = (link: ScenarioLink, change: (whole: Scenario) => Partial<Scenario>): ScenarioLink => {
  const joined = (whole: Scenario): Scenario => ({ ...whole, ...change(whole) })
  const last = link.overlays.at(-1)
  return last === undefined
    ? { ...link, scenario: joined(link.scenario) }
    : { ...link, overlays: [...link.overlays.slice(0, -1), joined(last)] }
}

const ofScenario = (link: ScenarioLink, part: Partial<Scenario>): ScenarioLink => ({
  ...link,
  scenario: { ...link.scenario, ...part },
})

type Reader = (value: string, link: ScenarioLink) => ScenarioLink

const textOf =
  (key: 'region' | 'name' | 'model' | 'data' | 'package'): Reader =>
  (value, link) =>
    ofScenario(link, { [key]: plain(value) })

const pathIn =
  (change: PathChange): Reader =>
  (value, link) => {
    // A person may write the sign of the command line.
    const written = /^[^=]*[+*=]=/.test(plain(value)) ? plain(value) : plain(value).replace('=', pathSigns[change])
    return into(link, ({ outside }) => ({ outside: { ...outside, ...Object.fromEntries([parsePath(written)]) } }))
  }

const readers: Readonly<Record<string, Reader>> = {
  region: textOf('region'),
  name: textOf('name'),
  model: textOf('model'),
  data: textOf('data'),
  seed: (value, link) => ofScenario(link, { seed: wholeIn(value) }),
  members: (value, link) => ofScenario(link, { members: wholeIn(value) }),
  language: (value, link) => {
    if (value !== 'en' && value !== 'zh') throw new Error(`'${value}' is no language.`)
    return { ...link, language: value }
  },
  package: textOf('package'),
  financing: (value, link) => ofScenario(link, { financing: oneOf('financing', value, financingWords) }),
  chart: (value, link) => ({ ...link, chart: plain(value) }),
  cursor: (value, link) => ({ ...link, cursor: numberIn(value) }),
  ended: (value, link) => ({ ...link, ended: value.split(',').map(numberIn) }),
  ask: (value, link) => {
    const [, name = '', asked = ''] = /^([^=]+)=(.*)$/.exec(value) ?? []
    return { ...link, asks: { ...link.asks, ...Object.fromEntries([[plain(name), plain(asked)]]) } }
  },
  set: (value, link) =>
    into(link, ({ policy }) => {
      const text = plain(value)
      // A person may put a colon between lever and value.
      const setting = parseSetting(text.includes('=') ? text : text.replace(':', '='))
      return { policy: { ...policy, ...Object.fromEntries([setting]) } }
    }),
  assume: (value, link) =>
    into(link, ({ assumptions }) => ({
      assumptions: { ...assumptions, ...Object.fromEntries([parseAssumption(plain(value))]) },
    })),
  threshold: (value, link) =>
    ofScenario(link, {
      thresholds: { ...link.scenario.thresholds, ...Object.fromEntries([parseAssumption(plain(value))]) },
    }),
  path: pathIn('set'),
  pathadd: pathIn('add'),
  pathtimes: pathIn('times'),
  given: pathIn('given'),
  correlate: (value, link) => {
    const [a = '', b = '', number = ''] = value.split(',')
    const one = { a: plain(a), b: plain(b), value: numberIn(number) }
    return ofScenario(link, { correlations: [...(link.scenario.correlations ?? []), one] })
  },
  truncate: (value, link) => {
    const [parameter = '', ...limits] = value.split(',')
    const [low, high] = limits.map(optionalIn)
    const one = {
      parameter: plain(parameter),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    }
    return ofScenario(link, { truncations: [...(link.scenario.truncations ?? []), one] })
  },
  draw: (value, link) =>
    ofScenario(link, { distributions: { ...link.scenario.distributions, ...Object.fromEntries([drawIn(value)]) } }),
  with: (value, link) => ({
    ...link,
    overlays: [...link.overlays, { name: plain(value), region: '', policy: {}, assumptions: {} }],
  }),
}

/** Other words for keys: those of commands and of programs, which people write, and that of links of before. */
const aliases: Readonly<Record<string, string>> = {
  policy: 'package',
  playbook: 'package',
  lang: 'language',
  simulations: 'members',
  lever: 'set',
  assumption: 'assume',
  地区: 'region',
  政策: 'package',
  方案: 'package',
  语言: 'language',
  假设: 'assume',
}

/** Keys that are of use to somebody who writes a link. */
export const linkKeys: readonly string[] = Object.keys(readers)

/** As it reads, where it is text at all. */
const shownAs = (text: string): string => {
  try {
    return plain(text)
  } catch {
    return text
  }
}

/** The link with what a segment says, and its key as it is written and as it is called; or what is wrong with the segment. */
export const readSegment = (
  segment: string,
  link: ScenarioLink,
): { readonly keys: readonly string[]; readonly link: ScenarioLink } | { readonly wrong: WrongPart } => {
  const [, written = segment, value = ''] = /^([^=]*)=(.*)$/.exec(segment) ?? []
  const key = shownAs(written)
  const name = Object.hasOwn(aliases, key) ? aliases[key]! : key
  const reader = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (reader === undefined) return { wrong: { kind: 'unknown', key, value } }
  try {
    return { keys: [key, name], link: reader(value, link) }
  } catch (problem) {
    const [reason] = problem instanceof ReportedError ? problem.messages : []
    return {
      wrong: { kind: 'unreadable', key, value: shownAs(value), ...(reason === undefined ? {} : { why: reason.text }) },
    }
  }
}
