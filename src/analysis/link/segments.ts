/** The parts of a link between ampersands: each a readable key and value. */

import type { PathChange, PathSetting } from '../../engine/outside.ts'
import {
  type LaterStage,
  type LeverSetting,
  type LeverStage,
  type Scenario,
  settingFrom,
  stagesOf,
} from '../../engine/scenario.ts'
import type { Distribution } from '../../engine/uncertainty.ts'
import { UsageError } from '../../language/reported-error.ts'
import { usage } from '../messages.ts'
import type { Overlay, ScenarioLink, WrongPart } from './types.ts'

/** Also what some programs take for the end of an address. */
export const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*~]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Throws on text that is no percent encoding: the segment is then damaged. */
const plain = (text: string): string => decodeURIComponent(text)

/** The shortest text that gives the same bits; plus signs are left out, because some programs read them as spaces. */
const numberText = (value: number, what: string): string => {
  if (!Number.isFinite(value)) throw new UsageError(usage.linkNotFinite({ what, value }))
  return Object.is(value, -0) ? '-0' : String(value).replace('+', '')
}

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

/** 'publicInvestment=1.5@2027:2,2@2030:1:2035'; times that are not set stay empty. */
const settingText = (lever: string, setting: LeverSetting): string => {
  const stages = stagesOf(setting).map(({ value, start, ramp, end }) => {
    const times = [start, ramp, end]
      .map(time => optionalText(time, `A time of ${lever}`))
      .join(':')
      .replace(/:+$/, '')
    return `${numberText(value, lever)}${times === '' ? '' : `@${times}`}`
  })
  return `${escaped(lever)}=${stages.join(',')}`
}

const stageIn = (text: string): LeverStage => {
  const [, value = '', schedule = ''] = /^([^@]+)(?:@(.*))?$/.exec(text) ?? []
  const times = schedule.split(':')
  if (times.length > 3) throw new Error(`'${text}' has ${times.length} times.`)
  const [start, ramp, end] = times.map(optionalIn)
  return {
    value: numberIn(value),
    ...(start === undefined ? {} : { start }),
    ...(ramp === undefined ? {} : { ramp }),
    ...(end === undefined ? {} : { end }),
  }
}

const laterStageIn = (text: string): LaterStage => {
  const { start, ...stage } = stageIn(text)
  if (start === undefined) throw new Error(`'${text}' has no start.`)
  return { ...stage, start }
}

const settingIn = (text: string): readonly [string, LeverSetting] => {
  const [, lever = '', written = ''] = /^([^=@]+)=(.+)$/.exec(text) ?? []
  const [first = '', ...later] = written.split(',')
  return [plain(lever), settingFrom([stageIn(first), ...later.map(laterStageIn)])]
}

