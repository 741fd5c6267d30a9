/** The values of a path as rows of fields: year, last year, value. */

import type { PathPiece, PathSetting } from '../../engine/outside.ts'
import { useWords } from '../shell/use.ts'
import { conditionsWords } from '../words/conditions.ts'
import { Button } from './button.tsx'
import { TypedNumber } from './typed-number.tsx'

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
