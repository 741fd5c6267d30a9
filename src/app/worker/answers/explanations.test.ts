/** Tests that the Why, Who and Accounts views give the numbers of the command line, to the bit. */

import { describe, expect, it } from 'vitest'
import { outcomeAt } from '../../../analysis/explain/change.ts'
import { quantityText } from '../../../analysis/explain/quantity.ts'
import { planOf } from '../../../analysis/verdict.ts'
import { peopleKinds } from '../../../analysis/who/people.ts'
import { openOnWasm } from '../../../analysis/wasm-region.ts'
import { json } from '../../../cli/fixture.ts'
import { openRegion } from '../../../cli/open-fixture.ts'
import { birthCause, peopleCauses } from '../../views/who/causes.ts'
import { Cancelled, type Task } from '../../../threads/task.ts'
import { books } from './books.ts'
import { causes } from './causes.ts'
import { payers } from './payers.ts'
import { outcomeSensitivity } from './outcome-sensitivity.ts'
import { eventReasons, packageReason } from './reasons.ts'
import { split } from './split.ts'
import { changeRange } from './change-range.ts'
import { verdictSensitivity } from './verdict-sensitivity.ts'
import { theme } from './theme.ts'
import { who } from './who.ts'

const open = openOnWasm(openRegion('northeast').region)
const task: Task = { cancelled: () => false, progress: () => {}, pause: () => Promise.resolve() }
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

