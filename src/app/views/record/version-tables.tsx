/** Two versions side by side: what moved the results, all outcomes by the size of their change, and what differs, as text. */

import { indicatorOf, chartIds, indicatorWords } from '../../../outcomes/catalogue.ts'
import { changeKinds, countsOf, type VersionChange } from '../../../analysis/files/versions/changes.ts'
import {
  effectRows,
  type OutcomeChange,
  changeSize,
  type VersionComparison,
} from '../../../analysis/files/versions/compare.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import { Folded } from '../../charts/folded.tsx'
import type { Message } from '../../../language/messages.ts'
import { HeadedTable } from '../../charts/table.tsx'
import { useSay, useWords, useTexts } from '../../shell/use.ts'
import type { Language } from '../../../language/messages.ts'
import { unitWords } from '../../../model/names/units.ts'
import { variableName } from '../../../model/names/variables.ts'
import versionsWords from '../../../texts/app/versions.ts'

/** Outcomes that stand on the page before the rest is opened. */
const firstOutcomes = 25

/** Names of the declarations that changed together; some of many. */
const label = (changes: readonly VersionChange[], language: Language): string => {
  const names = [...new Set(changes.map(({ name, doc }) => variableName(name, doc === '' ? name : doc, language)))]
  return names.length <= 3 ? names.join('; ') : `${names.slice(0, 3).join('; ')} … (${names.length})`
}

/** An indicator of a headline such as 'regionDebtToGdp@2037Q4'. */
const headlineOf = (outcome: string) => {
  const [variable] = outcome.split('@')
  return indicatorOf(chartIds.find(id => indicatorOf(id).variables.includes(variable!))!)
}

const Effects = ({ found }: { readonly found: VersionComparison }) => {
  const { words, language, numbers } = useTexts(versionsWords)
  const say = useSay()
  const names = useWords(indicatorWords)
  const columns = found.headlines.map(({ outcome }) => {
    const indicator = headlineOf(outcome)
    return { outcome, scale: indicator.shown[language].scale, ...names[indicator.id]! }
  })
  const { rows, rest } = effectRows(found)
  const cells = (values: ReadonlyArray<number | undefined>, show: (value: number) => string) =>
    columns.map(({ outcome, scale }, at) => {
      const value = values[at]
      return <td key={outcome}>{value === undefined ? say(versionMessages.notAlone()) : show(value * scale)}</td>
    })
  const changed = (value: number): string => (value === 0 ? '0' : numbers.signed(value))
  const level = (value: number): string => numbers.plain(value)
  /** A row with a value in every column. */
  const row = (
    head: Message,
    read: (one: VersionComparison['headlines'][number]) => number,
    show: (value: number) => string,
    className?: string,
  ) => (
    <tr className={className}>
      <th scope="row">{say(head)}</th>
      {cells(found.headlines.map(read), show)}
    </tr>
  )
  const title = words.tableTitle(String(found.year))
  return (
    <>
      <h3>{title}</h3>
      <p className="note">{words.tableNote}</p>
      <HeadedTable
        scrolled={title}
        className="score-t versions-t"
        head={
          <>
            <th scope="col">{say(versionMessages.difference())}</th>
            {columns.map(({ outcome, title: name, unit }) => (
              <th key={outcome} scope="col">
                {name} <small>{unit}</small>
              </th>
            ))}
          </>
        }
      >
        {row(versionMessages.before(), ({ before }) => before, level, 'sum')}
        {rows.map(({ changes, alone }) => (
          <tr key={changes.map(({ kind, name }) => `${kind} ${name}`).join()}>
            <th scope="row">{label(changes, language)}</th>
            {cells(alone ?? [], changed)}
          </tr>
        ))}
        {rest.number === 0 ? null : (
          <tr>
            <th scope="row">{say(versionMessages.others({ number: rest.number }))}</th>
            {cells(rest.alone, changed)}
          </tr>
        )}
        {row(versionMessages.remainder(), ({ remainder }) => remainder, changed)}
        {row(versionMessages.together(), ({ before, after }) => after - before, changed, 'sum')}
        {row(versionMessages.after(), ({ after }) => after, level, 'sum')}
      </HeadedTable>
    </>
  )
}

