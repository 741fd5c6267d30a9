/** Tests that the Why, Who and Accounts views give the numbers of the command line, to the bit. */

import { describe, expect, it } from 'vitest'
import { areaPlace, booksAt } from '../../../analysis/explain/books/books.ts'
import { bookCauses } from '../../../analysis/explain/books/cell-causes.ts'
import { changeRange, explainPolicy, outcomeAt } from '../../../analysis/explain/change.ts'
import { type Quantity, quantityText } from '../../../analysis/explain/quantity.ts'
import { openOnWasm } from '../../../analysis/region/wasm-region.ts'
import { json } from '../../../cli/testing/command-line-fixture.ts'
import { openRegion } from '../../../cli/testing/open-fixture.ts'
import { type Block, isFigure, isSpread } from '../../../questions/core/report.ts'
import type { Task } from '../../../threads/task.ts'
import { questionReport } from './question.ts'
import { causes, outcomesOf } from './explanations.ts'

/** The causes to which the figures of a report lead, by table. */
const causesIn = (blocks: readonly Block[]): Map<string, Quantity[]> =>
  new Map(
    blocks.flatMap((block): Array<[string, Quantity[]]> => {
      if (block.kind === 'section') return [...causesIn(block.blocks)]
      if (block.kind !== 'table') return []
      const own = block.rows
        .flat()
        .flatMap(cell => ((isFigure(cell) || isSpread(cell)) && cell.cause !== undefined ? [cell.cause] : []))
      return own.length === 0 ? [] : [[block.id, own]]
    }),
  )

const open = openOnWasm(openRegion('northeast').region)
const task: Task = { cancelled: () => false, progress: () => {}, pause: () => Promise.resolve() }

describe('answers of the worker', () => {
  it('causes equal `trace`', async () => {
    const found = await json('trace regionDebtToGdp --year 2035 --policy G --depth 1')
    const policy = found.scenario.policy
    const own = causes(open, {
      policy,
      assumptions: {},
      asked: { name: 'regionDebtToGdp', closing: false, labels: {}, step: (2036 - open.region.start) * 4 - 1 },
    })
    expect([own.row.value, own.row.before]).toEqual([found.cause.value, found.cause.currentPolicy])
    expect(own.causes.map(({ name, value, before }) => [name, value, before])).toEqual(
      found.cause.inputs.map((one: any) => [one.name, one.value, one.currentPolicy]),
    )
  })

  it('a cell of the books that restates one amount has the value of that amount, in the tree and in the split', () => {
    const policy = { publicInvestment: { value: 1 } }
    const area = 'CN-JL'
    for (const place of [undefined, area]) {
      const step = (2036 - open.region.start) * 4 - 1
      const { matrices } = booksAt(open, { policy }, step, areaPlace(open, place))
      const cellOf = (name: string, row: string, column: string): number => {
        const matrix = matrices.find(one => one.name === name)!
        const at = matrix.columns.findIndex(one => one.name === column)
        return matrix.rows.find(one => one.name === row)!.cells[at]!
      }
      for (const [matrix, row, column, sign] of [
        ['balanceSheet', 'deposits', 'HY', 1],
        ['balanceSheet', 'firmLoans', 'FS', -1],
        ['transactionFlows', 'land', 'PG', 1],
        ['transactionFlows', 'retainedProfit', 'FSk', 1],
      ] as const) {
        const [cause, ...others] = bookCauses(open.linked)[matrix][row]![column]!
        expect(others).toEqual([])
        const labels = { ...cause!.labels, ...(place === undefined ? {} : { area: place }) }
        const quantity = { name: cause!.name, closing: cause!.closing, labels }
        const wanted = cellOf(matrix, row, column) * sign
        const { row: root } = causes(open, { policy, assumptions: {}, asked: { ...quantity, step } })
        expect(root.value).toBeCloseTo(wanted, 8)
        const outcome = `${quantityText(quantity)}@2035Q4`
        expect(explainPolicy(open, policy, outcomeAt(open, outcome)).after).toBeCloseTo(wanted, 8)
      }
    }
  })

  it('every cell of the books leads to a cause, and every cause can be asked for', () => {
    const known = bookCauses(open.linked)
    const asked = new Set<string>()
    for (const matrix of booksAt(open, {}, 8).matrices) {
      for (const { name, cells } of matrix.rows) {
        for (const [at, { name: column }] of matrix.columns.entries()) {
          if (cells[at] === null || cells[at] === 0) continue
          const found = known[matrix.name as 'balanceSheet'][name]?.[column] ?? []
          expect(found.length, `${matrix.name}: ${name}, ${column}`).toBeGreaterThan(0)
          for (const cause of found) asked.add(quantityText(cause))
        }
      }
    }
    expect(asked.size).toBeGreaterThan(60)
    for (const text of asked) expect(outcomeAt(open, `${text}@2035Q4`).from).toBe(2035.75)
  })

  it('the payments of a sector sum to its balance, and what a page shows of households, provinces and payments can be asked for', async () => {
    const { scenario, payers, payments } = await json('who northeast --policy G --members 0 --payer province')
    const { change } = payers.find(({ id }: { id: string }) => id === 'province')
    expect(payments.reduce((sum: number, flow: { change: number }) => sum + flow.change, 0)).toBeCloseTo(
      change.central,
      8,
    )
    const { blocks } = await questionReport(
      open,
      { question: 'who', scenario, given: { simulations: 0, payer: 'province' } },
      task,
    )
    const asked = causesIn(blocks)
    expect(Object.fromEntries([...asked].map(([table, own]) => [table, own.length]))).toEqual({
      people: 11,
      payments: 9,
      areas: 16,
      birth: 48,
    })
    for (const cause of [...asked.values()].flat())
      expect(outcomeAt(open, `${quantityText(cause)}@2035Q4`).variable, quantityText(cause)).toBe(cause.name)
  })

  it('the sensitivity to an input equals runs with its ends, and the range of a change is that of its futures', async () => {
    // Financed by bonds: without finance other spending gives way, and employment hardly moves.
    const policy = { publicInvestment: { value: 1 }, financedByBonds: { value: 1 } }
    const input = { policy, assumptions: {}, outcome: 'regionUnemployment@2030Q4' }
    const ends = outcomesOf(open, {
      runs: [0.15, 0.7].map(wageFromSlack => ({ policy, assumptions: { wageFromSlack } })),
      outcomes: ['regionUnemployment@2029Q4', input.outcome],
    }).map(([, last]) => last)
    const run = (value: number): number =>
      openRegion('northeast')
        .simulator.run({ ...input, assumptions: { wageFromSlack: value }, record: ['regionUnemployment'] })
        .series.get('regionUnemployment')!.values[(2031 - open.region.start) * 4 - 1]
    expect(ends).toEqual([run(0.15), run(0.7)])
    const settings = { seed: 1, members: 9 }
    const runs = { many: open.simulator.runMany, advance: () => {} }
    const band = await changeRange(open, input, outcomeAt(open, input.outcome), settings, runs)
    expect(band.low).toBeLessThan(band.median)
    expect(band.median).toBeLessThan(band.high)
    expect(band.low).toBeLessThan(0)
  })
})
