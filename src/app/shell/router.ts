/**
 * Keeps the address in step with the page: view, language and scenario are read when it changes and written after each
 * step.
 */

import { pointText, type Quantity } from '../../analysis/explain/quantity.ts'
import { catalogued, chartIds, indicatorOf, variableOf } from '../../outcomes/catalogue.ts'
import type { OfOutcome } from '../../questions/core/report.ts'
import { lastQuarter } from '../state/quarters.ts'
import type { ScenarioRules } from '../../scenario/rules.ts'
import { changedSince, linkFaults } from '../../scenario/link.ts'
import { writtenScenario } from '../../scenario/written.ts'
import { draftName } from './draft-name.ts'
import { type Linked, readAddressText, writeLink } from '../share/link.ts'
import { tell } from '../share/notice.ts'
import { aboutOf, whenAboutChanges } from '../state/about.ts'
import { isKnownRegion, regionNamed } from '../state/own-regions.ts'
import { fittingDraft, rulesOfAbout } from '../state/fitting.ts'
import { type Draft, draftOf, emptyDraft, isWork, mostShown, sameDraft } from '../state/scenario.ts'
import { setAside } from '../state/set-aside.ts'
import { speak } from '../state/speak.ts'
import { ask, useStore } from '../state/store.ts'
import { causeAsked, placeAsked, yearAsked } from '../state/head.ts'
import { bothTexts } from '../../language/messages.ts'
import setAsideWords from '../../texts/app/set-aside.ts'
import type { ViewName } from '../state/view-names.ts'

/** Address of a view with the scenario in hand, for links. */
export const addressOf = (view: ViewName): string => {
  const { language, draft, asks } = useStore.getState()
  return writeLink(view, language, draft, { asks })
}

/** Marks entries of the history that this page wrote: only others are links that somebody followed. */
const own = { heartland: true } as const

const isOwn = (): boolean => (globalThis.history.state as { heartland?: unknown } | null)?.heartland === true

/** Goes to a view; the browser's back button returns. */
export const goTo = (view: ViewName): void => {
  // First the entry: the address is written into the newest one whenever the state moves.
  globalThis.history.pushState(own, '', addressOf(view))
  useStore.getState().set({ view })
  globalThis.scrollTo(0, 0)
}

/** Opens the causes of a figure: an outcome of the catalogue by its own name, or any variable of the model. */
export const askCause = ({ labels: { area, ...labels }, ...variable }: Quantity & { readonly time: number }): void => {
  const outcome = variable.closing || Object.keys(labels).length > 0 ? undefined : catalogued(variable.name)
  const name = outcome?.chart === undefined ? variable.name : outcome.id
  ask(causeAsked, pointText({ ...variable, name, labels }))
  ask(placeAsked, area)
  ask(yearAsked, String(Math.floor(variable.time)))
  goTo('why')
}

/** Opens the causes of an outcome of the region, or of an area. */
export const askWhy = (id: string, time: number, area?: string): void =>
  askCause({ name: id, closing: false, labels: area === undefined ? {} : { area }, time })

/** Opens the causes of an outcome of the catalogue in a year. */
export const askOutcome = ({ outcome, area, when }: OfOutcome): void => {
  const time = lastQuarter(Number(when))
  if (indicatorOf(outcome).chart !== undefined) return askWhy(outcome, time, area)
  const name = variableOf(outcome, area === undefined ? 'region' : 'area')
  askCause({ name, closing: false, labels: area === undefined ? {} : { area }, time })
}

/** Takes out of the scenario in hand, and out of the saved ones, what cannot be run, and sets the whole aside. */
const fitAll = (): void => {
  const { draft, kept, open } = useStore.getState()
  const rules = new Map<string, ScenarioRules | undefined>()
  const rulesFor = (region: string): ScenarioRules | undefined => {
    if (!rules.has(region)) {
      const about = aboutOf(region)
      rules.set(region, about === undefined ? undefined : rulesOfAbout(about))
    }
    return rules.get(region)
  }
  const fit = <Scenario extends Draft>(scenario: Scenario): Scenario => {
    const { draft: fitting, reasons } = fittingDraft(scenario, rulesFor(scenario.region))
    if (reasons.length > 0) setAside({ text: writtenScenario(scenario), reasons })
    return fitting
  }
  const fitting = fit(draft)
  if (fitting !== draft) open(fitting)
  const fittingKept = kept.map(fit)
  if (fittingKept.some((one, at) => one !== kept[at])) useStore.setState({ kept: fittingKept })
}

/** A stored scenario whose region was removed, or never came to this browser. */
const leaveUnknownRegion = (): void => {
  const { draft, open } = useStore.getState()
  if (isKnownRegion(draft.region)) return
  setAside({ text: writtenScenario(draft), reasons: [bothTexts(setAsideWords).region(draft.region)] })
  open(emptyDraft())
}

/** Links whose region is still being opened are compared with its model when it is. */
let unchecked: Linked | undefined

