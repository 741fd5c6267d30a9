/** Writes and reads a whole scenario as a short text for the address of a page, and detects damaged links. */

import { nearest } from '../language/errors.ts'
import { listed, raised } from '../language/typeset.ts'
import type { Both, Message } from '../language/messages.ts'
import { hashOf } from '../regions/hash.ts'
import { standardWay, type Scenario, standardMembers, standardSeed } from './scenario.ts'
import { lookUpPackage } from '../model/design.ts'
import {
  type LinkProblem,
  type LinkReading,
  type Readable,
  type ScenarioLink,
  type WrongPart,
  escaped,
  linkKeys,
  readSegment,
  segmentsOf,
} from './segments.ts'
import { messages as scenarioMessages } from '../texts/scenario.ts'

/** Raised when the program of yesterday could not read a link of today. */
const linkVersion = 5

/**
 * The oldest form that holds all of a link: shares of futures came with the second, external conditions with the third,
 * levers with several values in time and moved thresholds with the fourth, what views ask besides with the fifth.
 */
const versionOf = ({ ended, scenario, overlays, asks = {} }: ScenarioLink): number => {
  const isStaged = ({ policy }: Scenario): boolean => Object.values(policy).some(({ later }) => later !== undefined)
  if (Object.keys(asks).length > 0) return 5
  if (scenario.thresholds !== undefined || [scenario, ...overlays].some(isStaged)) return 4
  if ([scenario, ...overlays].some(({ outside = {} }) => Object.keys(outside).length > 0)) return 3
  return ended === undefined ? 1 : 2
}

/** Overlays go into a link as long as it stays shorter than this: messengers cut longer texts. */
export const mostLetters = 8000

const bodyOf = (link: ScenarioLink): string => [`v=${versionOf(link)}`, ...segmentsOf(link)].join('&')

const sumOf = (link: ScenarioLink): string => hashOf([link.view, bodyOf(link)]).slice(0, 8)

/** As links were written that called a package a playbook. */
const sumBefore = (link: ScenarioLink): string =>
  hashOf([link.view, bodyOf(link).replace('&package=', '&playbook=')]).slice(0, 8)

const written = (link: ScenarioLink): string => `#/${escaped(link.view)}?${bodyOf(link)}&sum=${sumOf(link)}`

/** A text that a view asks with, such as a file that was opened, is left out of a link where it is longer. */
const longestAsk = 2000

/**
 * '#/what-if?v=1&region=northeast&…&sum=0a1b2c3d', what stands after the address of the app. Overlays that would make it
 * longer than `mostLetters` are left out, the last first; `left` are their names, `leftAsks` those of long texts.
 * Throws a UsageError on a number that is none.
 */
export const linkOf = (
  given: ScenarioLink,
): { readonly text: string; readonly left: readonly string[]; readonly leftAsks: readonly string[] } => {
  const asks = Object.entries(given.asks ?? {})
  const isLong = ([, text]: readonly [string, string]): boolean => text.length > longestAsk
  const short = asks.filter(one => !isLong(one))
  const link = { ...given, asks: short.length === 0 ? undefined : Object.fromEntries(short) }
  let { overlays } = link
  let text = written(link)
  while (text.length > mostLetters && overlays.length > 0) {
    overlays = overlays.slice(0, -1)
    text = written({ ...link, overlays })
  }
  const left = link.overlays.slice(overlays.length).map(({ name }) => name)
  return { text, left, leftAsks: asks.filter(isLong).map(([name]) => name) }
}

