/** Tests that the engine answers as the commands do: the same bits, the same messages, however the questions arrive. */

import { describe, expect, it } from 'vitest'
import { UsageError } from '../../language/messages.ts'
import { framesOf, frameBytes, type WireFrame } from '../services/engine/frames.ts'
import { answer, arrowOf, arrowCells } from '../services/engine/questions.ts'
import { keepRegions } from '../services/engine/regions.ts'
import { runCommandLine } from '../program.ts'

const said = async (words: readonly string[]): Promise<string> => {
  let text = ''
  await runCommandLine(words, { write: part => (text += part) }, { write: () => true })
  return text
}

const house = {
  regions: keepRegions(),
  call: async (session: { readonly out: { write(text: string): unknown } }, words: readonly string[]) =>
    void session.out.write(await said(words)),
}

const ask = (head: WireFrame['head'], tables: readonly Uint8Array[] = []) => answer(house, { head, tables })

/** The columns of a run, by name. */
const runOf = async (asked: object): Promise<Map<string, number[]>> => {
  const { result, tables = [] } = await ask({ ask: 'run', ...asked })
  const { columns, times } = result as { readonly columns: string[]; readonly times: number[] }
  const numbers = [...(arrowCells(tables[0]!).get('value') as Float64Array)]
  const cut = (at: number): number[] => numbers.slice(at * times.length, (at + 1) * times.length)
  return new Map([['time', times], ...columns.map((name, at): [string, number[]] => [name, cut(at)])])
}

const region = { region: 'CN-LN' }

const collect = async (parts: readonly Uint8Array[]): Promise<WireFrame[]> => {
  const found: WireFrame[] = []
  const stream = (async function* () {
    yield* parts
  })()
  for await (const frame of framesOf(stream)) found.push(frame)
  return found
}

describe('frames', () => {
  const frames: WireFrame[] = [
    { head: { ask: 'open', text: '东北' }, tables: [] },
    { head: { ask: 'runs' }, tables: [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(9)] },
    { head: {}, tables: [] },
  ]
  const bytes = Buffer.concat(frames.map(frameBytes))

  it.each([1, 2, 3, 7, bytes.length])('come whole out of pieces of %i bytes', async size => {
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    )
    const found = await collect(pieces)
    expect(found.map(({ head }) => ({ ...head, tables: undefined }))).toEqual(
      frames.map(({ head }) => ({ ...head, tables: undefined })),
    )
    expect(found.map(({ tables }) => tables.map(table => [...table]))).toEqual(
      frames.map(({ tables }) => tables.map(table => [...table])),
    )
  })

  it('say where a stream ends in the middle of one, wherever that is', async () => {
    for (let length = 1; length < bytes.length; length++) {
      const isWhole = frames.some((_, at) => length === Buffer.concat(frames.slice(0, at + 1).map(frameBytes)).length)
      const found = collect([bytes.subarray(0, length)])
      await (isWhole ? found : expect(found).rejects.toThrow('in the middle of a question'))
    }
  })

  it('are told from any other stream', async () => {
    for (const text of ['hello, this is no frame at all', '\x02\0\0\0[]', '\x0e\0\0\0{"tables":[-1]}']) {
      await expect(collect([Buffer.from(text)])).rejects.toThrow(UsageError)
    }
  })
})

