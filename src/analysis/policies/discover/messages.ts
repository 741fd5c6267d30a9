/** Sentences on the conditions under which a policy fails, by code and in both languages. */

import texts from '../../../texts/discover.ts'
import { type Both, messageTable, type Of } from '../../../language/messages.ts'

interface Side {
  readonly what: Both<string>
  readonly value: string
}

/** A number with its unit as Chinese writes it, without a space. */
const closed = (value: string | number): string => String(value).replace(' %', '%')

export const discoverMessages = messageTable('discover', texts, {
  below: ({ what, value }: Side) => ({ en: `${what.en} is below ${value}`, zh: `${what.zh}低于${closed(value)}` }),
  above: ({ what, value }: Side) => ({ en: `${what.en} is above ${value}`, zh: `${what.zh}高于${closed(value)}` }),
  between: ({ what, low, high }: { readonly what: Both<string> } & Of<'low' | 'high'>) => ({
    en: `${what.en} lies between ${low} and ${high}`,
    zh: `${what.zh}介于${closed(low)}与${closed(high)}之间`,
  }),
  box: ({
    conditions,
    coverage,
    density,
  }: { readonly conditions: ReadonlyArray<Both<string>> } & Of<'coverage' | 'density'>) => ({
    en: `Fails when ${conditions.map(({ en }) => en).join(' and ')}: ${coverage} % of the failures; ${density} % of such simulations fail.`,
    zh: `当${conditions.map(({ zh }) => zh).join('，且')}时失败：占全部失败模拟的${coverage}%；此类模拟有${density}%失败。`,
  }),

  // The page.
  title: ({
    region,
    name,
    fails,
  }: { readonly fails: readonly string[] } & Readonly<Record<'region' | 'name', Both<string>>>) => ({
    en: `${region.en}, ${name.en}: when ${fails.join(' or ')}`,
    zh: `${region.zh}，${name.zh}：何时出现${fails.join('或')}`,
  }),
})