const form = /(?:^|#)\/([^?#\s]*)\?v=(\d+)(\S*)$/

/** An address that somebody wrote: no version, no sum, and only what differs from the standard. */
const writtenForm = /(?:^|#)\/([^?#\s]*)\?((?!v=)\S+)$/

/** A link as it was written: web pages and mail programs make '&amp;' of '&', and some messengers escape all of it. */
const unescaped = (text: string): string => {
  const link = text.trim().replaceAll('&amp;', '&')
  if (form.test(link) || !/(?:^|\/)%23(?:\/|%2F)/i.test(link)) return link
  try {
    return decodeURIComponent(link)
  } catch {
    return link
  }
}

/** True for a text that is meant as a link: the address of a page with a scenario, or what stands after its #. */
export const isLink = (text: string): boolean => form.test(unescaped(text))

const empty: ScenarioLink = {
  scenario: {
    name: '',
    region: '',
    assumptions: {},
    policy: {},
    model: '',
    data: '',
    seed: standardSeed,
    members: standardMembers,
  },
  view: 'answer',
  language: 'en',
  overlays: [],
}

const viewIn = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** Parts of every whole link. Hashes are missing while a page has not opened its region yet. */
const needed = ['region', 'seed', 'members']

interface Read {
  readonly link: ScenarioLink
  /** Keys that were read. */
  readonly seen: ReadonlySet<string>
  readonly wrong: readonly WrongPart[]
}

const readSegments = (segments: readonly string[], place: string): Read => {
  const view = viewIn(place)
  let link: ScenarioLink = view === '' ? empty : { ...empty, view }
  const seen = new Set<string>()
  const wrong: WrongPart[] = []
  for (const segment of segments) {
    const read = readSegment(segment, link)
    if ('wrong' in read) wrong.push(read.wrong)
    else {
      for (const key of read.keys) seen.add(key)
      link = read.link
    }
  }
  const { region } = link.scenario
  return { link: { ...link, overlays: link.overlays.map(overlay => ({ ...overlay, region })) }, seen, wrong }
}

const missing = (key: string): WrongPart => ({ kind: 'missing', key, value: '' })

const damagedBy = ({ link, seen }: Read, wrong: readonly WrongPart[]): LinkReading => {
  const readable: Readable = {
    region: seen.has('region'),
    seed: seen.has('seed'),
    levers: Object.keys(link.scenario.policy).length,
    assumptions: Object.keys(link.scenario.assumptions).length,
  }
  return { link, problem: { kind: 'damaged', readable, wrong }, byHand: false }
}

/** Undefined where it names nothing that a link can say. A sum is in no link but those that say their version. */
const readWritten = (text: string): LinkReading | undefined => {
  const [, place = '', rest = ''] = writtenForm.exec(unescaped(text)) ?? []
  // A person writes '4%' as it is said.
  const segments = rest.replaceAll(/%(?![\da-f]{2})/gi, '%25').split('&')
  const read = readSegments(rest === '' ? [] : segments, place)
  if (read.seen.size === 0) return undefined
  const { package: called, ...scenario } = read.link.scenario
  const named = called === undefined ? undefined : lookUpPackage(called)
  const wrong = [
    ...read.wrong.map(part => (part.key === 'sum' ? missing('v') : part)),
    ...(called === undefined || named !== undefined
      ? []
      : [{ kind: 'unreadable', key: 'package', value: called } as const]),
    ...(read.seen.has('region') ? [] : [missing('region')]),
  ]
  // A link written by hand has the default of all stated scenarios, a package its own way; one that a program wrote says
  // itself who finances.
  const standing = named === undefined ? { financing: standardWay } : { package: named.id }
  const whole = { ...standing, ...scenario }
  const stated = { ...read, link: { ...read.link, scenario: whole } }
  const reading = wrong.length === 0 ? { link: stated.link, problem: undefined } : damagedBy(stated, wrong)
  return { ...reading, byHand: !read.wrong.some(({ key }) => key === 'sum') }
}

/**
 * Reads a link; undefined where the text is none. Spelling is free, because messengers escape signs, content is not: the
 * sum is taken over what was read, written anew.
 */
export const readLink = (text: string): LinkReading | undefined => {
  const [, place = '', version = '', rest = ''] = form.exec(unescaped(text)) ?? []
  if (version === '') return readWritten(text)
  const segments = rest.split('&').slice(1)
  const at = segments.findLastIndex(segment => /^sum=\w+$/.test(segment))
  const [, sum] = at < 0 ? [] : segments[at]!.split('=')
  // Whatever stands last in a link without its sum was cut somewhere: half a number is a wrong number.
  const read = readSegments(at < 0 ? segments.slice(0, -1) : segments.toSpliced(at, 1), place)
  const { link, seen } = read
  if (Number(version) > linkVersion)
    return { link, problem: { kind: 'newer', version: Number(version) }, byHand: false }
  const wrong = [...read.wrong, ...[...needed.filter(key => !seen.has(key)), ...(at < 0 ? ['sum'] : [])].map(missing)]
  const whole = rest.startsWith('&') && sum === (seen.has('playbook') ? sumBefore(link) : sumOf(link))
  return wrong.length === 0 && whole ? { link, problem: undefined, byHand: false } : damagedBy(read, wrong)
}

/** In what the program that opens a link differs from the one that wrote it; numbers then differ from those of then. A link without a hash says nothing. */
export const changedSince = (
  made: Pick<Scenario, 'model' | 'data'>,
  now: { readonly model: string; readonly data: string },
): ReadonlyArray<'model' | 'data'> =>
  (['model', 'data'] as const).filter(what => (made[what] ?? '') !== '' && made[what] !== now[what])

/** Of a link that has lost its end, what else is missing says nothing more. */
export const linkFaults = (wrong: readonly WrongPart[]): ReadonlyArray<Both<string>> => {
  const cut = wrong.some(({ kind, key }) => kind === 'missing' && key === 'sum')
  const told = wrong.filter(({ kind }) => !cut || kind !== 'missing')
  const faults = told.map(({ kind, key, value, why }) => {
    if (kind === 'missing') return scenarioMessages.linkKeyMissing({ key })
    if (kind === 'view') return scenarioMessages.linkView({ view: key, known: value })
    if (kind === 'unreadable' && why !== undefined) return scenarioMessages.linkValueWhy({ key, value, why })
    if (kind === 'unreadable') return scenarioMessages.linkValue({ key, value })
    return scenarioMessages.linkKey({ key, meant: nearest(key, linkKeys), known: linkKeys })
  })
  const ends = cut ? [scenarioMessages.linkCut()] : wrong.length === 0 ? [scenarioMessages.linkAltered()] : []
  return [...faults, ...ends].map(({ text }) => text)
}

const counted = (count: number, one: string, zh: string): Both<string>[] =>
  count === 0 ? [] : [{ en: `${count} ${one}${count === 1 ? '' : 's'}`, zh: `${count}${zh}` }]

/** The faults of a link, the parts of it that were read, and what to do. */
export const linkMessage = (problem: LinkProblem): Message => {
  if (problem.kind === 'newer') {
    return scenarioMessages.linkNewer({ version: problem.version, known: linkVersion })
  }
  const faults = linkFaults(problem.wrong)
  const joined = { en: faults.map(({ en }) => en).join(' '), zh: faults.map(({ zh }) => zh).join('') }
  return scenarioMessages.linkDamaged({ faults: joined, found: partsRead(problem.readable) })
}

/** The parts of a damaged link that were read, as a sentence without its end. */
export const partsRead = ({ region, seed, levers, assumptions }: Readable): Both<string> => {
  const parts = [
    ...(region ? [{ en: 'region', zh: '地区' }] : []),
    ...(seed ? [{ en: 'seed', zh: '随机种子' }] : []),
    ...counted(levers, 'lever', '项政策工具'),
    ...counted(assumptions, 'assumption', '项假设'),
  ]
  if (parts.length === 0) return { en: 'Nothing could be read', zh: '未能读出任何内容' }
  const [list, zh] = (['en', 'zh'] as const).map(language =>
    listed(
      parts.map(part => part[language]),
      language,
    ),
  )
  const one = parts.length === 1 && !list!.endsWith('s')
  return { en: `${raised(list!)} ${one ? 'was' : 'were'} read`, zh: `已读出${zh}` }
}