const check = (): void => {
  fitAll()
  const linked = unchecked
  const about = linked?.draft === undefined ? undefined : aboutOf(linked.draft.region)
  if (linked?.draft === undefined || about === undefined) return
  unchecked = undefined
  const { draft: inHand, change } = useStore.getState()
  const policyPackage = linked.byHand ? about.packages.find(({ id }) => id === inHand.package) : undefined
  if (policyPackage !== undefined) change({ ...inHand, policy: { ...policyPackage.policy, ...inHand.policy } })
  const changed = changedSince(linked, about)
  if (changed.length === 0) return
  tell({ kind: 'changed', changed, made: { model: linked.model, data: linked.data } })
}

/** The scenario in hand goes to the kept scenarios before a link takes its place. */
const openLinked = (linked: Linked, draft: Draft): void => {
  const store = useStore.getState()
  const inHand = store.draft
  const isKept = store.kept.some(kept => sameDraft({ ...draftOf(kept), name: inHand.name }, inHand))
  if (isWork(inHand) && !isKept && !sameDraft(inHand, draft))
    store.keep(draftName(inHand, store.language, aboutOf(inHand.region)?.packages))
  store.open(draft)
  for (const [at, overlay] of linked.overlays.entries()) {
    const { kept, restore } = useStore.getState()
    if (kept.some(one => sameDraft(draftOf(one), overlay))) continue
    const shown = kept.filter(one => one.shown).length < mostShown
    restore({ ...overlay, id: `${Date.now().toString(36)}-link-${at}`, shown })
  }
  unchecked = linked
}

const readAddress = (reloaded: boolean, { hash }: Pick<Location, 'hash'> = globalThis.location): void => {
  if (hash === '' || hash === '#') return
  const read = readAddressText(hash)
  const region = read.byHand && read.draft !== undefined ? regionNamed(read.draft.region) : undefined
  const linked = region === undefined ? read : { ...read, draft: { ...read.draft!, region } }
  const { view, language, draft, chart, cursor, asks, problem, byHand } = linked
  const store = useStore.getState()
  store.set({
    view,
    ...(chart === undefined || !(chartIds as readonly string[]).includes(chart) ? {} : { chart }),
    ...(cursor === undefined ? {} : { cursor }),
    ...(asks === undefined ? {} : { asks: { ...store.asks, ...asks } }),
  })
  if (language !== undefined) speak(language)
  const opens = byHand && problem?.kind === 'damaged' && draft !== undefined
  if (opens) setAside({ text: hash, reasons: linkFaults(problem.wrong) })
  if (problem !== undefined && !opens) tell({ kind: 'problem', problem, draft })
  else if (draft === undefined) check()
  else if (!isKnownRegion(draft.region)) tell({ kind: 'region', region: draft.region })
  else if (reloaded || linked.embedded) {
    store.open(draft)
    if (byHand) unchecked = linked
  } else openLinked(linked, draft)
  if (linked.uncertainty && draft !== undefined) {
    setAside({ text: hash, reasons: [bothTexts(setAsideWords).uncertainty] })
  }
  check()
}

/** The form in which a page shows one chart inside somebody else's: alone, or with its levers. */
export const embedding = (): Pick<Linked, 'embedded' | 'levers'> => readAddressText(globalThis.location.hash)

/** The page around a chart with levers gives it scenarios as addresses, and is told what its levers say. */
const speakWithPage = (): void => {
  const around = globalThis.parent
  const say = (): void => {
    const { draft } = useStore.getState()
    const { region, policy, assumptions, outside } = draft
    around.postMessage({ heartland: { region, policy, assumptions, outside } }, '*')
  }
  globalThis.addEventListener('message', ({ source, data }: MessageEvent<{ readonly heartland?: unknown } | null>) => {
    if (source === around && typeof data?.heartland === 'string') readAddress(true, { hash: data.heartland })
  })
  useStore.subscribe((now, before) => {
    if (now.draft !== before.draft) say()
  })
  say()
}

/** Reads the address now and at each change of it; writes it, without a step in the history, when the scenario moves. */
export const startRouter = (): void => {
  leaveUnknownRegion()
  readAddress(isOwn())
  check()
  const { embedded, levers } = embedding()
  if (embedded) {
    whenAboutChanges(check)
    if (levers) speakWithPage()
    return
  }
  const write = (): void => {
    const address = addressOf(useStore.getState().view)
    if (globalThis.location.hash !== address) globalThis.history.replaceState(own, '', address)
  }
  globalThis.addEventListener('popstate', () => {
    // The back button returns to a view; it never takes back what was done to the scenario.
    if (isOwn()) useStore.getState().set({ view: readAddressText(globalThis.location.hash).view })
    else readAddress(false)
    write()
  })
  write()
  whenAboutChanges(() => {
    check()
    write()
  })
  useStore.subscribe((now, before) => {
    const moved = (['draft', 'language', 'view', 'asks'] as const).some(part => now[part] !== before[part])
    if (moved) write()
  })
}
