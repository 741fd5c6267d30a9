/** Tests that a memo keeps what was asked for last, by its owner, and makes nothing twice. */

import { describe, expect, it } from 'vitest'
import { lastPer } from './once-per.ts'

describe('lastPer', () => {
  it('keeps the last of each owner, and the one that was asked for again before others', () => {
    const made: string[] = []
    const last = lastPer<object, string>(2)
    const [one, other] = [{}, {}]
    const of = (owner: object, key: string): string =>
      last.of(owner, key, () => {
        made.push(key)
        return key.toUpperCase()
      })
    expect(['a', 'b', 'a', 'c', 'a'].map(key => of(one, key))).toEqual(['A', 'B', 'A', 'C', 'A'])
    expect(made).toEqual(['a', 'b', 'c'])
    of(other, 'a')
    of(one, 'b')
    expect(made).toEqual(['a', 'b', 'c', 'a', 'b'])
  })

  it('keeps nothing of an attempt that failed', () => {
    const last = lastPer<object, number>()
    const owner = {}
    const fail = (): number => {
      throw new Error('no')
    }
    expect(() => last.of(owner, 'a', fail)).toThrow('no')
    expect(last.find(owner, 'a')).toBeUndefined()
    expect(last.of(owner, 'a', () => 1)).toBe(1)
  })
})
