/** Writes the text of a Vensim file: groups, definitions of dimensions, the clock, equations and lookups. */

import type { SumLoop } from '../../linked.ts'
import type { HelperPiece } from './expressions.ts'
import type { MdlNames } from './names.ts'
import { mdlNumeral, plainText, wrapEquation } from './numerals.ts'
import type { CornerPoint } from './recording.ts'

/** An equation: left side without subscripts, and its texts by range. */
export interface MdlEntry {
  readonly name: string
  readonly unit: string
  readonly doc: string
  readonly pieces: readonly HelperPiece[]
}

export interface Lookup {
  readonly name: string
  readonly unit: string
  readonly doc: string
  readonly points: readonly CornerPoint[]
}

export interface MdlSection {
  readonly title: string
  readonly entries: readonly MdlEntry[]
}

export interface MdlClock {
  readonly startTime: number
  readonly timeStep: number
  readonly steps: number
}

export const subscripts = (names: MdlNames, ranges: readonly SumLoop[]): string =>
  ranges.length === 0 ? '' : `[${ranges.map(range => names.range(range)).join(',')}]`

/** Unit and comment, which end a definition. */
const ending = (unit: string, doc: string): string => {
  const plain = plainText(unit)
  return `\n\t~\t${plain === '1' ? 'Dmnl' : plain.replaceAll('%', 'percent')}\n\t~\t${plainText(doc)}\n\t|`
}

const stars = '*'.repeat(56)

const group = (title: string, lines: readonly string[]): string =>
  `${stars}\n\t.${plainText(title)}\n${stars}~\n\t\t${lines.map(plainText).join('\n\t\t')}\n\t|`

const entryText = (names: MdlNames, { name, unit, doc, pieces }: MdlEntry): string =>
  pieces
    .map(({ ranges, text }, at) => {
      const end = at < pieces.length - 1 ? ' ~~|' : ending(unit, doc)
      return `${name}${subscripts(names, ranges)} =${text.length > 60 ? '\n\t\t' : ' '}${wrapEquation(text)}${end}`
    })
    .join('\n')

const lookupText = ({ name, unit, doc, points }: Lookup): string => {
  const pair = (x: number, y: number): string => `(${mdlNumeral(x)},${mdlNumeral(y)})`
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const box = `[${pair(Math.min(...xs), Math.min(...ys))}-${pair(Math.max(...xs), Math.max(...ys))}]`
  const list = points.map(([x, y]) => pair(x, y)).join(', ')
  return `${name}(\n\t\t${wrapEquation(`${box}, ${list}`)})${ending(unit, doc)}`
}

export const fileText = (
  names: MdlNames,
  about: readonly string[],
  { startTime, timeStep, steps }: MdlClock,
  sections: readonly MdlSection[],
  lookups: readonly Lookup[],
): string => {
  // Equations first: they name the parts of dimensions that the definitions must hold.
  const equations = sections.flatMap(({ title, entries }) => [
    group(title, ['']),
    ...entries.map(entry => entryText(names, entry)),
  ])
  const definitions = names
    .definitions()
    .map(({ name, labels, doc }) => `${name}:\n\t${wrapEquation(labels)}${ending('', doc)}`)
  const control = [
    ['INITIAL TIME', mdlNumeral(startTime), 'Opening of the first step'],
    ['FINAL TIME', mdlNumeral(startTime + (steps - 1) * timeStep), 'Opening of the last step'],
    ['TIME STEP', mdlNumeral(timeStep), 'Length of a step'],
    ['SAVEPER', 'TIME STEP', 'Every step is kept'],
  ].map(([name = '', text = '', doc = '']) => `${name} = ${text}${ending('year', doc)}`)
  const parts = [
    '{UTF-8}',
    group('About', about),
    ...definitions,
    group('Control', ['Euler steps; the last time is the opening of the last step']),
    ...control,
    ...equations,
    ...(lookups.length === 0 ? [] : [group('Paths and tables', [''])]),
    ...lookups.map(lookupText),
  ]
  return `${parts.join('\n\n')}\n`
}
