/** List of figures, filtered by search, kind, evidence and area, and shown in parts. */

import { useDeferredValue, useMemo, useRef, useState } from 'react'
import type { EntryKind } from '../../../analysis/pack.ts'
import { evidenceGrades } from '../../../language/declare.ts'
import { EvidenceDot } from '../../charts/evidence.tsx'
import { Button } from '../../controls/button.tsx'
import { FilterChips } from '../../controls/filter-chips.tsx'
import { Select } from '../../controls/select.tsx'
import { Section } from '../../shell/head.tsx'
import { useKeys } from '../../shell/keys.ts'
import { useTexts, useWords } from '../../shell/use.ts'
import { answerWords } from '../../words/answer.ts'
import dataWords from '../../../texts/app/data.ts'
import type { Language } from '../../../language/messages.ts'
import { nameIn } from '../../../language/typeset.ts'
import { figureName } from '../../../model/names/series.ts'
import { parameterName } from '../../../model/names/parameters.ts'
import type { Pack } from '../../worker/answers/pack.ts'
import { FigureRow } from './figure-row.tsx'
import { type Filter, type Findable, filtered, figureGrade, isFiltered, noFilter } from './filter.ts'

const kinds: readonly EntryKind[] = ['figure', 'path', 'series', 'parameter']

/** Rows added to the list at a time. */
const page = 40

const findable = ({ entries, sources, areaNames }: Pack, language: Language): Findable[] =>
  entries.map(entry => {
    const { kind, name, doc, area, labels, points } = entry
    const title = kind === 'parameter' ? parameterName(name, doc ?? name, language) : figureName(name, doc, language)
    const source = points.at(-1)?.source ?? ''
    const region = areaNames[area]
    const texts = [
      title,
      name,
      doc,
      labels,
      area,
      region?.en,
      region?.zh,
      source,
      sources[source]?.what,
      points.at(-1)?.note,
    ]
    return {
      entry,
      title,
      texts: texts
        .filter(text => text !== undefined)
        .join(' ')
        .toLowerCase(),
    }
  })

const Filters = ({
  all,
  found,
  filter,
  setFilter,
}: {
  readonly all: readonly Findable[]
  readonly found: Pack
  readonly filter: Filter
  readonly setFilter: (filter: Filter) => void
}) => {
  const { words, language, numbers } = useTexts(dataWords)
  const { gradeNames } = useWords(answerWords)
  const search = useRef<HTMLInputElement>(null)
  useKeys({ '/': () => search.current?.focus() })
  const count = (part: Partial<Filter>): string => numbers.plain(filtered(all, { ...filter, ...part }).length, 0)
  const areas = [...new Set(found.entries.map(({ area }) => area))].filter(area => area !== '')
  return (
    <div className="finder">
      <input
        ref={search}
        type="search"
        className="search"
        value={filter.text}
        placeholder={words.find}
        aria-label={words.find}
        onChange={event => setFilter({ ...filter, text: event.target.value })}
      />
      <label className="pick">
        <span>{words.area}</span>
        <Select
          options={[
            ['', words.allAreas],
            ...areas.map(area => [area, nameIn(found.areaNames[area] ?? { en: area }, language)] as const),
          ]}
          value={filter.area}
          choose={chosen => setFilter({ ...filter, area: chosen })}
        />
      </label>
      <FilterChips
        label={words.kind}
        items={kinds}
        pressed={filter.kinds}
        press={pressed => setFilter({ ...filter, kinds: pressed })}
      >
        {kind => (
          <>
            {words.kinds[kind]} <span className="note">{count({ kinds: new Set([kind]) })}</span>
          </>
        )}
      </FilterChips>
      <FilterChips
        label={words.grade}
        items={evidenceGrades}
        pressed={filter.grades}
        press={pressed => setFilter({ ...filter, grades: pressed })}
      >
        {grade => (
          <>
            <EvidenceDot grade={grade} /> {gradeNames[grade]}{' '}
            <span className="note">{count({ grades: new Set([grade]) })}</span>
          </>
        )}
      </FilterChips>
    </div>
  )
}

export const FigureList = ({ found }: { readonly found: Pack }) => {
  const { words, language, numbers } = useTexts(dataWords)
  const [filter, setFilter] = useState<Filter>(noFilter)
  const [limit, setLimit] = useState(page)
  const wanted = useDeferredValue(filter)
  const all = useMemo(() => findable(found, language), [found, language])
  const rows = useMemo(() => filtered(all, wanted), [all, wanted])
  const set = (next: Filter): void => {
    setFilter(next)
    setLimit(page)
  }
  const left = rows.length - limit
  return (
    <Section id="figures" title={words.listTitle} note={words.listNote}>
      <Filters all={all} found={found} filter={filter} setFilter={set} />
      <p className="note" role="status">
        {words.count(numbers.plain(rows.length, 0), numbers.plain(all.length, 0))}{' '}
        {isFiltered(filter) ? (
          <Button className="plain" onClick={() => set(noFilter)}>
            {words.clear}
          </Button>
        ) : null}
      </p>
      {rows.length === 0 ? <p className="empty">{words.nothing}</p> : null}
      <ul className="entries">
        {rows.slice(0, limit).map(({ entry, title }) => (
          <FigureRow
            key={`${entry.kind} ${entry.area} ${entry.name} ${entry.labels}`}
            entry={entry}
            title={title}
            grade={figureGrade(entry)}
            found={found}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button onClick={() => setLimit(limit + page)}>{words.more(numbers.plain(Math.min(left, page), 0))}</Button>
      ) : null}
    </Section>
  )
}
