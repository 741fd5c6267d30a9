/**
 * The part that a printed page adds to a view: the full scenario with its external conditions, and all assumptions with
 * range, evidence and source.
 */

import { HeadedTable } from '../charts/table.tsx'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { EvidenceDot } from '../charts/evidence.tsx'
import type { PathSetting } from '../../engine/outside.ts'
import { defaultRamp, defaultStart, stagesOf } from '../../engine/scenario.ts'
import { addressedLabels, addressedVariable } from '../../language/address.ts'
import { useNumbers, useTexts, useWords } from '../shell/use.ts'
import { useDraftName } from '../shell/draft-name.ts'
import { useAbout } from '../state/about.ts'
import { useStore } from '../state/store.ts'
import { answerWords } from '../words/answer.ts'
import { conditionsWords } from '../words/conditions.ts'
import { nameIn } from '../../language/typeset.ts'
import { shareWords } from '../words/share.ts'
import { leverName, leverUnit, payerName } from '../../model/names/levers.ts'
import { parameterName } from '../../model/names/parameters.ts'
import { figureName } from '../../model/names/series.ts'
import { sourceMarks } from '../../model/names/sources.ts'
import { type UnitWords, unitWords } from '../../model/names/units.ts'
import type { About } from '../worker/answers/about.ts'

/** Tables behind charts are opened for the printer, and closed again as they were. */
const useOpenTables = (): void => {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const open = (): void => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details.tbl:not([open])')]
      // Their content is made when they open, and the printer does not wait.
      flushSync(() => {
        for (const table of opened) {
          table.open = true
          table.dispatchEvent(new Event('toggle'))
        }
      })
    }
    const close = (): void => {
      for (const table of opened) table.open = false
      opened = []
    }
    globalThis.addEventListener('beforeprint', open)
    globalThis.addEventListener('afterprint', close)
    return () => {
      globalThis.removeEventListener('beforeprint', open)
      globalThis.removeEventListener('afterprint', close)
    }
  }, [])
}

const useValue = (): ((value: number, unit: UnitWords) => string) => {
  const numbers = useNumbers()
  return (value, { scale, text }) => `${numbers.plain(value * scale)}${text}`
}

const PolicyTable = ({ about }: { readonly about: About }) => {
  const { words, language, numbers } = useTexts(shareWords)
  const value = useValue()
  const policy = useStore(state => state.draft.policy)
  const set = about.levers.filter(({ name }) => policy[name] !== undefined)
  if (set.length === 0) return <p>{words.reportNoPolicy}</p>
  const head = words.reportHead
  return (
    <HeadedTable className="paper" heads={[head.lever, head.value, head.inForce, head.schedule, head.payer]}>
      {set.map(({ name, doc, unit, standard, payer }) => {
        const stages = stagesOf(policy[name]!)
        return stages.map(({ value: to, start = defaultStart, ramp = defaultRamp, end }, at) => (
          <tr key={`${name} ${start}`}>
            <th scope="row">{at === 0 ? leverName(name, doc, language) : words.reportThen}</th>
            <td>{value(to, leverUnit(name, unit, language))}</td>
            <td>{value(standard, leverUnit(name, unit, language))}</td>
            <td>
              {start} · {words.years(numbers.plain(ramp, Number.isInteger(ramp) ? 0 : 1))} ·{' '}
              {end ?? stages[at + 1]?.start ?? words.always}
            </td>
            <td>{payerName(payer, language)}</td>
          </tr>
        ))
      })}
    </HeadedTable>
  )
}

const AssumptionTable = ({ about, mine }: { readonly about: About; readonly mine: boolean }) => {
  const { words, language } = useTexts(shareWords)
  const { gradeNames } = useWords(answerWords)
  const value = useValue()
  const assumptions = useStore(state => state.draft.assumptions)
  const rows = about.parameters.filter(({ name }) => !mine || assumptions[name] !== undefined)
  if (rows.length === 0) return <p>{words.reportNoAssumptions}</p>
  const head = words.reportHead
  return (
    <HeadedTable
      className="paper"
      heads={[head.parameter, head.mine, head.standard, head.range, head.grade, head.source]}
    >
      {rows.map(({ name, doc, unit: of, prior, evidence, source }) => {
        const unit = unitWords(of, language)
        return (
          <tr key={name}>
            <th scope="row">{parameterName(name, doc, language)}</th>
            <td>{value(assumptions[name] ?? prior.central, unit)}</td>
            <td>{value(prior.central, unit)}</td>
            <td>
              {value(prior.low, unit)} – {value(prior.high, unit)}
            </td>
            <td>
              <EvidenceDot grade={evidence} /> {gradeNames[evidence]}
            </td>
            <td>{sourceMarks(source)}</td>
          </tr>
        )
      })}
    </HeadedTable>
  )
}

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

/** Made only while something is printed would be too late: browsers lay out paper before a page can answer. */
export const Report = () => {
  const { words, language } = useTexts(shareWords)
  const about = useAbout()
  const name = useDraftName()
  useOpenTables()
  if (about === undefined) return null
  return (
    <section className="report wrap" aria-hidden="true">
      <h2>{words.reportScenario}</h2>
      <p>
        {nameIn(about.names, language)} · {name}
      </p>
      <h3>{words.reportPolicy}</h3>
      <PolicyTable about={about} />
      <h3>{words.reportAssumptions}</h3>
      <AssumptionTable about={about} mine />
      <h3>{words.reportAll}</h3>
      <p>{words.reportMarks}</p>
      <AssumptionTable about={about} mine={false} />
      <h3>{words.reportOutside}</h3>
      <Conditions areas={about.areas} />
    </section>
  )
}
