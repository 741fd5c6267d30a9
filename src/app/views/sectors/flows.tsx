/** Who sells to whom: a picture of all sectors or of one, and on a phone bars of the same. */

import { type Flows, homeUses } from '../../../analysis/industries/flows.ts'
import { saleOutlets } from '../../../regions/input-output.ts'
import { ChartFigure } from '../../charts/figure.tsx'
import { GainRows } from '../../charts/gain-rows.tsx'
import { type FlowLink, type FlowNode, Sankey } from '../../charts/sankey.tsx'
import { Select } from '../../controls/select.tsx'
import { useNarrow, useTexts } from '../../shell/use.ts'
import { ask, useAsked } from '../../state/asks.ts'
import { sectorsWords } from '../../words/sectors.ts'
import { labelName } from '../../../model/names/parameters.ts'
import { useScales } from './choices.ts'
import { sumOf } from '../../../analysis/moments.ts'

/** Flows up to this, in billions, are not drawn. */
const nothing = 1e-6

interface Part {
  readonly id: string
  readonly name: string
  readonly value: number
  readonly outside?: boolean
}

const nodeOf = ({ id, name, outside = false }: Part, column: number): FlowNode => ({ id, name, column, outside })

/** Names of buyers, in the order of the flows: sectors, uses at home, partners. */
const useNames = (flows: Flows) => {
  const { words, language } = useTexts(sectorsWords)
  return {
    sectors: flows.sectors.map(sector => labelName(sector, language)),
    uses: homeUses.map(use => words.uses[use]),
    partners: saleOutlets.map(sale => labelName(sale, language)),
  }
}

type Names = ReturnType<typeof useNames>

/** What a sector sells, by buyer. */
const salesOf = ({ home, sold }: Flows, at: number, { sectors, uses, partners }: Names): Part[] => [
  ...[...sectors, ...uses].map((name, buyer) => ({ id: `to-${buyer}`, name, value: home[at]![buyer]! })),
  ...partners.map((name, partner) => ({ id: `out-${partner}`, name, value: sold[at]![partner]!, outside: true })),
]

/** What all sectors sell and what is bought outside, by seller and buyer. */
const allFlows = (flows: Flows, names: Names, bought: string): { nodes: FlowNode[]; links: FlowLink[] } => {
  const sellers = flows.sectors.map((_, at) => ({ id: `from-${at}`, name: names.sectors[at]!, column: 0 }))
  const buyers = salesOf(flows, 0, names).map(part => nodeOf(part, 1))
  const links = [
    ...flows.sectors.flatMap((_, at) =>
      salesOf(flows, at, names).map(({ id, value }) => ({ source: `from-${at}`, target: id, value })),
    ),
    ...flows.bought.map((value, buyer) => ({ source: 'bought', target: `to-${buyer}`, value })),
  ]
  return {
    nodes: [...sellers, { id: 'bought', name: bought, column: 0, outside: true }, ...buyers],
    links: links.filter(({ value }) => value > nothing),
  }
}

