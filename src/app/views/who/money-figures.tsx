/** Of Who: gains by household and livelihood, payers, and provinces. */

import type { Gain, Who } from '../../../analysis/who/who.ts'
import { Figure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { Section } from '../../shell/head.tsx'
import { askWhy } from '../../shell/router.ts'
import { useLanguage, useNumbers, useWords } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { nameIn } from '../../words/language.ts'
import { peopleNames, sectorNames } from '../../words/terms/accounts.ts'
import { indicatorWords } from '../../words/terms/outcomes.ts'
import { whoWords } from '../../words/who.ts'

/** Those who gain more than this, in %, stand at the edge: the others would be lost on their axis. */
const axisEnds = 12

const scaled = ({ central, low, high }: Gain, scale: number) => ({
  value: central * scale,
  low: low === null ? null : low * scale,
  high: high === null ? null : high * scale,
})

export const HouseholdFigure = ({ who }: { readonly who: Who }) => {
  const words = useWords(whoWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const rows = who.people
    .map(({ id, label, of, isGroup, before, after, change }) => ({
      id,
      isGroup,
      name: peopleNames[language][id]?.name ?? label,
      note: peopleNames[language][id]?.of ?? of,
      before,
      after,
      ...scaled(change, 100),
    }))
    .toSorted((a, b) => Number(b.isGroup) - Number(a.isGroup) || b.value - a.value)
  const show = (value: number): string => numbers.signed(value, 1)
  return (
    <Figure
      level={2}
      title={words.household}
      unit={words.householdUnit(who.year)}
      source={words.householdSource}
      table={() => ({
        head: [words.household, words.amount, words.low, words.change, words.high],
        rows: rows.map(({ name, note, before, value, low, high }) => [
          `${name}: ${note}`,
          numbers.plain(before, 1),
          low === null ? '' : show(low),
          show(value),
          high === null ? '' : show(high),
        ]),
      })}
    >
      <GainRows
        rows={rows}
        marks="dots"
        limit={axisEnds}
        show={show}
        sentence={`${words.household}: ${rows.map(({ name, value }) => `${name} ${show(value)} %`).join(', ')}`}
        firstWidth={640}
      />
    </Figure>
  )
}

export const PayerFigure = ({ who }: { readonly who: Who }) => {
  const words = useWords(whoWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const scale = language === 'zh' ? 10 : 1
  const rows = who.payers
    .map(({ id, label, change }) => ({ id, name: sectorNames[language][id] ?? label, ...scaled(change, scale) }))
    .toSorted((a, b) => a.value - b.value)
  const show = (value: number): string => numbers.signed(value, scale === 1 ? 1 : 0)
  return (
    <Figure
      level={2}
      title={words.payer}
      unit={words.payerUnit(who.from, who.to)}
      source={words.payerSource(numbers.scientific(who.balanceResidual))}
      table={() => ({
        head: [words.payer, words.low, words.central, words.high],
        rows: rows.map(({ name, value, low, high }) => [
          name,
          low === null ? '' : show(low),
          show(value),
          high === null ? '' : show(high),
        ]),
      })}
    >
      <GainRows
        rows={rows}
        marks="bars"
        total={{ name: words.allSectors, value: rows.reduce((sum, { value }) => sum + value, 0) }}
        show={show}
        sentence={`${words.payer}: ${rows.map(({ name, value }) => `${name} ${show(value)}`).join(', ')}`}
        firstWidth={640}
      />
    </Figure>
  )
}

export const ProvinceTable = ({ who }: { readonly who: Who }) => {
  const words = useWords(whoWords)
  const numbers = useNumbers()
  const language = useLanguage()
  const about = useAbout()
  const people = language === 'zh' ? 100 : 1000
  const cell = (indicator: string, area: string | undefined, gain: Gain, scale: number, digits: number) => {
    const show = (value: number): string => numbers.signed(value * scale, digits)
    return (
      <td>
        <button
          type="button"
          title={words.why(indicatorWords[language][indicator].title)}
          onClick={() => askWhy({ indicator, ...(area === undefined ? {} : { area }), time: who.year + 0.75 })}
        >
          {show(gain.central)}
        </button>
        {gain.low === null || gain.high === null ? null : (
          <small>
            {' '}
            ({show(gain.low)}, {show(gain.high)})
          </small>
        )}
      </td>
    )
  }
  const row = ({ id, name, change, isRegion }: Who['areas'][number]) => {
    const own = about?.areas.find(area => area.id === id)
    const names = own?.names ?? about?.names
    const area = isRegion ? undefined : id
    return (
      <tr key={id}>
        <th scope="row">{names === undefined ? name : nameIn(names, language)}</th>
        {cell('outputPerHead', area, change.outputPerHead, 100, 1)}
        {cell('population', area, change.residents, people, people === 100 ? 1 : 0)}
        {cell('unemployment', area, change.unemployment, 100, 1)}
        {cell('debtToGdp', area, change.debtToGdp, 100, 1)}
      </tr>
    )
  }
  return (
    <Section title={words.province} note={words.provinceNote}>
      <div className="scroll" tabIndex={0} role="region" aria-label={words.province}>
        <table className="prov-t">
          <thead>
            <tr>
              <th scope="col">{words.provinceHead(who.year)}</th>
              <th scope="col">{words.perHeadHead}</th>
              <th scope="col">{words.peopleHead}</th>
              <th scope="col">{words.unemploymentHead}</th>
              <th scope="col">{words.debtHead}</th>
            </tr>
          </thead>
          <tbody>{who.areas.filter(({ isRegion }) => !isRegion).map(row)}</tbody>
          <tfoot>{who.areas.filter(({ isRegion }) => isRegion).map(row)}</tfoot>
        </table>
      </div>
      <p className="src">{words.provinceSource}</p>
    </Section>
  )
}