/** 'unemployment=0.06' */
const namedNumberIn = (text: string): readonly [string, number] => {
  const [, name = '', number = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
  return [plain(name), numberIn(number)]
}

/** The keys of paths by how they change; a link holds no plus sign and no star. */
const pathKeys: Readonly<Record<PathChange, string>> = {
  set: 'path',
  add: 'pathadd',
  times: 'pathtimes',
  given: 'given',
}

/** 'nationalGrowth=4@2027,3.5@2030..2031'. */
const pathText = (address: string, { pieces }: PathSetting): string =>
  `${escaped(address)}=${pieces
    .map(({ value, from, to }) => {
      const years = [from, ...(to === undefined ? [] : [to])].map(year => numberText(year, `A year of ${address}`))
      return `${numberText(value, address)}@${years.join('..')}`
    })
    .join(',')}`

const pathIn =
  (change: PathChange): Reader =>
  (text, link) => {
    const [, address = '', pieces = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
    const setting = {
      change,
      pieces: pieces.split(',').map(piece => {
        const [, value = '', from = '', to] = /^([^@]+)@(.+?)(?:\.\.(.+))?$/.exec(piece) ?? []
        return { value: numberIn(value), from: numberIn(from), ...(to === undefined ? {} : { to: numberIn(to) }) }
      }),
    }
    return into(link, { outside: { [plain(address)]: setting } })
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

const sorted = <T>(record: Readonly<Record<string, T>>): Array<[string, T]> =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))

const settingsOf = ({ policy, assumptions, outside = {} }: Omit<Overlay, 'name'>): string[] => [
  ...sorted(policy).map(([lever, setting]) => `set=${settingText(lever, setting)}`),
  ...sorted(assumptions).map(([name, value]) => `assume=${escaped(name)}=${numberText(value, name)}`),
  ...sorted(outside).map(([address, setting]) => `${pathKeys[setting.change]}=${pathText(address, setting)}`),
]

/** All that is no default, in the one order there is: the same scenario gives the same text. */
export const segmentsOf = (link: ScenarioLink): string[] => {
  const {
    scenario,
    model,
    data,
    seed,
    members,
    language,
    package: policyPackage,
    chart,
    cursor,
    overlays,
    ended,
    thresholds = {},
    asks = {},
  } = link
  const { name, region, correlations = [], truncations = [], distributions = {} } = scenario
  const text = (key: string, value: string | undefined): string[] =>
    value === undefined || value === '' ? [] : [`${key}=${escaped(value)}`]
  return [
    ...text('region', region),
    ...text('name', name),
    ...text('model', model),
    ...text('data', data),
    `seed=${numberText(seed, 'The seed')}`,
    `members=${numberText(members, 'The number of simulations')}`,
    ...text('language', language),
    ...text('package', policyPackage),
    ...text('chart', chart),
    ...(cursor === undefined ? [] : [`cursor=${numberText(cursor, 'The cursor')}`]),
    ...(ended === undefined
      ? []
      : [`ended=${ended.map(share => numberText(share, 'A share of simulations')).join(',')}`]),
    ...sorted(asks).map(([what, asked]) => `ask=${escaped(what)}=${escaped(asked)}`),
    ...sorted(thresholds).map(([id, value]) => `threshold=${escaped(id)}=${numberText(value, id)}`),
    ...settingsOf(scenario),
    ...correlations.map(
      ({ a, b, value }) => `correlate=${escaped(a)},${escaped(b)},${numberText(value, 'A correlation')}`,
    ),
    ...truncations.map(
      ({ parameter, low, high }) =>
        `truncate=${escaped(parameter)},${optionalText(low, parameter)},${optionalText(high, parameter)}`,
    ),
    ...sorted(distributions).map(([parameter, distribution]) => `draw=${drawText(parameter, distribution)}`),
    ...overlays.flatMap(overlay => [`with=${escaped(overlay.name)}`, ...settingsOf(overlay)]),
  ]
}

/** Puts a lever, an assumption or a path where it belongs: into the overlay that was begun last, else into the scenario. */
const into = (link: ScenarioLink, part: Partial<Omit<Overlay, 'name'>>): ScenarioLink => {
  const joined = <T extends Overlay>(whole: T): T => ({
    ...whole,
    policy: { ...whole.policy, ...part.policy },
    assumptions: { ...whole.assumptions, ...part.assumptions },
    ...(part.outside === undefined ? {} : { outside: { ...whole.outside, ...part.outside } }),
  })
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

const packageFrom: Reader = (value, link) => ({ ...link, package: plain(value) })

const readers: Readonly<Record<string, Reader>> = {
  region: (value, link) => ofScenario(link, { region: plain(value) }),
  name: (value, link) => ofScenario(link, { name: plain(value) }),
  model: (value, link) => ({ ...link, model: plain(value) }),
  data: (value, link) => ({ ...link, data: plain(value) }),
  seed: (value, link) => ({ ...link, seed: wholeIn(value) }),
  members: (value, link) => ({ ...link, members: wholeIn(value) }),
  language: (value, link) => {
    if (value !== 'en' && value !== 'zh') throw new Error(`'${value}' is no language.`)
    return { ...link, language: value }
  },
  package: packageFrom,
  // In links of before.
  playbook: packageFrom,
  chart: (value, link) => ({ ...link, chart: plain(value) }),
  cursor: (value, link) => ({ ...link, cursor: numberIn(value) }),
  ended: (value, link) => ({ ...link, ended: value.split(',').map(numberIn) }),
  ask: (value, link) => {
    const [, name = '', asked = ''] = /^([^=]+)=(.*)$/.exec(value) ?? []
    return { ...link, asks: { ...link.asks, ...Object.fromEntries([[plain(name), plain(asked)]]) } }
  },
  set: (value, link) => into(link, { policy: Object.fromEntries([settingIn(value)]) }),
  assume: (value, link) => into(link, { assumptions: Object.fromEntries([namedNumberIn(value)]) }),
  threshold: (value, link) => ({
    ...link,
    thresholds: { ...link.thresholds, ...Object.fromEntries([namedNumberIn(value)]) },
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
    ofScenario(link, {
      distributions: { ...link.scenario.distributions, ...Object.fromEntries([drawIn(value)]) },
    }),
  with: (value, link) => ({
    ...link,
    overlays: [...link.overlays, { name: plain(value), policy: {}, assumptions: {} }],
  }),
}

/** Keys that are of use to somebody who writes a link. */
export const linkKeys: readonly string[] = Object.keys(readers).filter(key => key !== 'playbook')

/** The link with what a segment says, and its key; or what is wrong with the segment. */
export const readSegment = (
  segment: string,
  link: ScenarioLink,
): { readonly key: string; readonly link: ScenarioLink } | { readonly wrong: WrongPart } => {
  const [, key = segment, value = ''] = /^([^=]*)=(.*)$/.exec(segment) ?? []
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined
  if (reader === undefined) return { wrong: { kind: 'unknown', key, value } }
  try {
    return { key, link: reader(value, link) }
  } catch {
    return { wrong: { kind: 'unreadable', key, value } }
  }
}
