import { describe, expect, it } from 'vitest'
import { equation, parameter, sector, type Model } from '../../language/declare.ts'
import { modelHash } from './fingerprint.ts'

const made = (value: number, text: string, doc: string): Model => ({
  name: 'small',
  dimensions: {},
  sectors: [
    sector(
      'One',
      { doc },
      {
        rate: parameter('share', value, doc, { source: doc }),
        tax: equation('CNY bn', text, doc, { outcome: doc !== '' }),
      },
    ),
  ],
})

const hash = modelHash(made(0.1, 'rate*3{CNY bn} + 1{CNY bn}', 'Tax'))

describe('the hash of a model', () => {
  it('moves with a value and with an equation', () => {
    expect(modelHash(made(0.2, 'rate*3{CNY bn} + 1{CNY bn}', 'Tax'))).not.toBe(hash)
    expect(modelHash(made(0.1, 'rate*3{CNY bn} - 1{CNY bn}', 'Tax'))).not.toBe(hash)
    expect(modelHash(made(0.1, 'rate*3{CNY  m} + 1{CNY bn}', 'Tax'))).not.toBe(hash)
  })

  it('stays with another sentence or layout', () => {
    expect(modelHash(made(0.1, 'rate*3{CNY bn} + 1{CNY bn}', 'Another sentence'))).toBe(hash)
    expect(modelHash(made(0.1, 'rate * 3{CNY bn}\n  + 1{CNY bn} # a comment', 'Tax'))).toBe(hash)
  })
})
