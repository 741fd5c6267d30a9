/** The pages of a state of the United States say nothing of what only China has, in either language. */

import { describe, expect, it } from 'vitest'
import { heartland } from './command-line-fixture.ts'

const foreign = {
  en: /provinc|LGFV|cadre|russia|hukou|household registration|\bchin(a|ese)\b|beijing|shanghai|yuan|CNY|state(-owned)? firm|resident pension|land sales|central government|2024 law/i,
  zh: /省(?!去)|融资平台|城投|干部|俄罗斯|对俄|户籍|户口|中国|北京|上海|国企|国有|土地出让|居民养老金|人民币|亿元|万元/,
} as const

/** Names of variables are those of the model: 'retailToBeijing'. */
const said = (text: string): string => text.replaceAll(/\b[a-z]+[A-Z]\w*|节\s*省/g, '')

const told = async (command: string, language: 'en' | 'zh'): Promise<void> => {
  const { code, out, err } = await heartland(`${command} --lang ${language}`)
  expect(code, err).toBe(0)
  expect(out.length).toBeGreaterThan(100)
  expect(
    said(out + err)
      .split('\n')
      .filter(line => foreign[language].test(line)),
  ).toEqual([])
}

describe.each(['en', 'zh'] as const)('in %s', { timeout: 120_000 }, language => {
  it.each([
    'run US-MI --full',
    'answer US-MI --simulations 20 --full',
    'debt US-MI --simulations 10 --full',
    'who US-MI --policy E --simulations 0 --full',
    'list levers --region US-MI',
    'list packages --region US-MI',
    'list outcomes --region US-MI',
    'list parameters --region US-MI',
    'books US-MI --at 2035Q4',
  ])('%s', async command => told(command, language))

  it.each(['check US-MI --full', 'league US-all --full', 'compare B C --region US-MI', 'list paths --region US-MI'])(
    '%s',
    { tags: ['thorough'] },
    async command => told(command, language),
  )
})

it('a lever of what the nation has not is none', async () => {
  const { code, err } = await heartland('run US-MI --set swapPace=10')
  expect([code, err]).toEqual([2, expect.stringContaining("unknown lever 'swapPace'")])
})
