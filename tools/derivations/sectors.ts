/**
 * Splits growth of the three provinces into volume and price by sector, beside the nation. Run with
 * `node tools/derivations/sectors.ts`: it prints the years of two facts that docs/theory/changes.md explains.
 * Values are those of the yearbooks of the time, whose vintage growth by sector has.
 */

import { exp, ln } from '../../src/language/elementary.ts'
import { foundOrNaN, mean, northeast } from './derivation.ts'

const sectors = ['primary', 'secondary', 'tertiary'] as const
type Sector = (typeof sectors)[number]

type Span = readonly [from: number, to: number]
const yearsOf = ([from, to]: Span): number[] => Array.from({ length: to - from }, (_, at) => from + 1 + at)

/** Growth at constant prices over a span (log). */
const volume = (area: string, name: string, span: Span): number =>
  yearsOf(span).reduce((sum, year) => sum + ln(1 + foundOrNaN(area, name, year)), 0)

const valueOf = (area: string, sector: Sector, year: number): number =>
  foundOrNaN(area, `${sector}OutputYearbook`, year)

const shareOf = (area: string, sector: Sector, year: number): number =>
  valueOf(area, sector, year) / sectors.reduce((sum, one) => sum + valueOf(area, one, year), 0)

/** Change of the deflator of a sector over a span (log). */
const priceOf = (area: string, sector: Sector, span: Span): number =>
  ln(valueOf(area, sector, span[1]) / valueOf(area, sector, span[0])) - volume(area, `${sector}OutputGrowth`, span)

/** What a sector adds to growth, mean of the years, as a share of output. */
const contribution = (area: string, sector: Sector, span: Span): number =>
  mean(yearsOf(span).map(year => shareOf(area, sector, year - 1) * foundOrNaN(area, `${sector}OutputGrowth`, year)))

/** Change of output at current prices (log), at the level of the latest economic census that has both years. */
const nominal = (area: string, [from, to]: Span): number => {
  const change = (name: string): number => ln(foundOrNaN(area, name, to) / foundOrNaN(area, name, from))
  const latest = change('nominalOutput')
  return Number.isFinite(latest) ? latest : change('nominalOutputFourthCensus')
}

/** Prices of an area over a span (log): by sector, of its output as published, and with those of the nation by sector. */
export const pricesOf = (
  area: string,
  span: Span,
): { readonly sectors: Readonly<Record<Sector, number>>; readonly output: number; readonly asInNation: number } => ({
  sectors: {
    primary: priceOf(area, 'primary', span),
    secondary: priceOf(area, 'secondary', span),
    tertiary: priceOf(area, 'tertiary', span),
  },
  output: nominal(area, span) - volume(area, 'outputGrowth', span),
  asInNation: sectors.reduce(
    (sum, sector) => sum + mean(span.map(year => shareOf(area, sector, year))) * priceOf('CN', sector, span),
    0,
  ),
})

if (import.meta.main) {
  const percent = (change: number): string => (100 * (exp(change) - 1)).toFixed(1)
  const spans: readonly Span[] = [
    [2005, 2010],
    [2013, 2014],
  ]
  for (const span of spans)
    for (const area of northeast) {
      const prices = pricesOf(area, span)
      const years = span[1] - span[0]
      process.stdout.write(`${area}, ${span.join(' to ')}\n`)
      for (const sector of sectors)
        process.stdout.write(
          `  ${sector}: price ${percent(prices.sectors[sector])} %, in the nation ${percent(priceOf('CN', sector, span))} %; ` +
            `${(100 * contribution(area, sector, span)).toFixed(2)} points of growth a year\n`,
        )
      process.stdout.write(
        `  output: price ${percent(prices.output)} %, with prices of the nation ${percent(prices.asInNation)} %; ` +
          `growth a year ${percent(volume(area, 'outputGrowth', span) / years)} %, ` +
          `with prices of the nation ${percent((nominal(area, span) - prices.asInNation) / years)} %\n`,
      )
    }
}
