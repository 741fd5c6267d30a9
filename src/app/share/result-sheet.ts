/** The sheet that a workbook of results opens with: a row a year, current policy, the package and its bands side by side. */

import type { ExportTable } from '../../analysis/files/export/tables.ts'
import { indicatorOf, chartIds, indicatorWords } from '../../outcomes/catalogue.ts'
import { shownYears } from '../charts/path-points.ts'
import { runSettled, scenarioKey, useLive } from '../state/live.ts'
import type { Draft } from '../state/scenario.ts'
import type { Language } from '../../language/messages.ts'
import { wordsIn } from '../words/language.ts'
import { shareWords } from '../words/share.ts'
import { shellWords } from '../words/shell.ts'
import type { About } from '../worker/answers/about.ts'

type Results = Pick<ReturnType<typeof useLive.getState>, 'lines' | 'bands'>

/** Lines and bands of a scenario, once all its simulations are in them. */
export const settledResults = (draft: Draft): Promise<Results> => {
  const key = scenarioKey(draft)
  const done = (live: ReturnType<typeof useLive.getState>): boolean =>
    live.key === key && live.bands?.key === key && live.bands.members === live.bands.whole
  if (done(useLive.getState())) return Promise.resolve(useLive.getState())
  const { promise, resolve, reject } = Promise.withResolvers<Results>()
  const leave = useLive.subscribe(live => {
    if (live.problem !== undefined) reject(new Error(live.problem))
    else if (done(live)) resolve(live)
    else return
    leave()
  })
  runSettled(draft, [])
  return promise
}

/** In the language and the units of the page, rounded nowhere. */
export const resultSheet = ({ lines, bands }: Results, about: About, name: string, language: Language): ExportTable => {
  const words = wordsIn(shareWords, language)
  const { doNothing } = wordsIn(shellWords, language)
  const columns = chartIds.flatMap(id => {
    const { title, unit } = wordsIn(indicatorWords, language)[id]!
    const years = (values: ArrayLike<number> | undefined): ReadonlyMap<number, number> =>
      values === undefined ? new Map() : shownYears(indicatorOf(id), values, about, language)
    const own = bands?.policy.bands[id]
    const change = bands?.policy.changes[id]
    return (
      [
        [doNothing, lines?.['base']?.[id]],
        [name, lines?.['pol']?.[id]],
        [words.bandLow(name), own?.p10],
        [words.bandHigh(name), own?.p90],
        [words.changeLow(name), change?.p10],
        [words.changeHigh(name), change?.p90],
      ] as const
    ).map(([of, values]) => ({
      head: `${title}（${unit}）：${of}`,
      plain: `${title} (${unit}): ${of}`,
      of: years(values),
    }))
  })
  const years = Array.from({ length: about.end - about.start }, (_, at) => about.start + at)
  return {
    name: words.resultSheet,
    columns: [
      { name: words.year, kind: 'number' },
      ...columns.map(({ head, plain }) => ({ name: language === 'zh' ? head : plain, kind: 'number' as const })),
    ],
    rows: years.map(year => [year, ...columns.map(({ of }) => of.get(year))]),
  }
}
