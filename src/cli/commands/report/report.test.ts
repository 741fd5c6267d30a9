/** Tests that `report` refuses invalid options before anything is built. */

import { describe, expect, it } from 'vitest'
import { heartland } from '../../testing/command-line-fixture.ts'

describe('heartland report', () => {
  it.each([
    ['report northeast --pdf northeast.html', /give a name that ends in \.pdf/],
    ['report northeast --pdf a.pdf --view answers', /view 'answers'[^]*answer/],
    ['report northeast --pdf a.pdf --lang de', /language 'de'[^]*en, zh/],
    ['report CN-LN --packs regions --pdf a.pdf', /does not come with the app: import it there under Data/],
    ['report northeast', /--pdf/],
  ])('%s', async (words, told) => {
    const { code, out, err } = await heartland(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(told)
  })
})
