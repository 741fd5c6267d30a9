/** What is kept of simulations for thresholds that a reader moves, as a list of numbers that the app is built with. */

import type { KeptFuture } from '../../analysis/moved-thresholds.ts'
import type { Judgement } from '../../model/criteria.ts'
import { mainWindow, measures } from '../../model/measures.ts'

const first = mainWindow * measures.length

/** Numbers of one judgement: the readings of the main window, by which classes are told, and whether output falls. */
const size = measures.length + 1

const numbersOf = ({ judgement: { readings, recession } }: Pick<KeptFuture, 'judgement'>): number[] => [
  ...readings.slice(first, first + measures.length),
  recession ? 1 : 0,
]

/** `kept[package][simulation]`, one after another, each the region and then its areas. */
export const keptNumbers = (kept: ReadonlyArray<readonly KeptFuture[]>): number[] =>
  kept.flatMap(list => list.flatMap(one => [one, ...one.areas].flatMap(numbersOf)))

/** The same again, with readings of the main window only. */
export const keptFrom = (
  numbers: ArrayLike<number>,
  { packages, members }: { readonly packages: number; readonly members: number },
): KeptFuture[][] => {
  const places = numbers.length / (packages * members * size)
  const judgementAt = (begin: number): { readonly judgement: Judgement } => {
    const readings: number[] = []
    for (let at = 0; at < measures.length; at++) readings[first + at] = numbers[begin + at]
    return { judgement: { readings, recession: numbers[begin + measures.length] === 1 } }
  }
  const future = (begin: number): KeptFuture => {
    const [region, ...areas] = Array.from({ length: places }, (_, place) => judgementAt(begin + place * size))
    return { ...region, areas }
  }
  const ofPolicy = (from: number): KeptFuture[] =>
    Array.from({ length: members }, (_, member) => future(from + member * places * size))
  return Array.from({ length: packages }, (_, policy) => ofPolicy(policy * members * places * size))
}
