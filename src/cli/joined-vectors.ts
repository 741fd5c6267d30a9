/**
 * Lets V8 join two neighbouring vectors of two numbers into one of four, which makes simulations a sixth faster. V8 calls
 * it an experiment, and some models end the process under it. It is therefore used only where it is asked for, in the
 * version that the tests run on, and only after code that was joined has given the bits of the interpreter on this
 * machine; everywhere else modules are made as for any browser.
 */

import { setFlagsFromString } from 'node:v8'
import { createBatch } from '../engine/simd/batch.ts'
import { compileModule, instantiate } from '../engine/simd/instance.ts'
import { addNormals } from '../engine/simd/normals.ts'
import { equation, type Model, parameter, sector, stock } from '../language/declare.ts'
import { interpret } from '../language/emit/interpret.ts'
import { emit, standard } from '../language/emit/wasm/module.ts'
import { linkModel } from '../language/link.ts'

const flag = 'experimental-wasm-revectorize'

/** The V8 of the Node that comes with the program. In another version the flag may be unknown, or end the process. */
const known = '14.6.'

/** The compiler that joins makes its code at the second call of a function, or after it has run for a while and meanwhile. */
const atOnce = '--wasm-sync-tier-up --wasm-tiering-budget=1'
const later = '--no-wasm-sync-tier-up --wasm-tiering-budget=13000000'

/** A probe of all that modules do with vectors: arithmetic, choices, functions with a quick part, sums over long and short loops. */
const probe: Model = {
  name: 'probe',
  dimensions: {
    age: { labels: { from: 0, to: 40 }, unit: 'year', doc: 'A long loop' },
    sex: { labels: ['female', 'male'], doc: 'A short loop' },
  },
  sectors: [
    sector(
      'Probe',
      { over: ['sex', 'age'] },
      {
        x: parameter('1', 1, 'Differs from member to member'),
        moved: stock('1', { initial: '0.5 + x/7', inflow: 'chosen/3{year}', outflow: 'moved/2{year}' }, 'A state'),
        exponential: equation('1', 'exp(moved*x/9)', 'Of small and large arguments'),
        odds: equation('1', 'logistic(x - moved)', 'Of any arguments'),
        power: equation('1', '(moved*moved + 0.1)^(1/3 + x)', 'Of a positive base'),
        logarithm: equation('1', 'ln(moved + 2)', 'Not a number for some members'),
        all: equation('1', 'sum(odds*moved) - sum(max(power, 0.4))', 'Of both loops', { over: [] }),
        bounded: equation('1', 'min(moved, x) + max(odds, all/1000)', 'Limits'),
        chosen: equation('1', 'if(bounded > 0.3, moved - x*odds, all/(1 + moved*moved))', 'One of two values'),
      },
    ),
  ],
}

/** Members of the probe; some leave what is usual, so that all code is run. */
const inputs = [0.3, -0.7, 1.25, 0, 4, 1e-310, -900, 6000]

/** True where the probe has the bits of the interpreter, with its code made by the compiler that joins. */
export const joinedAgree = (): boolean => {
  const model = linkModel(probe, {})
  const { bytes, manifest } = emit(model, () => '', [addNormals], { ...standard, keepAll: true })
  setFlagsFromString(atOnce)
  try {
    const batch = createBatch(manifest, instantiate(compileModule(bytes), manifest.memoryEnd))
    const { clock } = model
    const x = model.variables.get('x')!.offset
    batch.values.set(inputs, x * inputs.length)
    batch.initialise({ start: 2024, stepsPerYear: 4 })
    const { create, initialise, step, commit } = interpret(model)
    const alone = inputs.map(input => {
      const values = create()
      values[clock.startTime.offset] = 2024
      values[clock.timeStep.offset] = 1 / 4
      values[x] = input
      initialise(values)
      return values
    })
    for (let steps = 0; steps < 3; steps++) {
      batch.step()
      alone.forEach(step)
      for (const [member, values] of alone.entries())
        for (const { offset, size } of model.variables.values())
          for (let at = offset; at < offset + size; at++)
            if (!Object.is(values[at], batch.values[batch.place(at) * inputs.length + member])) return false
      batch.commit()
      alone.forEach(commit)
    }
    return true
  } finally {
    setFlagsFromString(later)
  }
}

/** From here on V8 joins no vectors of this process: for modules that another version of the program has made. */
export const stopJoining = (): void => setFlagsFromString(`--no-${flag}`)

/** From here on V8 joins the vectors of this process, where it may be trusted with them; else false. */
export const startJoining = (agree = joinedAgree, version = process.versions.v8): boolean => {
  if (process.arch !== 'x64' || !version.startsWith(known)) return false
  setFlagsFromString(`--${flag}`)
  const agreed = agree()
  if (!agreed) stopJoining()
  return agreed
}