export const FlowsFigure = ({ flows }: { readonly flows: Flows }) => {
  const { words, numbers } = useTexts(sectorsWords)
  const scale = useScales().output
  const isNarrow = useNarrow(900)
  const names = useNames(flows)
  const chosen = flows.sectors.indexOf(useAsked('sectors.flow') ?? '')
  const show = (value: number): string => numbers.plain(value * scale, value * scale < 99.95 ? 1 : 0)
  const { home, sold, bought, output, valueAdded, year } = flows
  const count = flows.sectors.length
  const name = names.sectors[chosen] ?? ''
  const inputs: Part[] =
    chosen < 0
      ? []
      : [
          { id: 'earned', name: words.valueAdded, value: valueAdded[chosen]! },
          ...names.sectors.map((seller, at) => ({ id: `from-${at}`, name: seller, value: home[at]![chosen]! })),
          { id: 'bought', name: words.boughtOutside, value: bought[chosen]!, outside: true },
        ]
  const sales = chosen < 0 ? [] : salesOf(flows, chosen, names)
  const picture =
    chosen < 0
      ? allFlows(flows, names, words.boughtOutside)
      : {
          nodes: [
            ...inputs.map(part => nodeOf(part, 0)),
            { id: 'self', name, column: 1 },
            ...sales.map(part => nodeOf(part, 2)),
          ],
          links: [
            ...inputs.map(({ id, value }) => ({ source: id, target: 'self', value })),
            ...sales.map(({ id, value }) => ({ source: 'self', target: id, value })),
          ].filter(({ value }) => value > nothing),
        }
  const money = (value: number): string => numbers.money(value)
  const told = (parts: readonly Part[]): string =>
    parts
      .toSorted((a, b) => b.value - a.value)
      .slice(0, 5)
      .map(part => `${part.name} ${money(part.value)}`)
      .join(', ')
  const sentence =
    chosen < 0
      ? words.flowsTold(
          money(sumOf(output)),
          money(sumOf(home.flatMap(row => row.slice(0, count)))),
          money(sumOf(home.flatMap(row => row.slice(count)))),
          money(sumOf(sold.flat())),
          money(sumOf(bought)),
        )
      : `${words.buysFrom(name)}: ${told(inputs)}. ${words.sellsTo(name)}: ${told(sales)}.`
  const bars = (title: string, parts: readonly Part[], notes?: readonly string[]) => (
    <>
      <h3>{title}</h3>
      <GainRows
        rows={parts
          .map(({ id, name: of, value }, at) => ({
            id,
            name: of,
            ...(notes === undefined ? {} : { note: notes[at]! }),
            value: value * scale,
            low: null,
            high: null,
          }))
          .filter(({ value }) => value > nothing)
          .toSorted((a, b) => b.value - a.value)}
        marks="bars"
        tone="ink"
        show={value => show(value / scale)}
        sentence={`${title}: ${told(parts)}`}
        firstWidth={340}
      />
    </>
  )
  const all = [...names.sectors, ...names.uses]
  return (
    <ChartFigure
      level={2}
      className="sec flows-fig"
      title={chosen < 0 ? words.flows : `${words.flows}: ${name}`}
      unit={(isNarrow ? words.flowsUnit : chosen < 0 ? words.flowsUnitAll : words.flowsUnitOne)(year)}
      source={words.flowsSource}
      above={
        <div className="record-choice">
          <label>
            {words.flowOf}{' '}
            <Select
              options={[
                ['', words.allSectors],
                ...flows.sectors.map((sector, at) => [sector, names.sectors[at]] as const),
              ]}
              value={flows.sectors[chosen] ?? ''}
              choose={sector => ask('sectors.flow', sector === '' ? undefined : sector)}
            />
          </label>
        </div>
      }
      table={() => ({
        head: [words.buyer, ...names.sectors, words.boughtOutside],
        unit: words.units.output,
        rows: [
          ...all.map((buyer, at) => [
            at < count ? buyer : `→ ${buyer}`,
            ...home.map(row => show(row[at]!)),
            show(bought[at]!),
          ]),
          ...names.partners.map((partner, at) => [`→ ${partner}`, ...sold.map(row => show(row[at]!)), '–']),
          [words.valueAdded, ...valueAdded.map(show), '–'],
        ],
      })}
    >
      {isNarrow ? (
        chosen < 0 ? (
          bars(
            words.madeBy,
            names.sectors.map((of, at) => ({ id: String(at), name: of, value: output[at]! })),
            home.map((row, at) => words.flowNote(show(sumOf(row)), show(sumOf(sold[at]!)))),
          )
        ) : (
          <>
            {bars(words.buysFrom(name), inputs)}
            {bars(words.sellsTo(name), sales)}
          </>
        )
      ) : (
        <Sankey {...picture} sentence={sentence} show={show} firstWidth={1312} />
      )}
      <p className="note">{sentence}</p>
    </ChartFigure>
  )
}
