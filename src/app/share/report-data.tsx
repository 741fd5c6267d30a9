/** Parts of a whole report alone: external conditions as set, the region's figures and paths, and all sources. */

import { useEffect } from 'react'
import type { PathSetting } from '../../engine/outside.ts'
import { addressedLabels, addressedVariable } from '../../language/address.ts'
import { sectionOf } from '../../language/citation.ts'
import { HeadedTable } from '../charts/table.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import { useAnswer } from '../state/question.ts'
import { useSources } from '../state/about.ts'
import { useStore } from '../state/store.ts'
import { ReportTable } from '../views/question.tsx'
import { conditionsWords } from '../words/conditions.ts'
import { nameIn } from '../../language/typeset.ts'
import { shareWords } from '../words/share.ts'
import { figureName } from '../../model/names/series.ts'
import { sourceName } from '../../model/names/sources.ts'
import type { About } from '../worker/answers/about.ts'
import { wholeStands } from './whole-report.ts'

/** Paths that the reader has set: what the results hold for. */
const Conditions = ({ areas }: Pick<About, 'areas'>) => {
  const { words, language, numbers } = useTexts(shareWords)
  const conditions = useWords(conditionsWords)
  const outside = Object.entries(useStore(state => state.draft.outside))
  if (outside.length === 0) return <p>{words.reportNoOutside}</p>
  const [dash, colon, semicolon] = language === 'zh' ? ['—', '：', '；'] : ['–', ': ', '; ']
  const pieces = ({ pieces: own }: PathSetting): string =>
    own
      .map(({ value, from, to }) => `${from}${to === undefined ? '' : `${dash}${to}`}${colon}${numbers.plain(value)}`)
      .join(semicolon)
  const nameOf = (address: string): string => {
    const name = addressedVariable(address)
    const path = figureName(name, undefined, language)
    const [area] = addressedLabels(address)
    return area === undefined
      ? path
      : conditions.ofArea(path, nameIn(areas.find(({ id }) => id === area)?.names ?? { en: area }, language))
  }
  return (
    <HeadedTable className="paper" heads={[words.reportHead.path, conditions.kind, words.reportHead.values]}>
      {outside.map(([address, setting]) => (
        <tr key={address}>
          <th scope="row">{nameOf(address)}</th>
          <td>{conditions.kinds[setting.change]}</td>
          <td>{pieces(setting)}</td>
        </tr>
      ))}
    </HeadedTable>
  )
}

export default function ReportData({ about }: { readonly about: About }) {
  const { words, language } = useTexts(shareWords)
  const scenario = { name: 'baseline', policy: {}, assumptions: {} }
  const { data: found, done } = useAnswer('report', about.region, {
    question: 'list',
    scenario,
    given: { list: 'figures' },
  })
  const sources = useSources(about.region)
  const stands = done && found !== undefined && Object.keys(sources).length > 0
  useEffect(() => {
    if (stands) wholeStands()
  }, [stands])
  if (!stands) return null
  const table = found.blocks.find(block => block.kind === 'table')!
  const at = table.columns.findIndex(({ id }) => id === 'source')
  // Those that a figure, a path or a parameter of the report names.
  const cited = new Set(
    [...table.rows.map(row => row[at] as string), ...about.parameters.map(({ source }) => source)].flatMap(source =>
      source.split(', '),
    ),
  )
  return (
    <div data-whole>
      <h3>{words.reportOutside}</h3>
      <Conditions areas={about.areas} />
      <h3>{words.reportFigures}</h3>
      <ReportTable table={table} within={words.reportFigures} whole />
      <h3>{words.reportSources}</h3>
      <HeadedTable className="paper" heads={[words.reportHead.mark, words.reportHead.source]}>
        {Object.entries(sources)
          .filter(([id]) => cited.has(id) && sectionOf(id) === undefined)
          .map(([id, { what, url }]) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>
                {sourceName(id, what, language)} {url}
              </td>
            </tr>
          ))}
      </HeadedTable>
    </div>
  )
}
