/** For tests: little models that are run on the interpreter and compiled. */

import { test } from 'vitest'
import { type Input, type Result, run } from '../../examples/run.ts'
import type { Declaration } from './declare.ts'
import { interpret } from './emit/interpret.ts'
import { compile } from './emit/javascript.ts'
import { link, type World } from './small-model-fixture.ts'

export const targets = [
  ['interpreted', interpret],
  ['compiled', compile],
] as const

interface Play extends World {
  readonly inputs?: Readonly<Record<string, Input>>
  readonly steps?: number
  readonly timeStep?: number
  readonly startTime?: number
}

/** Tests a little model on both targets. */
export const play = (
  title: string,
  declarations: Readonly<Record<string, Declaration>>,
  settings: Play,
  check: (result: Result) => void,
): void => {
  for (const [target, build] of targets) {
    test(`${title} (${target})`, () => {
      const program = build(link(declarations, settings))
      const { startTime = 2024, timeStep = 0.25, steps = 1, inputs = {} } = settings
      check(run(program, { startTime, timeStep, steps, inputs }))
    })
  }
}

/** All elements of a variable. */
export const all = (result: Result, name: string, step = 0): number[] => result.elements(name, step)
