/** Charts of the Who view: gains by household group and livelihood, payers, and provinces. */

import { useState } from 'react'
import type { Gain, Who } from '../../../analysis/who/who.ts'
import type { Policy } from '../../../engine/scenario.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { HeadedTable } from '../../charts/table.tsx'
import { Section } from '../../shell/head.tsx'
import { askWhy } from '../../shell/router.ts'
import { useMoneyScale, useWords, useTexts } from '../../shell/use.ts'
import { useAbout } from '../../state/about.ts'
import { useStore } from '../../state/store.ts'
import { lastQuarter } from '../../state/quarters.ts'
import { useAnswer } from '../../state/question.ts'
import { nameIn, typeset } from '../../../language/typeset.ts'
import { peopleNames, rowName, accountSectorNames } from '../../../model/names/accounts.ts'
import { indicatorWords } from '../../../outcomes/catalogue.ts'
import { shellWords } from '../../words/shell.ts'
import { whoWords } from '../../words/who.ts'
import type { CausedFlow } from '../../worker/answers/payers.ts'
import { scaledGain, useYuanScale } from './amounts.ts'
import { askedIn, peopleCauses } from './causes.ts'

/** Those who gain more than this, in %, stand at the edge: the others would be lost on their axis. */
const axisEnds = 12

export const HouseholdFigure = ({ who }: { readonly who: Who }) => {
  const { words, language, numbers } = useTexts(whoWords)
  const yuan = useYuanScale()
  const rows = who.people
    .map(({ id, label, of, isGroup, before, after, change }) => ({
      id,
      isGroup,
      name: peopleNames[language][id]?.name ?? label,
      note: peopleNames[language][id]?.of ?? of,
      before,
      after,
      ...scaledGain(change, 100),
    }))
    .map(row => {
      const cause = peopleCauses[row.id]
      const label = words.why(typeset(`${row.name}, ${row.note}`, language))
      return { ...row, ask: cause === undefined ? undefined : { label, run: () => askWhy(askedIn(cause, who.year)) } }
    })
    .toSorted((a, b) => Number(b.isGroup) - Number(a.isGroup) || b.value - a.value)
  const show = (value: number): string => numbers.signed(value, 1)
  return (
    <ChartFigure
      level={2}
      title={words.household}
      unit={words.householdUnit(who.year)}
      source={words.householdSource}
      table={() => ({
        head: [words.household, words.amount, words.low, words.change, words.high],
        unit: ['', '%', '%', '%'],
        rows: rows.map(({ name, note, before, value, low, high }) => [
          `${name}: ${note}`,
          numbers.plain(before * yuan, yuan === 1 ? 1 : 0),
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
    </ChartFigure>
  )
}

/** More payments than this are too small to be told one by one. */
const mostFlows = 8

/** The payments that move the balance of a sector, each leading to its cause. */
const FlowsFigure = ({
  name,
  flows,
  year,
}: {
  readonly name: string
  readonly flows: readonly CausedFlow[]
  readonly year: number
}) => {
  const { words, language, numbers } = useTexts(whoWords)
  const shell = useWords(shellWords)
  const scale = useMoneyScale()
  const digits = scale === 1 ? 1 : 0
  const show = (value: number): string => numbers.signed(value, digits)
  const all = flows.map(({ row, label, change, causes }) => {
    const named = rowName(row, label, language, true)
    const cause = causes[0]
    return {
      id: row,
      name: named,
      value: change * scale,
      low: null,
      high: null,
      ask: cause === undefined ? undefined : { label: words.why(named), run: () => askWhy(askedIn(cause, year)) },
    }
  })
  const rest = all.slice(mostFlows).reduce((sum, { value }) => sum + value, 0)
  const rows = [
    ...all.slice(0, mostFlows).toSorted((a, b) => a.value - b.value),
    ...(all.length > mostFlows ? [{ id: 'rest', name: words.smallerFlows, value: rest, low: null, high: null }] : []),
  ]
  const balance = all.reduce((sum, { value }) => sum + value, 0)
  return (
    <ChartFigure
      title={words.flows(name)}
      unit={words.flowsUnit}
      source={words.flowsSource(year)}
      className="flows"
      table={() => ({
        head: [words.flow, words.central],
        unit: shell.moneyUnits.year,
        rows: [...all.map(one => [one.name, show(one.value)]), [words.balance, show(balance)]],
      })}
    >
      <GainRows
        rows={rows}
        marks="bars"
        total={{ name: words.balance, value: balance }}
        show={show}
        sentence={`${words.flows(name)}: ${rows.map(one => `${one.name} ${show(one.value)}`).join(', ')}`}
        firstWidth={640}
      />
    </ChartFigure>
  )
}

export const PayerFigure = ({ who, policy }: { readonly who: Who; readonly policy: Policy }) => {
  const { words, language, numbers } = useTexts(whoWords)
  const shell = useWords(shellWords)
  const region = useStore(state => state.draft.region)
  const assumptions = useStore(state => state.draft.assumptions)
  const [opened, open] = useState<string | undefined>(undefined)
  const flows = useAnswer('payers', region, opened === undefined ? undefined : { policy, assumptions })
  const scale = useMoneyScale()
  const rows = who.payers
    .map(({ id, label, change }) => ({
      id,
      name: accountSectorNames[language][id] ?? label,
      ...scaledGain(change, scale),
      ask: { label: words.payerOpens, run: () => open(id === opened ? undefined : id), opened: id === opened },
    }))
    .toSorted((a, b) => a.value - b.value)
  const show = (value: number): string => numbers.signed(value, scale === 1 ? 1 : 0)
  const own = opened === undefined || !flows.done ? undefined : flows.data?.[opened]
  return (
    <>
      <ChartFigure
        level={2}
        title={words.payer}
        unit={words.payerUnit(who.from, who.to)}
        source={words.payerSource(numbers.scientific(who.balanceResidual))}
        table={() => ({
          head: [words.payer, words.low, words.central, words.high],
          unit: shell.moneyUnits.year,
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
      </ChartFigure>
      {own === undefined ? null : (
        <FlowsFigure name={rows.find(({ id }) => id === opened)?.name ?? ''} flows={own} year={who.year} />
      )}
    </>
  )
}

export const ProvinceTable = ({ who }: { readonly who: Who }) => {
  const { words, language, numbers } = useTexts(whoWords)
  const indicators = useWords(indicatorWords)
  const about = useAbout()
  const people = language === 'zh' ? 100 : 1000
  const cell = (indicator: string, area: string | undefined, gain: Gain, scale: number, digits: number) => {
    const show = (value: number): string => numbers.signed(value * scale, digits)
    return (
      <td>
        <button
          type="button"
          title={words.why(indicators[indicator].title)}
          onClick={() => askWhy({ indicator, ...(area === undefined ? {} : { area }), time: lastQuarter(who.year) })}
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
      <HeadedTable
        scrolled={words.province}
        className="score-t prov-t"
        heads={[
          words.provinceHead(who.year),
          words.perHeadHead,
          words.peopleHead,
          words.unemploymentHead,
          words.debtHead,
        ]}
        foot={<>{who.areas.filter(({ isRegion }) => isRegion).map(row)}</>}
      >
        {who.areas.filter(({ isRegion }) => !isRegion).map(row)}
      </HeadedTable>
      <p className="src">{words.provinceSource}</p>
    </Section>
  )
}