describe('the engine', () => {
  it('gives the numbers of `heartland export` to the bit', async () => {
    const words = ['--set', 'publicInvestment=1.3@2027:2:2035', '--assume', 'wageFromSlack=0.41']
    const choice = {
      set: { publicInvestment: { value: 1.3, start: 2027, ramp: 2, end: 2035 } },
      assume: { wageFromSlack: 0.41 },
    }
    const cells = await runOf({ region, choice })
    const exported = JSON.parse(await said(['export', 'CN-LN', '--format', 'json', ...words])) as {
      readonly times: number[]
      readonly series: Record<string, { readonly values: Array<number | number[]> }>
    }
    expect(cells.get('time')).toEqual(exported.times)
    expect(Object.keys(exported.series).length).toBeGreaterThan(100)
    for (const [name, { values }] of Object.entries(exported.series)) {
      const own = [...cells].filter(([column]) => column === name || column.startsWith(`${name}[`))
      const steps = values.map((_, step) => own.map(([, column]) => column[step]))
      expect(steps, name).toEqual(values.map(value => (Array.isArray(value) ? value : [value])))
    }
  })

  it('runs a table of experiments side by side, each as it is run alone', async () => {
    const values = { publicInvestment: [0.5, 2, 1], wageFromSlack: [0.3, Number.NaN, 0.5] }
    const table = arrowOf(
      Object.entries(values).map(([name, own]) => ({ name, kind: 'number', values: Float64Array.from(own) })),
    )
    const asked = { ask: 'runs', region, keep: ['regionDebtToGdp@2035'], series: ['regionOutput'] }
    const [means, paths] = (await ask(asked, [table])).tables!.map(arrowCells)
    const steps = paths!.get('regionOutput')!.length / 3
    for (const row of [0, 1, 2]) {
      const slack = values.wageFromSlack[row]!
      const choice = {
        set: { publicInvestment: { value: values.publicInvestment[row] } },
        assume: Number.isNaN(slack) ? {} : { wageFromSlack: slack },
      }
      const alone = await runOf({ region, choice })
      const own = (paths!.get('regionOutput') as Float64Array).subarray(row * steps, (row + 1) * steps)
      expect([...own]).toEqual(alone.get('regionOutput'))
      const of2035 = alone.get('regionDebtToGdp')!.slice(4 * (2035 - 2025), 4 * (2036 - 2025))
      expect(means!.get('regionDebtToGdp@2035')![row]).toBe(of2035.reduce((sum, one) => sum + one, 0) / 4)
    }
  })

  it('takes paths and equations of the user, which the loader and the linker check', async () => {
    const output = async (asked: object): Promise<number> => {
      const found = await runOf({ region: { ...region, ...asked }, record: ['regionOutput'] })
      return found.get('regionOutput')!.at(-1)!
    }
    const path = (value: number, name = 'nationalGrowth') => ({
      paths: [
        {
          name,
          points: [
            [2025, 5],
            [2040, value],
          ],
        },
      ],
    })
    const standard = await output({})
    expect(await output(path(6))).toBeGreaterThan(await output(path(1)))
    expect(await output({})).toBe(standard)
    await expect(output(path(1, 'nationalGrowht'))).rejects.toThrow("Did you mean 'nationalGrowth'")
    const fractions = { paths: [{ name: 'nationalGrowth', points: [[2025, 0.05]] }] }
    await expect(output(fractions)).rejects.toThrow('nationalGrowth: 0.05 % a year is so little that 5 was probably')
    const elsewhere = { paths: [{ name: 'bondQuotaByArea', area: 'CN-HL', points: [[2025, 0]] }] }
    await expect(output(elsewhere)).rejects.toThrow("bondQuotaByArea[CN-HL]: area has no label 'CN-HL'")
    expect(await output({ equations: { realWage: '2*wage/price' } })).toBe(standard)
    await expect(output({ equations: { realWage: 'wage/prise' } })).rejects.toThrow('prise')
    await expect(output({ equations: { realWages: 'wage' } })).rejects.toThrow("did you mean 'realWage'")
    await expect(output({ equations: { publicInvestment: '1' } })).rejects.toThrow('as a figure, a path, a lever')
  })

  it('refuses a question of another version, and says where it differs', async () => {
    await expect(ask({ ask: 'open', region: { region: 'CN-LN', colour: 1 } })).rejects.toThrow(/region.*colour/)
    await expect(ask({ ask: 'sing' })).rejects.toThrow('two versions')
  })
})
