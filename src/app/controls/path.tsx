/** Control for one external path: a small chart, its values as fields, and where they come from. */

import { memo, useMemo, useState } from 'react'
import { outsideProblems, pathUnit } from '../../scenario/paths.ts'
import type { ScenarioRules } from '../../scenario/rules.ts'
import type { OutsidePaths, PathChange, PathPiece, PathSetting } from '../../engine/outside.ts'
import { EvidenceDot } from '../charts/evidence.tsx'
import { useTexts, useWords } from '../shell/use.ts'
import type { Sources } from '../../regions/rows.ts'
import { pathAddress, beginning, converted, ownValue, pathOfArea, timeOfPiece } from '../state/conditions.ts'
import { conditionsWords } from '../words/conditions.ts'
import { withMark } from '../../language/typeset.ts'
import { unitWords } from '../../model/names/units.ts'
import { variableName } from '../../model/names/variables.ts'
import type { PathAbout } from '../worker/answers/conditions.ts'
import { Button, Select } from './button.tsx'
import { PathChart } from './path-chart.tsx'
import { TypedNumber } from './typed-number.tsx'

interface PathProps {
  readonly path: PathAbout
  /** Of all that the scenario sets. */
  readonly outside: OutsidePaths
  readonly areas: ReadonlyMap<string, string>
  readonly rules: ScenarioRules
  readonly sources: Sources
  readonly commit: (name: string, setting: PathSetting | undefined) => void
}

const changes: readonly PathChange[] = ['set', 'add', 'times', 'given']

const Sources = ({ path: { origins, uncertain }, sources }: Pick<PathProps, 'path' | 'sources'>) => {
  const words = useWords(conditionsWords)
  return (
    <details className="tbl">
      <summary>{words.sources}</summary>
      <ul className="path-sources">
        {origins.map(({ evidence, source, from, to }) => (
          <li key={`${evidence} ${source}`}>
            <EvidenceDot grade={evidence} /> {words.years(Math.floor(from), Math.floor(to))}{' '}
            {sources[source]?.url ? (
              <a href={sources[source].url} rel="noreferrer">
                {sources[source].what}
              </a>
            ) : (
              (sources[source]?.what ?? source)
            )}
          </li>
        ))}
      </ul>
      <p className="note">{uncertain ? words.uncertain : words.certain}</p>
    </details>
  )
}

/** 'value (2027), value (2030)': what a setting comes to, in a line. */
const useSummary = (path: PathAbout) => {
  const { words, language, numbers } = useTexts(conditionsWords)
  return ({ change, pieces }: PathSetting): string => {
    const { scale, text } = unitWords(change === 'times' ? '1' : pathUnit(path.unit), language)
    const sign = change === 'times' ? '×' : ''
    return pieces
      .map(({ value, from, to }) => {
        const number = change === 'add' ? numbers.signed(value * scale) : numbers.plain(value * scale)
        return withMark(`${sign}${number}${text}`, to === undefined ? String(from) : words.years(from, to), language)
      })
      .join(language === 'zh' ? '，' : ', ')
  }
}

const PathFields = ({
  title,
  setting: { change, pieces },
  unit,
  commit,
}: {
  readonly title: string
  readonly setting: PathSetting
  readonly unit: string
  readonly commit: (setting: PathSetting | undefined) => void
}) => {
  const words = useWords(conditionsWords)
  /** Whoever takes it says what is wrong with it, of the path as a whole. */
  const put = (at: number, piece: PathPiece): undefined =>
    void commit({ change, pieces: pieces.with(at, piece).toSorted((a, b) => a.from - b.from) })
  const remove = (at: number): void => {
    const rest = pieces.toSpliced(at, 1)
    commit(rest.length === 0 ? undefined : { change, pieces: rest })
  }
  return (
    <div className="path-fields">
      {pieces.map((piece, at) => {
        const { value, from, to } = piece
        return (
          <p key={from}>
            {words.from}{' '}
            <TypedNumber
              size={6}
              label={words.fromField(title)}
              value={String(from)}
              take={typed => put(at, { ...piece, from: typed ?? Number.NaN })}
            />{' '}
            {words.to}{' '}
            <TypedNumber
              size={6}
              label={words.toField(title)}
              value={to === undefined ? '' : String(to)}
              take={typed => put(at, { value, from, ...(typed === undefined ? {} : { to: typed }) })}
            />{' '}
            {words.value}{' '}
            <TypedNumber
              size={6}
              label={words.valueField(title)}
              value={String(value)}
              take={typed => put(at, { ...piece, value: typed ?? Number.NaN })}
            />
            {unit}{' '}
            <Button aria-label={words.remove(from)} onClick={() => remove(at)}>
              ×
            </Button>
          </p>
        )
      })}
    </div>
  )
}

