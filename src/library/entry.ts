/** Exports of the package to programs, wherever they run. */

export { ReportedError, UsageError } from '../language/messages.ts'
export type { LeverSettings as Settings, Stated as ScenarioOptions } from '../scenario/scenario.ts'
export { ask } from './ask.ts'
export type { AskOptions, Given } from './ask.ts'
export { ensemble } from './ensemble.ts'
export type { EnsembleOptions, EnsembleResult, OutcomeBands } from './ensemble.ts'
export type { LeverAbout, OutcomeAbout, Region, RegionOptions } from './region.ts'
