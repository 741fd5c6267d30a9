/** The central run of a policy: key outcomes by year, what it costs, and which criteria it meets. */

import { messages as say } from '../texts/run.ts'
import { centralRun, defaultYears, runRecord, whereCalled } from '../analysis/runs/central-run.ts'
import { modelHash } from '../analysis/region/fingerprint.ts'
import { fitSentence } from '../analysis/region/fitted-model.ts'
import { tiny } from '../analysis/words/numbers.ts'
import { quarterOf } from '../analysis/runs/years.ts'
import { lowered } from '../language/lowered.ts'
import { criteria } from '../model/criteria.ts'
import { costSentence } from './core/cost-sentence.ts'
import * as take from './core/inputs.ts'
import { outcomeHead, outcomeTitle } from './core/outcome-rows.ts'
import { writtenAs } from '../outcomes/catalogue.ts'
import { question } from './core/question.ts'
import { both, type Cell, note, text } from './core/report.ts'
import { scenarioName } from './core/scenario-words.ts'

export const run = question({
  inputs: {
    years: take.years(defaultYears),
    area: take.area({ en: 'one area of the region, such as CN-LN', zh: '地区内的一个省，如 CN-LN' }, whereCalled),
  },
  find: ({ choices: [choice], inputs }) => centralRun(choice!, inputs.area, inputs.years),
  audits: ({ audit }) => [audit],
  record: ({ choices: [choice], inputs }, found) => runRecord(choice!, inputs.area, inputs.years, found),
  report: ({ open, scenario, inputs: { area, years } }, found) => {
    const { largestResidual, where, when } = found.audit
    const met = both(language =>
      criteria
        .map(({ id, names }) => {
          const is = found.met[id]
          return language === 'en'
            ? `${id} ${lowered(names.en)} ${is ? 'met' : 'not met'}`
            : `${id} ${names.zh}${is ? '达到' : '未达到'}`
        })
        .join(language === 'en' ? ', ' : '，'),
    )
    return {
      title: both(
        language => `${area.names[language]}${language === 'en' ? ': ' : '：'}${scenarioName(scenario.name, language)}`,
      ),
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
            ...values.map(value => (value === undefined ? null : { value, ...writtenAs(indicator) })),
          ]),
        },
        note(say.prices()),
        text(costSentence(found, open.region.currency)),
        text(say.criteria({ list: met })),
        note(
          say.audit({
            fit: fitSentence(open.region),
            residual: tiny(largestResidual),
            where,
            when: quarterOf(when),
          }),
        ),
        note(say.versions({ model: modelHash(open.linked.source), data: open.region.hash })),
      ],
    }
  },
})
