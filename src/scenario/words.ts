/**
 * Writes what a scenario sets as words and reads them back: 'lever=value@start:ramp:end', 'parameter=value' and
 * 'path=value@year'. Commands, links and stored scenarios share this one grammar.
 */

import type { PathChange, PathPiece, PathSetting } from '../engine/outside.ts'
import {
  defaultStart,
  type LaterStage,
  type LeverSetting,
  type LeverStage,
  settingFrom,
  stagesOf,
} from '../engine/scenario.ts'
import { midQuarter, quarterOf } from '../language/quarters.ts'
import { halfWidth } from '../language/typeset.ts'
import { type Message, UsageError } from '../language/messages.ts'
import { typedNumber } from '../language/usage.ts'
import { messages as scenarioMessages } from '../texts/scenario.ts'
import { messages as pathMessages } from '../texts/path.ts'

/** The shortest text that gives the same bits; without a plus sign, which some programs read as a space in an address. */
export const numberText = (value: number, what: string): string => {
  if (!Number.isFinite(value)) throw new UsageError(scenarioMessages.linkNotFinite({ what, value }))
  return Object.is(value, -0) ? '-0' : String(value).replace('+', '')
}

const settingForm = scenarioMessages.settingForm({ colon: ':' })
const pathForm = pathMessages.form({ comma: ',' })

/** Advice on a value that is no number: on the sign of one in per cent, else on the form. */
const unlessPercent = (text: string, form: Message, percent: Message): Message =>
  /[%％]\s*$/.test(text) ? percent : form

const numberIn = (text: string, refusal: () => Message): number => {
  const value = typedNumber(text)
  if (value === undefined) throw new UsageError(refusal())
  return value
}

/** A name, with a label where it takes one, or its growth, and what follows the sign. */
const assigned = /^\s*([^\s=+*[\]@]+(?:\[[^\]]+\])?\)?)\s*(==|\+=|\*=|=)\s*(.*)$/s

const assignedIn = (given: string): { readonly [part in 'text' | 'name' | 'sign' | 'written']: string } | undefined => {
  const text = halfWidth(given)
  const [, name, sign, written] = assigned.exec(text) ?? []
  return name === undefined || sign === undefined || written === undefined ? undefined : { text, name, sign, written }
}

/** '1.5@2027:2:2035' -> a stage of the setting that is written as `whole`; a time left out has its default. */
const stageIn = (whole: string, piece: string): LeverStage => {
  const [, value = '', schedule] = /^([^@]*)(?:@(.*))?$/s.exec(piece) ?? []
  const times = schedule === undefined ? [] : schedule.split(':')
  if (times.length > 3)
    throw new UsageError(scenarioMessages.tooManyTimes({ text: whole, count: times.length, form: settingForm }))
  const read = (text: string, part: 'value' | 'start' | 'ramp' | 'end'): number =>
    numberIn(text, () => {
      const form = unlessPercent(text, settingForm, scenarioMessages.leverPercent())
      return scenarioMessages.notNumber({ whole, part, text, form })
    })
  const named = (['start', 'ramp', 'end'] as const).flatMap((part, at) => {
    const text = times[at]
    const isLeftOut = text === undefined || (text === '' && at < times.length - 1)
    return isLeftOut ? [] : [[part, read(text, part)] as const]
  })
  return { value: read(value, 'value'), ...Object.fromEntries(named) }
}

const startsSomewhere = (stage: LeverStage): stage is LaterStage => stage.start !== undefined

/** 'publicInvestment=1.5@2027:2,2@2030:1:2035', 'robotsTo[vehicles]=0.5' -> its name and setting. */
export const parseSetting = (given: string): readonly [string, LeverSetting] => {
  const found = assignedIn(given)
  if (found?.sign !== '=')
    throw new UsageError(scenarioMessages.setsNoLever({ text: halfWidth(given), form: settingForm }))
  const { text, name, written } = found
  const [first = '', ...more] = written.split(',')
  const later = more.map(piece => stageIn(text, piece))
  const without = later.findIndex(stage => !startsSomewhere(stage))
  if (without >= 0) throw new UsageError(scenarioMessages.laterWithoutStart({ whole: text, text: more[without] ?? '' }))
  return [name, settingFrom([stageIn(text, first), ...later.filter(startsSomewhere)])]
}

const stageText = ({ value, start, ramp, end }: LeverStage, name: string): string => {
  const times = [start, ramp, end]
    .map(time => (time === undefined ? '' : numberText(time, `A time of ${name}`)))
    .join(':')
    .replace(/:+$/, '')
  return `${numberText(value, name)}${times === '' ? '' : `@${times}`}`
}

/** The setting without its name: '1.5@2027:2,2@2030:1:2035'. */
export const settingText = (name: string, setting: LeverSetting): string =>
  stagesOf(setting)
    .map(stage => stageText(stage, name))
    .join(',')

/** The words that `parseSetting` reads back as this setting. */
export const settingWords = (name: string, setting: LeverSetting): string => `${name}=${settingText(name, setting)}`

/** 'wageFromSlack=0.5', 'wageProfile[young]=0.8' -> its name and value. */
export const parseAssumption = (given: string): readonly [string, number] => {
  const found = assignedIn(given)
  if (found?.sign !== '=')
    throw new UsageError(
      scenarioMessages.setsNoParameter({ text: halfWidth(given), form: scenarioMessages.assumptionForm() }),
    )
  const { text: whole, name, written: text } = found
  const form = unlessPercent(text, scenarioMessages.assumptionForm(), scenarioMessages.parameterPercent())
  return [name, numberIn(text, () => scenarioMessages.assumptionNotNumber({ whole, text, form }))]
}