describe('answers of the worker', () => {
  it('split and theme equal `explain`', async () => {
    const found = await json(
      'explain northeast --policy H --assume wageFromSlack=0.5 --theme Debt --outcome regionDebtToGdp@2035Q4 --json',
    )
    const { policy, assumptions } = found.scenario
    const input = { policy, assumptions, outcome: 'regionDebtToGdp@2035Q4' }
    const own = split(open, input)
    expect(plain(own.policy)).toEqual(found.policy)
    expect(plain(own.source)).toEqual(found.source)
    expect(plain(theme(open, { ...input, theme: 'Debt' }))).toEqual(found.within.Debt)
  })

  it('reasons equal those of `explain` for a package and of `impact` for an event', async () => {
    const { id, factor } = planOf(open, {}).packages.find(one => one.id === 'D')!
    const own = packageReason(open, { id, factor: factor!, indicator: 'pensionPerRetiree', assumptions: {} })
    const explained = await json(`explain northeast --policy D --outcome ${own.variable}@${own.year}`)
    expect(plain(own.divisions)).toEqual(explained.reasons)
    const event = { shocks: ['exportsRussia=-100%'], year: 2030, assumptions: {} }
    const impact = await json('impact northeast --shock exportsRussia=-100% --year 2030 --members 0')
    expect(plain(eventReasons(open, event))).toEqual(impact.reasons)
    expect(eventReasons(open, { ...event, assumptions: { migrationResponse: 0.8 } })).not.toEqual(impact.reasons)
  })

  it('the sensitivity of the verdict equals `evidence` for a parameter, a figure and a path, and can be taken back', async () => {
    const found = await json('evidence northeast --policy G --walks 2 --seed 5')
    const { policy } = (await json('run northeast --policy G')).scenario
    const input = { policy, assumptions: {}, walks: 2, seed: 5 }
    for (const name of ['growthGap', 'capitalStart[private]', 'nationalGrowth']) {
      const own = await verdictSensitivity(open, { ...input, input: name }, task)
      expect(plain(own)).toMatchObject(found.inputs.find((one: { name: string }) => one.name === name))
    }
    expect(await verdictSensitivity(open, { ...input, input: 'gdpBaseYear' }, task)).toBeNull()
    const taken = { ...task, pause: () => Promise.reject(new Cancelled()) }
    await expect(verdictSensitivity(open, { ...input, input: 'growthGap' }, taken)).rejects.toThrow(Cancelled)
  })

  it('who equals `who`, bands included', async () => {
    const {
      scenario,
      model: _,
      data: __,
      calibrated: ___,
      ...found
    } = await json('who northeast --policy G --members 3 --seed 7')
    const { policy, assumptions } = scenario
    const input = { policy, assumptions, settings: { seed: 7, members: 3 }, year: 2035, payerMembers: 3 }
    expect(plain(await who(open, input, task))).toEqual(found)
  })

  it('books equal `books`', async () => {
    const found = await json('books northeast --policy B --at 2030Q2 --area CN-JL')
    const own = books(open, { policy: found.scenario.policy, assumptions: {}, area: 'CN-JL' })
    const quarter = own.quarters.find(one => one.quarter === '2030Q2')!
    expect(plain([...quarter.matrices].toReversed())).toEqual(found.matrices)
    expect(plain(own.audit)).toEqual(found.audit)
  })

  it('causes equal `trace`', async () => {
    const found = await json('trace regionDebtToGdp --year 2035 --policy G --depth 1')
    const policy = found.scenario.policy
    const own = causes(open, {
      policy,
      assumptions: {},
      asked: { name: 'regionDebtToGdp', closing: false, labels: {}, step: 47 },
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
      const own = books(open, { policy, assumptions: {}, ...(place === undefined ? {} : { area: place }) })
      const step = 47
      const cellOf = (name: string, row: string, column: string): number => {
        const matrix = own.quarters[step]!.matrices.find(one => one.name === name)!
        const at = matrix.columns.findIndex(one => one.name === column)
        return matrix.rows.find(one => one.name === row)!.cells[at]!
      }
      for (const [matrix, row, column, sign] of [
        ['balanceSheet', 'deposits', 'HY', 1],
        ['balanceSheet', 'firmLoans', 'FS', -1],
        ['transactionFlows', 'land', 'PG', 1],
        ['transactionFlows', 'retainedProfit', 'FSk', 1],
      ] as const) {
        const [cause, ...others] = own.causes[matrix][row]![column]!
        expect(others).toEqual([])
        const labels = { ...cause!.labels, ...(place === undefined ? {} : { area: place }) }
        const quantity = { name: cause!.name, closing: cause!.closing, labels }
        const wanted = cellOf(matrix, row, column) * sign
        const { row: root } = causes(open, { policy, assumptions: {}, asked: { ...quantity, step } })
        expect(root.value).toBeCloseTo(wanted, 8)
        const outcome = `${quantityText(quantity)}@2035Q4`
        expect(split(open, { policy, assumptions: {}, outcome }).policy.after).toBeCloseTo(wanted, 8)
      }
    }
  })

  it('every cell of the books leads to a cause, and every cause can be asked for', () => {
    const own = books(open, { policy: {}, assumptions: {} })
    const asked = new Set<string>()
    for (const matrix of own.quarters[8]!.matrices) {
      for (const { name, cells } of matrix.rows) {
        for (const [at, { name: column }] of matrix.columns.entries()) {
          if (cells[at] === null || cells[at] === 0) continue
          const found = own.causes[matrix.name as 'balanceSheet'][name]?.[column] ?? []
          expect(found.length, `${matrix.name}: ${name}, ${column}`).toBeGreaterThan(0)
          for (const cause of found) asked.add(quantityText(cause))
        }
      }
    }
    expect(asked.size).toBeGreaterThan(60)
    for (const text of asked) expect(outcomeAt(open, `${text}@2035Q4`).from).toBe(2035.75)
  })

  it('the payments of a sector sum to its balance, and each leads on', async () => {
    const { policy } = (await json('who northeast --policy G --members 0')).scenario
    const found = payers(open, { policy, assumptions: {} })
    const whole = await who(
      open,
      { policy, assumptions: {}, settings: { seed: 1, members: 0 }, year: 2035, payerMembers: 0 },
      task,
    )
    for (const { id, change } of whole.payers) {
      expect(found[id]!.reduce((sum, flow) => sum + flow.change, 0)).toBeCloseTo(change.central, 8)
      const moved = found[id]!.filter(flow => Math.abs(flow.change) > 1e-9)
      expect(moved.every(({ causes: own }) => own.length > 0)).toBe(true)
    }
  })

  it('what Who shows of households and birth years can be asked for', () => {
    const kinds = peopleKinds.map(({ id }) => id)
    expect(Object.keys(peopleCauses)).toEqual(kinds)
    const asked = [
      ...Object.values(peopleCauses),
      birthCause('income', 1990, 2035),
      birthCause('consumption', 2010, 2035),
    ]
    for (const one of asked) expect(outcomeAt(open, `${quantityText(one)}@2035Q4`).variable).toBe(one.name)
  })

  it('the sensitivity to an input equals runs with its ends, and the range of a change is that of its futures', async () => {
    // Financed by bonds: without finance other spending gives way, and employment hardly moves.
    const policy = { publicInvestment: { value: 1 }, financedByBonds: { value: 1 } }
    const input = { policy, assumptions: {}, outcome: 'regionUnemployment@2030Q4' }
    const ends = outcomeSensitivity(open, { ...input, parameter: 'wageFromSlack', range: [0.15, 0.7] })
    const run = (value: number): number =>
      openRegion('northeast')
        .simulator.run({ ...input, assumptions: { wageFromSlack: value }, record: ['regionUnemployment'] })
        .series.get('regionUnemployment')!.values[27]
    expect(ends).toEqual([run(0.15), run(0.7)])
    const band = await changeRange(open, { ...input, settings: { seed: 1, members: 9 } }, task)
    expect(band.low).toBeLessThan(band.median)
    expect(band.median).toBeLessThan(band.high)
    expect(band.low).toBeLessThan(0)
  })
})
