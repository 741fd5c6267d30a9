/** Reads and writes the scenario in the address of the page; the format is in src/scenario. */

import { linkOf, readLink } from '../../scenario/link.ts'
import type { LinkProblem, ScenarioLink } from '../../scenario/segments.ts'
import { policyOf, type Scenario } from '../../scenario/scenario.ts'
import { declaredPackages } from '../../model/packages.ts'
import { aboutOf } from '../state/about.ts'
import { type Draft, emptyDraft } from '../state/scenario.ts'
import { placeAsked, yearAsked } from '../state/head.ts'
import { type Asks, asksOf } from '../state/store.ts'
import { partOf, viewWord } from '../state/address.ts'
import { isView, type ViewName, viewNames } from '../state/view-names.ts'
import type { Language } from '../../language/messages.ts'

/** Parts of the page beside its scenario that go into a link for others. */
export interface Besides {
  readonly chart?: string
  readonly cursor?: number
  /** Kept scenarios that lie over the charts. */
  readonly overlays?: readonly Draft[]
  /** Question of the view besides the scenario. */
  readonly asks?: Asks
}

/** The scenario in hand as links and files hold it: with the model and figures of its region, conditions only where there are any. */
export const scenarioOf = ({ outside, thresholds, ...draft }: Draft): Scenario => {
  const about = aboutOf(draft.region)
  return {
    ...draft,
    ...(Object.keys(outside).length === 0 ? {} : { outside }),
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(about === undefined ? {} : { model: about.model, data: about.data }),
  }
}

export const linkedScenario = (
  view: string,
  language: Language,
  draft: Draft,
  { chart, cursor, overlays = [], asks = {} }: Besides = {},
): ScenarioLink => ({
  scenario: scenarioOf(draft),
  view,
  language,
  asks: asksOf(view, asks),
  chart,
  cursor,
  overlays: overlays.map(scenarioOf),
})

/** '#/what-if?v=1&region=northeast&…': the address of a view with the scenario. */
export const writeLink = (view: string, language: Language, draft: Draft, besides: Besides = {}): string =>
  linkOf(linkedScenario(view, language, draft, besides)).text

export interface Linked {
  readonly view: ViewName
  /** Written by a person: a package stands for its levers, and what cannot be read does not keep the rest from opening. */
  readonly byHand: boolean
  /** A chart alone, in somebody else's page. */
  readonly embedded: boolean
  /** The same with its levers, in a notebook. */
  readonly levers: boolean
  readonly language?: Language
  /** Absent where the address holds no scenario. */
  readonly draft?: Draft
  readonly overlays: readonly Draft[]
  /** True if it sets correlations, truncations or distributions, which the app does not use. */
  readonly uncertainty: boolean
  readonly chart?: string
  readonly cursor?: number
  readonly asks?: Asks
  /** Hashes of the model and the data it was made with; empty where it says none. */
  readonly model: string
  readonly data: string
  readonly problem?: LinkProblem
}

/** A link of the command line names a package in English, or 'baseline'; here they go by their names in the language of the page. */
const ownName = (name: string, policyPackage: string): string => {
  const began = declaredPackages.find(({ id }) => id === policyPackage)
  return name === 'baseline' || (began !== undefined && name === `${began.id} ${began.name}`) ? '' : name
}

const draftOf = ({ scenario }: ScenarioLink, { name, policy, assumptions, outside = {} }: Scenario): Draft => {
  const empty = emptyDraft(scenario.region)
  const { seed = empty.seed, members = empty.members, financing } = scenario
  const paid = policyOf({ policy, financing })
  return { ...empty, name, policy: paid, assumptions, outside, seed, members }
}

/** The name in links of earlier versions for a view of industries under a package or, as it asks, after an event. */
const sectors = 'sectors'

const isEventIn = (asks: Asks): boolean => asks[`${sectors}.of`] === 'event'