/** The mark between the name of a path and its values, by the kind of change. */
export const pathSigns: Readonly<Record<PathChange, string>> = { set: '=', add: '+=', times: '*=', given: '==' }

/** '2027', or '2027Q4' as the time in the middle of the quarter. */
const timeText = (text: string): string => {
  const [, year, quarter] = /^\s*(\d{4})Q([1-4])\s*$/i.exec(text) ?? []
  return year === undefined ? text : String(midQuarter(Number(year), Number(quarter)))
}

/** '4.0@2027', '3@2027..2028' or '3@2027-2028'; from the start of policies where no year stands. */
const pieceIn = (whole: string, text: string): PathPiece => {
  const [, value = '', years] = /^([^@]*)(?:@(.*))?$/.exec(text) ?? []
  const [, from, to] = /^(\d{4})\s*[-–—~～至]\s*(\d{4})$/.exec(years ?? '') ?? /^(.*?)(?:\.\.(.*))?$/.exec(years ?? '')!
  const read = (number: string): number =>
    numberIn(number, () => {
      const form = unlessPercent(number, pathForm, pathMessages.percent())
      return pathMessages.notNumber({ whole, text: number, form })
    })
  return {
    value: read(value),
    from: years === undefined ? defaultStart : read(timeText(from!)),
    ...(to === undefined ? {} : { to: read(to) }),
  }
}

/** The author, date and reason behind the values (';by=Li;why=%E2%80%A6'), the equations to go through, and the consent to a far value. */
const noteKeys = ['by', 'on', 'why'] as const

const noteText = ({ through, accepted, ...setting }: PathSetting): string =>
  [
    ...(through === undefined ? [] : [`through=${through.join(',')}`]),
    ...(accepted === true ? ['accepted'] : []),
    ...noteKeys.flatMap(key => (setting[key] === undefined ? [] : [`${key}=${encodeURIComponent(setting[key])}`])),
  ]
    .map(part => `;${part}`)
    .join('')

const noteIn = (whole: string, part: string): Partial<PathSetting> => {
  const [, key = part, value = ''] = /^\s*(\w+)(?:=(.*))?$/s.exec(part) ?? []
  if (key === 'accepted') return { accepted: true }
  if (key === 'through') return { through: value.split(',') }
  const known = noteKeys.find(one => one === key)
  if (known === undefined || value === '') throw new UsageError(pathMessages.notNote({ whole, text: part }))
  return { [known]: decodeURIComponent(value) }
}

/** 'regionOutput growth=4.5%' -> 'growth(regionOutput)=4.5': growth is in per cent, with the sign or without. */
const growthFirst = (text: string): string => {
  const first = text.replace(/^\s*([^\s=+*@]+)\s+growth\s*(?=[=+*])/, 'growth($1)')
  return first.startsWith('growth(') ? first.replaceAll(/(\d)\s*%(?=@|,|;|$)/g, '$1') : first
}

/**
 * 'nationalGrowth=4.0@2027,3.5@2030', 'bondRate+=2@2027..2028', 'landDemand*=0.5@2027' -> its path and setting; or an
 * outcome that is held, 'growth(regionOutput)=4.5@2027;through=exports'.
 */
export const parsePath = (given: string): readonly [string, PathSetting] => {
  const found = assignedIn(growthFirst(halfWidth(given)))
  if (found === undefined) throw new UsageError(pathMessages.setsNone({ text: halfWidth(given), form: pathForm }))
  const { text, name, sign, written } = found
  const change = (Object.keys(pathSigns) as PathChange[]).find(one => pathSigns[one] === sign)!
  const [values = '', ...notes] = written.split(';')
  const pieces = values.split(',').map(piece => pieceIn(text, piece))
  return [name, Object.assign({ change, pieces }, ...notes.map(part => noteIn(text, part)))]
}

/** As `parsePath`, of an outcome that is held: a share may stand in per cent. */
export const parseHold = (given: string): readonly [string, PathSetting] => {
  const text = growthFirst(halfWidth(given))
  return parsePath(text.replaceAll(/(-?[\d.]+)\s*%(?=@|,|;|$)/g, (_, value: string) => String(Number(value) / 100)))
}

/** The values of a path without its name and sign: '4@2027,3.5@2030..2031'. */
export const piecesText = (name: string, setting: PathSetting): string =>
  setting.pieces
    .map(({ value, from, to }) => {
      const years = [from, ...(to === undefined ? [] : [to])].map(
        year => quarterOf(year) ?? numberText(year, `A year of ${name}`),
      )
      return `${numberText(value, name)}@${years.join('..')}`
    })
    .join(',') + noteText(setting)

/** The words that `parsePath` reads back as this setting. */
export const pathWords = (name: string, setting: PathSetting): string =>
  `${name}${pathSigns[setting.change]}${piecesText(name, setting)}`

/** The named values that can be written and read back; `lose` is told their names. */
export const readableIn = <Value>(
  named: Readonly<Record<string, unknown>>,
  words: (name: string, value: Value) => string,
  parse: (text: string) => readonly [string, Value],
  lose: (name: string) => void,
): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(named).flatMap(([name, value]) => {
      try {
        return [parse(words(name, value as Value))]
      } catch {
        lose(name)
        return []
      }
    }),
  )

export const assumptionWords = (name: string, value: number): string => `${name}=${numberText(value, name)}`

/** Named values in the one order there is, so that the same scenario gives the same text. */
export const inOrder = <Value>(named: Readonly<Record<string, Value>>): Array<[string, Value]> =>
  Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1))
