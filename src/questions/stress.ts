/** Standard stress tests of external conditions, beside the baseline. */

import texts from '../texts/stress.ts'
import { debtParts } from '../analysis/debt/decomposition.ts'
import { sumOf } from '../analysis/moments.ts'
import { stressOutcomes, type StressResult, stressResults } from '../analysis/stress.ts'
import { scenarioName } from './core/scenario-words.ts'
import { type Both, messageTable } from '../language/messages.ts'
import { nameIn } from '../language/typeset.ts'
import { madeWith } from '../analysis/fingerprint.ts'
import { question } from './core/question.ts'
import * as take from './core/inputs.ts'
import { type Block, type Cell, type Column, note, type Table } from './core/report.ts'

const say = messageTable('stress', texts)

export const stress = question({
  inputs: { years: take.years([2028, 2035]) },
  find: ({ open, scenario, inputs }) => stressResults(open, scenario, inputs.years),
  record: ({ open, scenario, inputs }, results) => ({
    region: open.region.id,
    ...madeWith(open),
    scenario,
    years: inputs.years,
    outcomes: stressOutcomes,
    results,
  }),
  report: ({ open, scenario, inputs }, results: readonly StressResult[]) => {
    const { names, areaNames, areas } = open.region
    const placeName = (place: string): Both<string> => {
      const own = place === 'region' ? names : areaNames[place]!
      return { en: own.en, zh: nameIn(own, 'zh') }
    }
    const [baseline, ...tested] = results
    const tests = tested.map(({ test }) => test!)
    const testColumns = tests.map(({ id, short }): Column => ({ id, head: short, as: 'number' }))
    const outcomeTable = (place: string): Table => ({
      kind: 'table',
      id: place,
      columns: [
        { id: 'outcome', head: placeName(place), as: 'text' },
        { id: 'baseline', head: say.baseline().text, as: 'number' },
        ...testColumns,
      ],
      rows: stressOutcomes.flatMap(({ name, names: own, scale }) =>
        inputs.years.map((year, at): Cell[] => {
          const [first, ...others] = results.map(({ places }) => places[place][name][at])
          const isOutput = name === 'output'
          const digits = scale === 1 ? 2 : 1
          return [
            { en: `${own.en} ${year}`, zh: `${own.zh} ${year}` },
            isOutput ? '' : { value: first, scale, digits },
            ...others.map(value => ({
              value: isOutput ? value / first - 1 : value - first,
              scale,
              digits,
              signed: true,
            })),
          ]
        }),
      ),
    })
    const last = inputs.years.length - 1
    const causes = debtParts.map(({ id, names: own }) => ({
      own,
      moved: tested.map(({ debtFrom }) => debtFrom['region'][id][last] - baseline.debtFrom['region'][id][last]),
    }))
    const sums = tests.map((_, at) => sumOf(causes.map(({ moved }) => moved[at])))
    const debtTable: Table = {
      kind: 'table',
      id: 'debt',
      columns: [
        { id: 'cause', head: say.causes({ year: inputs.years[last] }).text, as: 'text' },
        ...testColumns.map(column => ({ ...column, scale: 100, digits: 1, signed: true })),
      ],
      rows: [
        ...causes
          .filter(({ moved }) => moved.some(value => Math.abs(value) >= 0.0005))
          .map(({ own, moved }): Cell[] => [own, ...moved]),
        [say.total().text, ...sums],
      ],
    }
    const name = { en: scenarioName(scenario.name, 'en'), zh: scenarioName(scenario.name, 'zh') }
    return {
      title: say.title({ place: placeName('region'), scenario: name }),
      blocks: [
        ...['region', ...(areas.length > 1 ? areas : [])].map(outcomeTable),
        debtTable,
        ...(sums[tests.findIndex(({ id }) => id === 'contingent')] < 0 ? [note(say.lowered())] : []),
        ...tests.map(({ short, names: own }): Block => note(say.legend({ short, names: own }))),
        note(say.remark({ years: inputs.years.join(', ') })),
      ],
    }
  },
})
