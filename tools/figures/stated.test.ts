import { expect, it } from 'vitest'
import { restated } from './stated-fixture.ts'

it('figures are written into a sentence whatever their length and sign, and nothing else is', () => {
  const text = 'In 2030, with 1,250 m², it is .5 % of 98 (F24).\n| a | 3.5, 4.0 | −14 .2 | +2 |\n'
  expect(restated(text, 'with 980 m², it is −12.5 % of 1,104 (F24).')).toEqual({
    text: 'In 2030, with 980 m², it is −12.5 % of 1,104 (F24).\n| a | 3.5, 4.0 | −14 .2 | +2 |\n',
    replaced:
      'with [1,250 → 980] m², it is [.5 → −12.5] % of [98 → 1,104] (F24). (a sign turns: do the words still hold?)',
  })
  expect(restated(text, '| a | … | −7 −.25 | +2 |').text).toBe(text.replace('−14 .2', '−7 −.25'))
  expect(restated(text, 'In 2030, with 1,250 m²').replaced).toBeUndefined()
})

it('a sentence that a document has not, or has twice, is refused', () => {
  expect(() => restated('It rises by 2 %.', 'It falls by 2 %.')).toThrow('stands 0 times')
  expect(() => restated('It is 2, it is 3.', 't is 4')).toThrow('stands 2 times')
})