const viewIn = (name: string, asks: Asks = {}): Pick<Linked, 'view' | 'embedded' | 'levers'> => ({
  view: isView(name) ? name : name !== sectors ? 'answer' : isEventIn(asks) ? 'stress' : 'industries',
  embedded: name === 'embed' || name === 'widget',
  levers: name === 'widget',
})

/** Earlier versions asked each view for its place and its year. */
const inHead = (name: string): string =>
  name.replace(/^[\w-]+\.(?:area|place)$/, placeAsked).replace(/^(?!round)[\w-]+\.year$/, yearAsked)

/** The view of industries asked after an event, the loss of sales to Russia unless it said another, for what `stress` asks. */
const asksIn = (view: string, asks: Asks | undefined): Asks | undefined => {
  if (asks === undefined) return undefined
  const by = view === sectors && isEventIn(asks) ? 'stress' : 'industries'
  const own = Object.entries(asks).map(([name, text]) => [inHead(name.replace(`${sectors}.`, `${by}.`)), text])
  return { ...(by === 'stress' ? { 'stress.event': 'exportsRussia=-100%' } : {}), ...Object.fromEntries(own) }
}

/** A view that there is none of, in a link that is whole otherwise. */
const viewProblem = ({ view, scenario }: ScenarioLink, hash: string): LinkProblem | undefined =>
  isView(view) || view === sectors || viewIn(view).embedded
    ? undefined
    : {
        kind: 'damaged',
        readable: {
          region: scenario.region !== '',
          seed: partOf(hash, 'seed') !== undefined,
          levers: Object.keys(scenario.policy).length,
          assumptions: Object.keys(scenario.assumptions).length,
        },
        wrong: [{ kind: 'view', key: view, value: viewNames.join(', ') }],
      }

/** The contents of an address; of a damaged one what could be read, with the problem. */
export const readAddressText = (hash: string): Linked => {
  const reading = readLink(hash)
  if (reading === undefined) {
    // A scenario that is no text of ours is told, an address that names a view only is none.
    const problem: LinkProblem | undefined = hash.includes('?')
      ? {
          kind: 'damaged',
          readable: { region: false, seed: false, levers: 0, assumptions: 0 },
          wrong: hash
            .replace(/^[^?]*\?/, '')
            .split('&')
            .map(part => ({ kind: 'unknown', key: part.replace(/=.*$/, ''), value: '' })),
        }
      : undefined
    const [, claim] = /^#\/?claim\/(K\d+)$/i.exec(hash) ?? []
    return {
      ...(claim === undefined
        ? viewIn(viewWord(hash))
        : { ...viewIn('claims' satisfies ViewName), asks: { 'claims.claim': claim.toUpperCase() } }),
      byHand: false,
      overlays: [],
      uncertainty: false,
      model: '',
      data: '',
      ...(problem === undefined ? {} : { problem }),
    }
  }
  const { link, byHand } = reading
  const problem = reading.problem ?? viewProblem(link, hash)
  const { scenario, language, chart, cursor, overlays } = link
  const asks = asksIn(link.view, link.asks)
  const { package: policyPackage = '', thresholds, model = '', data = '' } = scenario
  return {
    ...viewIn(link.view, link.asks),
    byHand,
    // An address that somebody wrote need not say.
    ...(partOf(hash, 'language') === undefined ? {} : { language }),
    ...(scenario.region === ''
      ? {}
      : {
          draft: {
            ...draftOf(link, { ...scenario, name: ownName(scenario.name, policyPackage) }),
            package: policyPackage,
            ...(thresholds === undefined ? {} : { thresholds }),
          },
        }),
    overlays: overlays.map(overlay => draftOf(link, overlay)),
    uncertainty: [scenario.correlations, scenario.truncations, scenario.distributions].some(one => one !== undefined),
    ...(chart === undefined ? {} : { chart }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(asks === undefined ? {} : { asks }),
    model,
    data,
    ...(problem === undefined ? {} : { problem }),
  }
}
