/** What only a whole report prints: external conditions as set, the region's figures and paths, and the list of sources. */

import { useEffect } from 'react'
import type { PackEntry } from '../../analysis/pack.ts'
import type { PathSetting } from '../../engine/outside.ts'
import { addressedLabels, addressedVariable } from '../../language/address.ts'
import { sectionOf } from '../../language/citation.ts'
import { EvidenceDot } from '../charts/evidence.tsx'
import { HeadedTable } from '../charts/table.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import { useAnswer } from '../state/question.ts'
import { useStore } from '../state/store.ts'
import { answerWords } from '../words/answer.ts'
import { conditionsWords } from '../words/conditions.ts'
import dataWords from '../../texts/app/data.ts'
import { nameIn } from '../../language/typeset.ts'
import { shareWords } from '../words/share.ts'
import { labelName } from '../../model/names/parameters.ts'
import { figureName } from '../../model/names/series.ts'
import { sourceMarks, sourceName } from '../../model/names/sources.ts'
import { figureGrade } from '../views/data/filter.ts'
import { timeText, useValueText } from '../views/data/figure-value.ts'
import type { About } from '../worker/answers/about.ts'
import type { Pack } from '../worker/answers/pack.ts'
import { wholeStands } from './whole-report.ts'

/** Paths that the reader has set: what the results hold for. */
const Conditions = ({ paths, areaNames }: Pick<Pack, 'areaNames'> & { readonly paths: readonly PackEntry[] }) => {
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
    const path = figureName(name, paths.find(one => one.name === name)?.doc, language)
    const [area] = addressedLabels(address)
    return area === undefined ? path : conditions.ofArea(path, nameIn(areaNames[area] ?? { en: area }, language))
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

const Entries = ({ entries, areaNames }: Pick<Pack, 'entries' | 'areaNames'>) => {
  const { words, language } = useTexts(shareWords)
  const data = useWords(dataWords)
  const { gradeNames } = useWords(answerWords)
  const valueText = useValueText()
  const valuesOf = ({ points, unit }: PackEntry): string =>
    points
      .map(({ time, value }) => `${time === undefined ? '' : `${timeText(time)}: `}${valueText(value, unit)}`)
      .join(language === 'zh' ? '；' : '; ')
  return (
    <HeadedTable
      className="paper"
      heads={[words.reportHead.figure, data.area, words.reportHead.values, data.grade, words.reportHead.source]}
    >
      {entries.map(entry => {
        const { kind, name, doc, area, labels, points } = entry
        const grade = figureGrade(entry)
        const own = labels === '' ? [] : labels.split(', ').map(label => labelName(label, language))
        return (
          <tr key={`${kind} ${area} ${name} ${labels}`}>
            <th scope="row">{[figureName(name, doc, language), ...own].join(language === 'zh' ? '，' : ', ')}</th>
            <td>{area === '' ? data.everywhere : nameIn(areaNames[area] ?? { en: area }, language)}</td>
            <td>{valuesOf(entry)}</td>
            <td>
              <EvidenceDot grade={grade} /> {gradeNames[grade]}
            </td>
            <td>{[...new Set(points.map(({ source }) => sourceMarks(source)))].join(', ')}</td>
          </tr>
        )
      })}
    </HeadedTable>
  )
}

/** Those that a figure, a path or a parameter of the report names. */
const citedSources = ({ sources }: Pack, cited: readonly string[]): Array<[string, Pack['sources'][string]]> => {
  const named = new Set(cited.flatMap(source => source.split(', ')))
  return Object.entries(sources).filter(([id]) => named.has(id) && sectionOf(id) === undefined)
}

export default function ReportData({ about }: { readonly about: About }) {
  const { words, language } = useTexts(shareWords)
  const { data: found, done } = useAnswer('pack', about.region, { parameters: false })
  const stands = done && found !== undefined
  useEffect(() => {
    if (stands) wholeStands()
  }, [stands])
  if (!stands) return null
  const of = (kind: PackEntry['kind']): PackEntry[] => found.entries.filter(entry => entry.kind === kind)
  const [figures, paths] = [of('figure'), of('path')]
  const cited = [
    ...[...figures, ...paths].flatMap(({ points }) => points.map(({ source }) => source)),
    ...about.parameters.map(({ source }) => source),
  ]
  return (
    <div data-whole>
      <h3>{words.reportOutside}</h3>
      <Conditions paths={paths} areaNames={found.areaNames} />
      <h3>{words.reportPaths}</h3>
      <Entries entries={paths} areaNames={found.areaNames} />
      <h3>{words.reportFigures}</h3>
      <Entries entries={figures} areaNames={found.areaNames} />
      <h3>{words.reportSources}</h3>
      <HeadedTable className="paper" heads={[words.reportHead.mark, words.reportHead.source]}>
        {citedSources(found, cited).map(([id, { what, url }]) => (
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
