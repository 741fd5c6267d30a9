/**
 * Every variable of the shipped region, held to golden/northeast/variables.csv: its sum over places, ages and firms at
 * the end of three years under three experiments, and a fingerprint of all its bits. A variable that moves is named.
 */

import { csvFormat, csvParse } from 'd3-dsv'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openRegion } from '../cli/testing/open-fixture.ts'
import { fingerprints, years } from './every-variable-fixture.ts'

const file = join(dirname(fileURLToPath(import.meta.url)), '../../golden/northeast/variables.csv')
const columns = ['current', 'up', 'down'].flatMap(experiment => years.map(year => `${experiment}${year}`))

interface Row {
  readonly name: string
  readonly bits: string
  readonly [column: string]: string
}

const measured = (): Row[] =>
  [...fingerprints(openRegion('northeast'))].map(([name, { sums, bits }]) => ({
    name,
    ...Object.fromEntries(columns.map((column, at) => [column, String(sums[at])])),
    bits,
  }))

/** 'price: up2030 1.02 -> 1.03 (+1 %)'. */
const movement = (before: Row, after: Row): string => {
  const column = columns.find(one => before[one] !== after[one])
  if (column === undefined) return `${after.name}: the same sums, other bits`
  const change = (Number(after[column]) / Number(before[column]) - 1) * 100
  return `${after.name}: ${column} ${before[column]} -> ${after[column]} (${change.toPrecision(3)} %)`
}

describe('every variable of the Northeast', () => {
  const rows = measured()
  if (process.env['UPDATE_GOLDEN'] !== undefined) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${csvFormat(rows, ['name', ...columns, 'bits'])}\n`)
  }
  const golden = new Map(csvParse(readFileSync(file, 'utf8')).map(row => [row['name']!, row as unknown as Row]))

  it('has the bits of the golden file', () => {
    const moved = rows.flatMap(row => {
      const before = golden.get(row.name)
      if (before === undefined) return [`${row.name}: new`]
      return before.bits === row.bits ? [] : [movement(before, row)]
    })
    const known = new Set(rows.map(({ name }) => name))
    const gone = [...golden.keys()].filter(name => !known.has(name)).map(name => `${name}: gone`)
    expect(
      [...moved, ...gone],
      'if this is meant: UPDATE_GOLDEN=1 npm run unit -- src/model/every-variable, and say in the commit what moved ' +
        'and why',
    ).toEqual([])
  })

  it('has only finite numbers', () => {
    const wrong = rows.filter(row => columns.some(column => !Number.isFinite(Number(row[column]))))
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})