const OutcomeTable = ({ outcomes, name }: { readonly outcomes: readonly OutcomeChange[]; readonly name: string }) => {
  const { words, language, numbers } = useTexts(versionsWords)
  const say = useSay()
  return (
    <HeadedTable
      scrolled={name}
      className="score-t versions-t"
      head={
        <>
          <th scope="col">{say(versionMessages.outcome())}</th>
          <th scope="col">{say(versionMessages.before())}</th>
          <th scope="col">{say(versionMessages.after())}</th>
          <th scope="col">{words.change}</th>
        </>
      }
    >
      {outcomes.map(one => {
        const { outcome, doc, before, after, unit } = one
        const { scale, text } = unitWords(unit, language)
        const size = changeSize(one)
        const relative = before === 0 ? '' : `${numbers.signedPercent((after - before) / Math.abs(before), 2)} `
        return (
          <tr key={outcome}>
            <th scope="row">
              {variableName(outcome, doc, language)}
              {text.trim() === '' ? null : <small> {text.trim()}</small>}
            </th>
            <td>{numbers.plain(before * scale)}</td>
            <td>{numbers.plain(after * scale)}</td>
            <td>
              {relative}
              <small className={`change-size ${size}`}>{words.sizes[size]}</small>
            </td>
          </tr>
        )
      })}
    </HeadedTable>
  )
}

const Outcomes = ({ found }: { readonly found: VersionComparison }) => {
  const { words, numbers } = useTexts(versionsWords)
  const say = useSay()
  const { outcomes, gone, added } = found
  const title = words.outcomesTitle(String(found.year))
  const all = words.allOutcomes(numbers.plain(outcomes.length, 0))
  return (
    <>
      <h3>{title}</h3>
      <p className="note">{words.outcomesNote}</p>
      <OutcomeTable outcomes={outcomes.slice(0, firstOutcomes)} name={title} />
      {outcomes.length <= firstOutcomes ? null : (
        <Folded summary={all}>
          <OutcomeTable outcomes={outcomes} name={all} />
        </Folded>
      )}
      {gone.length === 0 ? null : <p className="note">{say(versionMessages.onlyFirst({ names: gone }))}</p>}
      {added.length === 0 ? null : <p className="note">{say(versionMessages.onlySecond({ names: added }))}</p>}
    </>
  )
}

const Differences = ({ changes }: { readonly changes: readonly VersionChange[] }) => {
  const { words, language, numbers } = useTexts(versionsWords)
  const say = useSay()
  const text = (value: string | undefined): string => value ?? say(versionMessages.absent())
  return (
    <>
      <h3>{say(versionMessages.differences())}</h3>
      {changeKinds.map(kind => {
        const own = changes.filter(one => one.kind === kind)
        if (own.length === 0) return null
        return (
          <details key={kind} className="tbl">
            <summary>{`${words.kinds[kind]} (${numbers.plain(own.length, 0)})`}</summary>
            <ul className="version-changes">
              {own.map(({ name, doc, before, after }) => (
                <li key={name}>
                  <b>{variableName(name, doc === '' ? name : doc, language)}</b> <code>{name}</code>
                  <p>
                    <span className="vh">{say(versionMessages.before())}: </span>
                    <del>{text(before)}</del>
                  </p>
                  <p>
                    <span className="vh">{say(versionMessages.after())}: </span>
                    <ins>{text(after)}</ins>
                  </p>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </>
  )
}

export const VersionTables = ({ found }: { readonly found: VersionComparison }) => {
  const say = useSay()
  const { changes, outcomes } = found
  if (changes.length === 0 && outcomes.every(({ size }) => size === 0))
    return <p role="status">{say(versionMessages.none())}</p>
  return (
    <>
      <p role="status">{say(versionMessages.changed(countsOf(changes)))}</p>
      <Effects found={found} />
      <Outcomes found={found} />
      <Differences changes={changes} />
    </>
  )
}
