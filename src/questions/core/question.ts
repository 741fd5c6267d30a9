/**
 * The declaration of a question: once, for the command line, HTTP, Python, R, npm, MCP and the page. A declaration says what
 * is asked (typed inputs), computes the answer with the runs that a door provides, and reports it in blocks that every
 * door can show.
 */

import type * as z from 'zod'
import type { Choice } from '../../analysis/region/choice.ts'
import type { ClaimsFound } from '../../analysis/evidence/claims/index.ts'
import type { RunTrials, TrialReading } from '../../analysis/policies/goal/trials.ts'
import type { BackTest, BackTestSettings } from '../../analysis/hindcast/back-test.ts'
import type { KeptPart, MembersJob, MembersTask } from '../../analysis/runs/members.ts'
import type { WorstAudit } from '../../analysis/runs/accounts-hold.ts'
import type { OpenRegion } from '../../analysis/region/simulation.ts'
import type { BuiltModule } from '../../analysis/region/wasm-region.ts'
import type { Widening } from '../../analysis/runs/widening.ts'
import type { RunMany } from '../../engine/run/many.ts'
import type { ValuesMany } from '../../engine/run/wasm-simulator.ts'
import type { Assumptions } from '../../engine/scenario.ts'
import type { SaltelliDesign } from '../../engine/sensitivity-design.ts'
import type { Uncertainty } from '../../engine/uncertainty.ts'
import type { Both, Message } from '../../language/messages.ts'
import type { Doubt } from '../../regions/own/plausible.ts'
import type { ReadText, RegionData } from '../../regions/types.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Report } from './report.ts'

/** A choice that a page offers for an input: the value, and its name. */
export type Option = readonly [value: string, name: Both<string>]

/** One input. Its zod type is what JSON carries, with bounds and default; every door reads and documents it by that. */
export interface QuestionInput<Given = unknown, Value = Given> {
  readonly type: z.ZodType<Given>
  readonly help: Both<string>
  /** Before the control of a page; an input without a label has none. */
  readonly label?: Both<string>
  /** The name of the value on the command line: `--after <years>`. A yes-or-no input has none. */
  readonly placeholder?: string
  /** Its option on the command line, where that is not its name; the words of a list may then be scenario files. */
  readonly option?: string
  /** One letter for the command line. */
  readonly short?: string
  /** The value from which a page starts, where it is not the default. */
  readonly page?: Given
  readonly options?: (open: OpenRegion) => readonly Option[]
  /** The options are examples of what can be typed. */
  readonly typed?: true
  /**
   * A text that lies in a file: the command line takes its name, or the text, and a page opens it. Of records that lie in
   * the files of a folder, the command line takes the folder as well.
   */
  readonly file?: true | 'folder'
  /** The command line gives the day on which it is asked, as 2027-03-01. */
  readonly today?: true
  /** It has no meaning but on a page. */
  readonly pageOnly?: true
  /** It changes what is shown and not what is computed, so that a page keeps what was found. */
  readonly shows?: true
  /** Checks that need the region; throws a UsageError. `called` names the input as the door does. */
  readonly read?: (open: OpenRegion, given: Given, called: string) => Value
}

// oxlint-disable-next-line typescript/no-explicit-any
export type Inputs = Readonly<Record<string, QuestionInput<any, any>>>

type ValueOf<One> = One extends { readonly read: (...given: never[]) => infer Value }
  ? Value
  : One extends { readonly type: z.ZodType<infer Given> }
    ? Given
    : never

type ValuesOf<Given extends Inputs> = { readonly [Name in keyof Given]: ValueOf<Given[Name]> }

export interface AskedQuestion<Given extends Inputs> {
  readonly open: OpenRegion
  readonly inputs: ValuesOf<Given>
  /** The first policy that is asked about, under the conditions of the open region. */
  readonly scenario: Scenario
  /** None for a question about a region; one; or two that are compared. */
  readonly choices: readonly Choice[]
  /** Nothing is shown but what the report has without its parts for experts: what only those need may stay undone. */
  readonly brief?: boolean
}

/** Policies that are run over the same simulations. */
interface Trials {
  readonly readings: readonly TrialReading[]
  readonly members: number
  readonly seed: number
  readonly assumptions: Assumptions
  readonly uncertainty?: Uncertainty
  /** Rows of a sensitivity design are simulations as well; drawn as `heartland ensemble` does when absent. */
  readonly design?: SaltelliDesign
  /** Simulations carry the error of the model where the region has it. */
  readonly modelError?: boolean
}

