/** Effects of measures after 1, 5 and 12 multiplierYears, beside what studies found. */

import { type Comparison, type Multiplier, multiplierYears } from '../../../analysis/multipliers.ts'
import { packageStart } from '../../../model/packages.ts'
import { measuredOutcomes } from '../../../model/published-effects.ts'
import { citationOf, type Study } from '../../../model/published-studies.ts'
import { HeadedTable, HiddenHead } from '../../charts/table.tsx'
import { Quoted } from '../../shell/quoted.tsx'
import { useLanguage, useNumbers, useTexts } from '../../shell/use.ts'
import { Terms } from '../../shell/terms.tsx'
import { withMark } from '../../../language/typeset.ts'
import recordWords from '../../../texts/app/record.ts'
import { leverName, leverUnit } from '../../../model/names/levers.ts'

interface Row {
  readonly measure: Multiplier
  readonly setting: number
  readonly on: Comparison['on']
  readonly per: Comparison['per']
  readonly effects: readonly number[]
  readonly comparison?: Comparison
}

/** A row for each comparison, and one for output where none compares it at the same setting. */
const rowsOf = (measure: Multiplier): Row[] => {
  const per = measure.outlay > 0 ? 'yuan' : 'percent'
  const compared = measure.published.map(
    (comparison): Row => ({
      measure,
      setting: comparison.setting ?? measure.value,
      on: comparison.on,
      per: comparison.per,
      effects: comparison.model,
      comparison,
    }),
  )
  if (compared.some(row => row.on === 'output' && row.per === per)) return compared
  const effects = per === 'yuan' ? measure.output : measure.output.map(share => share * 100)
  return [{ measure, setting: measure.value, on: 'output', per, effects }, ...compared]
}

/** After the point, as the value is written. */
const digitsGiven = (value: number): number => (String(value).split('.')[1] ?? '').length

const useSetting = (): ((measure: Multiplier, setting: number) => string) => {
  const numbers = useNumbers()
  const language = useLanguage()
  /** Three figures, without zeros at the end. */
  const trimmed = (value: number): string => {
    const rounded = Number(value.toPrecision(3))
    return numbers.plain(rounded, digitsGiven(rounded))
  }
  return ({ lever, standard, unit }, setting) => {
    if (unit === 'share') return `${numbers.percent(standard, 0)} → ${numbers.percent(setting, 0)}`
    const { scale, text } = leverUnit(lever, unit, language)
    return `${trimmed(standard * scale)} → ${trimmed(setting * scale)}${text}`
  }
}

export const MeasureEffects = ({ effects }: { readonly effects: readonly Multiplier[] }) => {
  const { words, language, numbers } = useTexts(recordWords)
  const settingOf = useSetting()
  const rows = effects.flatMap(rowsOf)
  const studies = [
    ...new Map<string, Study>(
      rows.flatMap(({ comparison }) => comparison?.estimates ?? []).map(({ study }) => [study.address, study]),
    ).values(),
  ]
  const numberOf = ({ address }: Study): number => studies.findIndex(study => study.address === address) + 1
  /** With the digits that the study gives. */
  const cited = (value: number): string => numbers.plain(value, digitsGiven(value))
  const range = ({ estimates }: Comparison): string => {
    const values = estimates.map(({ value }) => value)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return low === high ? cited(low) : words.effectRange(cited(low), cited(high))
  }
  return (
    <section className="sec">
      <div className="head">
        <h2>
          <Terms text={words.effectsTitle} />
        </h2>
        <p className="note">{words.effectsNote(packageStart)}</p>
      </div>
      <HeadedTable
        scrolled={words.effectsTitle}
        className="score-t effects stacks"
        head={
          <>
            <th scope="col">{words.effectMeasure}</th>
            <th scope="col">{words.effectSetting}</th>
            <th scope="col">{words.effectOn}</th>
            {multiplierYears.map(year => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
            <th scope="col">{words.effectPublished}</th>
            <HiddenHead text={words.verdictFilter} />
          </>
        }
      >
        {rows.map(({ measure, setting, on, per, effects: after, comparison }) => (
          <tr key={`${measure.lever} ${on} ${per} ${comparison?.year}`}>
            <th scope="row">
              <Terms text={leverName(measure.lever, measure.doc, language)} />
            </th>
            <td data-of={words.effectSetting}>{settingOf(measure, setting)}</td>
            <td data-of={words.effectOn}>{words.effectOf(measuredOutcomes[on][language], words.effectUnits[per])}</td>
            {after.map((effect, at) => (
              <td key={multiplierYears[at]} data-of={multiplierYears[at]}>
                {numbers.signed(effect, 2)}
              </td>
            ))}
            <td data-of={words.effectPublished}>
              {comparison === undefined ? (
                words.effectNoStudy
              ) : (
                <>
                  {withMark(range(comparison), String(packageStart + comparison.year - 1), language)}{' '}
                  {[...new Set(comparison.estimates.map(({ study }) => numberOf(study)))].map(number => (
                    <span key={number}>[{number}]</span>
                  ))}
                </>
              )}
            </td>
            <td>
              {comparison === undefined ? null : (
                <b className={comparison.verdict === 'below' || comparison.verdict === 'above' ? 'outside' : ''}>
                  {words.effectVerdicts[comparison.verdict]}
                </b>
              )}
            </td>
          </tr>
        ))}
      </HeadedTable>
      <ol className="src studies">
        {studies.map(study => (
          <li key={study.address}>
            <a href={study.address} target="_blank" rel="noreferrer noopener">
              <Quoted text={citationOf(study)} />
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
