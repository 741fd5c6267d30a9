/**
 * The table behind a chart as data for other programs: numbers without marks, and the unit of each column in brackets at
 * the end of its head, 'Current policy (% of GDP)'. Rows in units of their own have it in their heads.
 */

import type { ExportTable } from '../../analysis/files/export/tables.ts'
import type { TableData } from '../charts/table.tsx'

interface Cell {
  readonly value: number
  readonly unit: string
}

/** Multiples of units: money is shown in the size that suits it, and saved in one. */
const multiples: ReadonlyArray<readonly [begin: RegExp, unit: string, factor: number]> = [
  [/^万亿/, '亿', 10_000],
  [/^tn\s/, 'bn ', 1000],
]

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** '−1,234.5 bn yuan' -> -1234.5 and 'bn yuan'; '3 × 10⁻¹⁷' -> 3e-17; undefined for what is no number. */
const cellOf = (text: string): Cell | undefined => {
  const plain = text
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replace('−', '-')
    .replace(/^\+/, '')
  const power = /^(-?[\d.]+)\s×\s10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/.exec(plain)
  if (power !== null) {
    const exponent = [...power[2]!].map(sign => (sign === '⁻' ? '-' : String(superscripts.indexOf(sign)))).join('')
    return { value: Number(`${power[1]}e${exponent}`), unit: '' }
  }
  const [, number, rest] = /^(-?\d+(?:\.\d+)?)\s?([^\d]{0,20})$/.exec(plain) ?? []
  if (number === undefined || rest === undefined) return undefined
  const found = multiples.find(([begin]) => begin.test(rest))
  return found === undefined
    ? { value: Number(number), unit: rest }
    : { value: Number((Number(number) * found[2]).toPrecision(15)), unit: rest.replace(found[0], found[1]) }
}

/** 'Revived, %' has its unit already, in the form of a sentence. */
const inHead = /^(.+?)(?:, |，)((?:%|pp|bn |thousand|million|(?:percentage )?points|亿|万|千|个?百分点).*)$/

const withUnit = (head: string, unit: string): string => {
  const [, name, own] = inHead.exec(head) ?? []
  if (name !== undefined) return `${name} (${own})`
  return unit === '' || unit === head ? head : `${head} (${unit})`
}

/** Of several cells: the one unit that all of them have, or undefined. */
const commonUnit = (cells: ReadonlyArray<Cell | undefined>): string | undefined => {
  const units = new Set(cells.flatMap(cell => (cell === undefined || cell.value === 0 ? [] : [cell.unit])))
  return units.size > 1 ? undefined : ([...units][0] ?? cells.find(cell => cell !== undefined)?.unit ?? '')
}

export const chartTable = ({ head, rows, unit = '' }: TableData, name: string): ExportTable => {
  const cells = rows.map(row => row.slice(1).map(cellOf))
  const given = (at: number): string => (typeof unit === 'string' ? unit : (unit[at] ?? ''))
  const columnUnits = head.slice(1).map((_, at) => commonUnit(cells.map(row => row[at])))
  const ofRows = columnUnits.includes(undefined)
  const rowUnits = cells.map(row => commonUnit(row))
  const value = (text: string, cell: Cell | undefined, rowUnit: string | undefined): string | number | undefined => {
    if (text === '–' || text === '') return undefined
    // A unit that neither the column nor the row has stays with its number.
    if (cell === undefined || (ofRows && rowUnit === undefined)) return text
    return cell.value
  }
  return {
    name,
    columns: head.map((text, at) =>
      at === 0
        ? { name: text, kind: 'text' as const }
        : { name: withUnit(text, (ofRows ? '' : columnUnits[at - 1]) || given(at - 1)), kind: 'number' as const },
    ),
    rows: rows.map(([first = '', ...rest], row) => [
      ofRows ? withUnit(first, rowUnits[row] ?? '') : first,
      ...rest.map((text, at) => value(text, cells[row]![at], rowUnits[row])),
    ]),
  }
}