/** The past of the region: computed from the files of its folder, or as the app was built with it. */
export interface PastRuns {
  /** Undefined where a door has none of this region. */
  readonly backTest: (settings: BackTestSettings) => Promise<BackTest | undefined> | BackTest | undefined
  /** Undefined where nothing was claimed of the region, which is an error where it is `needed`. */
  readonly claims: (needed: boolean) => Promise<ClaimsFound | undefined> | ClaimsFound | undefined
  /** The files of the region with those of past years; undefined where a door has none. */
  readonly read: () => Promise<ReadText | undefined> | ReadText | undefined
}

/** Simulations as a door runs them; the choice of threads changes no number. */
export interface Runs {
  /** Runs that differ in their inputs, side by side. */
  readonly many: RunMany
  readonly trials: (of: Trials) => Promise<RunTrials>
  /** Ensembles with what is kept of each member, so many runs in all; the parts of each in the order of its members. */
  readonly members: (jobs: readonly MembersJob[], all: number) => Promise<KeptPart[][]>
  /** All values of runs that differ in their inputs. */
  readonly values: ValuesMany
  /** The module on which simulations run in this thread. */
  readonly built: BuiltModule
  readonly widening: (task: Pick<MembersTask, 'settings' | 'assumptions'>) => Promise<Widening | undefined>
  readonly past: PastRuns
  /** Figures of a region that are unlike those of the other regions; none where these cannot be read. */
  readonly doubts: (region: RegionData) => readonly Doubt[]
  /** Announces so many runs; `advance` says that some of them are done. */
  readonly begin: (all: number) => void
  readonly advance: (runs: number) => Promise<void> | void
}

export interface QuestionDeclaration<Given extends Inputs, Found, Recorded extends object = object> {
  readonly inputs: Given
  /** Checks the inputs before any run, then computes. Pure: the same question gives the same bits. */
  readonly find: (asked: AskedQuestion<Given>, runs: Runs) => Promise<Found> | Found
  /** The audits of the runs behind what was found; where there are none, the central run is audited. */
  readonly audits?: (found: Found) => readonly WorstAudit[] | undefined
  /** Says that what was found is a failure: the command then ends so. */
  readonly fails?: (asked: AskedQuestion<Given>, found: Found) => Message | undefined
  /** Remarks that a reader must know beside the result. */
  readonly warnings?: (asked: AskedQuestion<Given>, found: Found) => readonly Message[]
  /** True if the simulations asked for are run; they are always run where this is absent. */
  readonly simulates?: (asked: AskedQuestion<Given>) => boolean
  /** The conditions of the result, where it does not hold under those of the scenario. */
  readonly conditions?: (asked: AskedQuestion<Given>, found: Found) => Both<string>
  /** Inputs with which a page asks first, to show something soon. */
  readonly soon?: Readonly<Record<string, unknown>>
  /** Rows of the CSV file, the first of which names the columns; where absent, the tables of the report. */
  readonly csv?: (asked: AskedQuestion<Given>, found: Found) => ReadonlyArray<readonly string[]>
  /** The scenario that was found, to be saved or linked; the one that was asked about where absent. */
  readonly scenario?: (asked: AskedQuestion<Given>, found: Found) => Scenario
  /** The file in which the command line keeps the record, in the folder that it was given. */
  readonly keeps?: (asked: AskedQuestion<Given>) => string | undefined
  /** As JSON, with all figures and not only those of the report. */
  readonly record: (asked: AskedQuestion<Given>, found: Found) => Recorded
  readonly report: (asked: AskedQuestion<Given>, found: Found) => Report
}

// oxlint-disable-next-line typescript/no-explicit-any
export type AnyDeclaration = QuestionDeclaration<any, any>

/** A declaration with its line in the list of questions. */
export interface AnyQuestion extends AnyDeclaration {
  readonly name: string
  readonly description: Both<string>
  readonly about: 'scenario' | 'region' | 'two'
  readonly argument?: string | undefined
  readonly file?: string | undefined
  readonly examples: readonly string[]
}

/** Declares a question; only for the types. */
export const question = <Given extends Inputs, Found, Recorded extends object>(
  of: QuestionDeclaration<Given, Found, Recorded>,
): QuestionDeclaration<Given, Found, Recorded> => of
