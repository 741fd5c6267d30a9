/** The central run of a policy: key outcomes by year, what it costs, and which criteria it meets. */

import { messages as say } from '../texts/run.ts'
import { areaIn, centralRun, defaultYears, runRecord, whereCalled } from '../analysis/runs/central-run.ts'
import { modelHash } from '../analysis/region/fingerprint.ts'
import { fitText } from '../analysis/region/fitted-model.ts'
import { tiny } from '../analysis/words/numbers.ts'
import { lowered } from '../language/typeset.ts'
import { criteria } from '../model/criteria.ts'
import { costSentence } from './core/cost-sentence.ts'
import * as take from './core/inputs.ts'
import { writtenAs } from '../outcomes/catalogue.ts'
import { question } from './core/question.ts'
import { both, type Cell, expert, joined, marks, note, text } from './core/report.ts'
import { outcomeHead, outcomeTitle, policyName, quarterIn } from './core/names.ts'

export const run = question({
  inputs: {
    years: take.years(defaultYears),
    area: take.area({ en: 'one area of the region, such as CN-LN', zh: '地区内的一个省，如 CN-LN' }, whereCalled),
  },
  find: ({ choices: [choice], inputs }) => centralRun(choice!, inputs.area, inputs.years),
  audits: ({ audit }) => [audit],
  record: ({ choices: [choice], inputs }, found) => runRecord(choice!, inputs.area, inputs.years, found),
  report: ({ open, scenario, inputs: { area, years } }, found) => {
    const { largestResidual, when } = found.audit
    const met = criteria.map(({ id, names }) => ({
      en: `${id} ${lowered(names.en)} ${found.met[id] ? 'met' : 'not met'}`,
      zh: `${id} ${names.zh}${found.met[id] ? '达到' : '未达到'}`,
    }))
    return {
      title: joined([area.names, policyName(scenario)], marks.title),
      blocks: [
        {
          kind: 'table',
          id: 'outcomes',
          columns: [
            { id: 'outcome', head: outcomeHead, as: 'text' },
            ...years.map(year => ({ id: String(year), head: both(() => String(year)), as: 'number' as const })),
          ],
          rows: found.rows.map(({ indicator, values }): Cell[] => [
            outcomeTitle(indicator),
            ...values.map((value, at): Cell => {
              const of = { outcome: indicator.id, area: areaIn(open, area), when: years[at]! }
              return value === undefined ? null : { value, ...writtenAs(indicator), of }
            }),
          ]),
        },
        note(say.prices({ year: open.region.start - 1 })),
        text(costSentence(found, open.region.currency)),
        expert(text(say.criteria({ list: joined(met, marks.parts) }))),
        note(
          say.audit({
            fit: fitText(open.region),
            residual: tiny(largestResidual),
            when: quarterIn(when),
          }),
        ),
        expert(note(say.versions({ model: modelHash(open.linked.source), data: open.region.hash }))),
      ],
    }
  },
})
