/** What the package gives to programs, wherever they run. */

export { ReportedError, UsageError } from '../language/reported-error.ts'
export type { LeverSettings as Settings, Stated as ScenarioOptions } from '../scenario/stated.ts'
export { ask } from './ask.ts'
export type { AskOptions, Given } from './ask.ts'
export { answer, ensemble } from './questions.ts'
export type {
  AnswerOptions,
  EnsembleOptions,
  EnsembleResult,
  OutcomeBands,
} from './questions.ts'
export type { LeverAbout, OutcomeAbout, Region, RegionOptions } from './region.ts'
