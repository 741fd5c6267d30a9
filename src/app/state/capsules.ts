/** The capsules that the reader has opened, and what they are compared with: the comparison is a part of links, the files are not. */

import { create } from 'zustand'
import { windowTo } from '../../model/measures.ts'
import type { CapsuleFile } from '../worker/answers/capsule.ts'

/** A file as it was opened: the number tells it from another of the same name. */
export interface Opened extends CapsuleFile {
  readonly number: number
}

interface Capsules {
  readonly first: Opened | undefined
  readonly second: Opened | undefined
  readonly opened: number
}

export const useCapsules = create<Capsules>()(() => ({ first: undefined, second: undefined, opened: 0 }))

/** The largest capsules have a tenth of it: what is larger is none, and is not read. */
const mostBytes = 20e6

/** Opens a file in a place; false where it is too large for a capsule. */
export const openFile = async (place: 'first' | 'second', file: File): Promise<boolean> => {
  if (file.size > mostBytes) return false
  const bytes = new Uint8Array(await file.arrayBuffer())
  useCapsules.setState(({ opened }) => ({
    opened: opened + 1,
    [place]: { name: file.name, bytes, number: opened + 1 },
    ...(place === 'first' ? { second: undefined } : {}),
  }))
  return true
}

/** What the first capsule is compared with: the model in hand under its scenario or that in hand, or a second capsule. */
export const comparedWith = ['capsule', 'screen', 'second'] as const
export type ComparedWith = (typeof comparedWith)[number]

export interface AskedComparison {
  /** Enough of the digest of the first capsule to know it by. */
  readonly digest: string
  readonly comparedWith: ComparedWith
  readonly year: number
}

export const shortDigest = (digest: string): string => digest.slice(0, 12)

export const comparisonText = ({ digest, comparedWith: other, year }: AskedComparison): string =>
  `${shortDigest(digest)},${other},${year}`

/** Of a link; undefined where the text is none. */
export const comparisonFrom = (text: string | undefined): AskedComparison | undefined => {
  const [, digest = '', other, year] = /^([0-9a-f]{12}),(\w+),(\d{4})$/.exec(text ?? '') ?? []
  const found = comparedWith.find(one => one === other)
  return found === undefined ? undefined : { digest, comparedWith: found, year: Number(year) }
}

export const standardYear = windowTo
