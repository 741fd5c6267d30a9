/**
 * Derives how far the income of households follows the output of their province, against which the model is held
 * (docs/theory/levers.md). Run with `node tools/derivations/income.ts`: it prints what came out.
 */

import { ln } from '../../src/language/elementary.ts'
import { found, northeast } from './derivation.ts'
import { panel, printed, type Regression } from './least-squares.ts'

export const provinces = [...northeast, 'CN-BJ', 'CN-SH', 'CN-JS', 'CN-ZJ', 'CN-FJ']
const years = Array.from({ length: 25 }, (_, at) => 2001 + at)

/** Growth (log) over some years; undefined where a figure is missing. */
const growth = (area: string, name: string, year: number, apart: number): number | undefined => {
  const [after, before] = [year, year - apart].map(one => found(area, name, one))
  return after === undefined || before === undefined ? undefined : ln(after / before)
}

/**
 * Growth of disposable income per head on that of output per head, both at current prices, with an effect for each
 * province and each year: what a province has beyond the nation.
 */
export const incomeOnOutput = (): readonly Regression[] =>
  [1, 2].flatMap(apart =>
    [['eight provinces', provinces] as const, ['Northeast', northeast] as const].map(([label, areas]) =>
      panel(
        `${label}, ${apart} ${apart === 1 ? 'year' : 'years'}: income per head`,
        areas,
        years,
        (area, year) => growth(area, 'incomePerHead', year, apart),
        {
          output: (area, year) => {
            const [output, people] = ['nominalOutput', 'residentsTotal'].map(name => growth(area, name, year, apart))
            return output === undefined || people === undefined ? undefined : output - people
          },
        },
        true,
      ),
    ),
  )

if (import.meta.main) for (const one of incomeOnOutput()) process.stdout.write(`${printed(one)}\n`)
