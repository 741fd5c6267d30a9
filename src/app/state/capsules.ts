/** The capsules that the reader has opened, and what they are compared with. Links hold the comparison, but not the files. */

import { create } from 'zustand'
import { windowTo } from '../../model/measures.ts'
import type { CapsuleFile } from '../worker/answers/capsule.ts'

/** A file as it was opened; its number distinguishes it from others of the same name. */
export interface Opened extends CapsuleFile {
  readonly number: number
}

interface Capsules {
  readonly first: Opened | undefined
  readonly second: Opened | undefined
  readonly opened: number
}

export const useCapsules = create<Capsules>()(() => ({ first: undefined, second: undefined, opened: 0 }))

/** Ten times the size of the largest capsules: a larger file is not a capsule and is not read. */
const mostBytes = 20e6

/** Opens a file as the first or the second capsule; false where it is too large for one. */
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

/**
 * The other side of a comparison with the first capsule: the model on screen under the scenario of the capsule, the
 * model on screen under the scenario on screen, or a second capsule.
 */
export const comparedWith = ['capsule', 'screen', 'second'] as const
export type ComparedWith = (typeof comparedWith)[number]

export interface AskedComparison {
  /** The beginning of the digest of the first capsule, which is enough to identify it. */
  readonly digest: string
  readonly comparedWith: ComparedWith
  readonly year: number
}

export const shortDigest = (digest: string): string => digest.slice(0, 12)

export const comparisonText = ({ digest, comparedWith: other, year }: AskedComparison): string =>
  `${shortDigest(digest)},${other},${year}`

/** Reads the part of a link; undefined where it describes no comparison. */
export const comparisonFrom = (text: string | undefined): AskedComparison | undefined => {
  const [, digest = '', other, year] = /^([0-9a-f]{12}),(\w+),(\d{4})$/.exec(text ?? '') ?? []
  const found = comparedWith.find(one => one === other)
  return found === undefined ? undefined : { digest, comparedWith: found, year: Number(year) }
}

export const standardYear = windowTo
