/** The inputs that all members of an ensemble share. */

/** Inputs that a step sets anew. */
export interface Changes {
  readonly elements: Int32Array
  readonly values: Float64Array
}

/** Under one policy. */
export interface SharedInputs {
  readonly start: number
  readonly stepsPerYear: number
  readonly steps: number
  /** All inputs as the initial state finds them. */
  readonly first: Float64Array
  /** Changes by each step, the first included. Shocks are not among them. */
  readonly changes: readonly Changes[]
  /** Elements that assumptions hold: samples leave them alone. */
  readonly held: readonly number[]
  /** Elements from here on are set by every step, so that samples cannot set them. */
  readonly setBySteps: number
}