export const PathControl = memo(({ path: whole, outside, areas, rules, sources, commit }: PathProps) => {
  // The area that is set opens first; all areas where none is.
  const [area, choose] = useState(
    () =>
      whole.areas.find(
        one => outside[whole.name] === undefined && outside[pathAddress(whole.name, one)] !== undefined,
      ) ?? '',
  )
  const address = pathAddress(whole.name, area)
  const path = useMemo(() => pathOfArea(whole, area, outside, rules.end), [whole, area, outside, rules.end])
  const setting = outside[address]
  const { words, language } = useTexts(conditionsWords)
  const summary = useSummary(path)
  const [refused, setRefused] = useState('')
  const { name, doc, unit } = path
  const variable = variableName(name, doc, language)
  const title = area === '' ? variable : words.ofArea(variable, areas.get(area) ?? area)
  const { scale, text } = unitWords(pathUnit(unit), language)
  const problemOf = (next: PathSetting): string | undefined =>
    outsideProblems(rules, { ...outside, [address]: next })[0]?.message.text[language]
  const take = (next: PathSetting | undefined): void => {
    const problem = next === undefined ? undefined : problemOf(next)
    setRefused(problem ?? '')
    if (problem !== undefined) return
    commit(address, next)
  }
  const first = Math.floor(rules.start) + 1
  const more = ({ change, pieces }: PathSetting): void => {
    const last = pieces.at(-1)
    const year = Math.min(rules.end - 1, Math.floor(last?.to ?? last?.from ?? first) + 1)
    const piece: PathPiece = { value: last?.value ?? ownValue(path, timeOfPiece({ from: year })), from: year }
    take({ change, pieces: [...pieces, piece] })
  }
  return (
    <div className={`lev path${setting === undefined ? ' same' : ''}`}>
      <div className="top">
        <b>{variable}</b>
        <EvidenceDot grade={path.evidence} />
      </div>
      {whole.areas.length < 2 ? null : (
        <label className="find">
          <span className="note">{words.area}</span>
          <Select
            aria-label={`${words.area}: ${variable}`}
            options={['', ...whole.areas].map(one => [
              one,
              `${one === '' ? words.allAreas : (areas.get(one) ?? one)}${outside[pathAddress(name, one)] === undefined ? '' : ` · ${words.isSet}`}`,
            ])}
            value={area}
            choose={chosen => {
              setRefused('')
              choose(chosen)
            }}
          />
        </label>
      )}
      {path.limited === undefined ? null : (
        <p className="note">
          {words.limited[path.limited.kind](path.limited.names.map(([one, its]) => variableName(one, its, language)))}
        </p>
      )}
      <p className="payer">{setting === undefined ? words.unchanged : summary(setting)}</p>
      <PathChart path={path} setting={setting} title={title} scale={scale} unit={text} years={[first, rules.end]} />
      {setting === undefined ? (
        <Button aria-label={words.changePath(title)} onClick={() => take(beginning(path))}>
          {words.change}
        </Button>
      ) : (
        <>
          <label className="find">
            <span className="note">{words.kind}</span>
            <Select
              options={changes.map(change => [change, words.kinds[change]])}
              value={setting.change}
              choose={chosen => take(converted(path, setting, chosen))}
            />
          </label>
          <PathFields title={title} setting={setting} unit={setting.change === 'times' ? '' : text} commit={take} />
          {refused === '' ? null : (
            <p className="refused" role="alert">
              {refused}
            </p>
          )}
          <p className="note">{words.between}</p>
          <p className="btns">
            <Button onClick={() => more(setting)}>{words.add}</Button>
            <Button onClick={() => take(undefined)}>{words.reset}</Button>
          </p>
        </>
      )}
      <Sources path={path} sources={sources} />
    </div>
  )
})
