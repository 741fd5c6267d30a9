/** The values of a path as rows of fields: year, last year, value. */

import { useState } from 'react'
import type { PathPiece, PathSetting } from '../../engine/outside.ts'
import { useWords } from '../shell/use.ts'
import { conditionsWords } from '../words/conditions.ts'

const typedNumber = (text: string): number => Number(text.replace('−', '-').replaceAll(',', '').trim())

const Field = ({
  label,
  value,
  take,
}: {
  readonly label: string
  /** Empty where there is none. */
  readonly value: string
  /** The text once it is whole. */
  readonly take: (text: string) => void
}) => {
  const [typed, setTyped] = useState<string | undefined>(undefined)
  return (
    <input
      aria-label={label}
      inputMode="decimal"
      size={6}
      value={typed ?? value}
      onChange={event => setTyped(event.target.value)}
      onBlur={() => {
        if (typed !== undefined && typed.trim() !== value) take(typed.trim())
        setTyped(undefined)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}

export const PathFields = ({
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
  const put = (at: number, piece: PathPiece): void =>
    commit({ change, pieces: pieces.with(at, piece).toSorted((a, b) => a.from - b.from) })
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
            <Field
              label={words.fromField(title)}
              value={String(from)}
              take={text => put(at, { ...piece, from: typedNumber(text) })}
            />{' '}
            {words.to}{' '}
            <Field
              label={words.toField(title)}
              value={to === undefined ? '' : String(to)}
              take={text => put(at, { value, from, ...(text === '' ? {} : { to: typedNumber(text) }) })}
            />{' '}
            {words.value}{' '}
            <Field
              label={words.valueField(title)}
              value={String(value)}
              take={text => put(at, { ...piece, value: text === '' ? Number.NaN : typedNumber(text) })}
            />
            {unit}{' '}
            <button type="button" className="btn" aria-label={words.remove(from)} onClick={() => remove(at)}>
              ×
            </button>
          </p>
        )
      })}
    </div>
  )
}
