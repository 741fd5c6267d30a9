/** The regions that an engine keeps open, each with the paths and equations that were asked for. */

import { type ChangedEquations, withEquations } from '../../../analysis/region/changed-equations.ts'
import type { OpenRegion } from '../../../analysis/region/simulation.ts'
import { model } from '../../../model/index.ts'
import type { OwnPath } from '../../../regions/own-paths.ts'
import { openCalled } from '../../input/opening.ts'
import type { OpenedRegions } from '../../terminal/session.ts'
import type { FolderOptions } from '../../input/simulation.ts'

/** A region as a program names it. */
interface AskedRegion {
  readonly region: string
  readonly packs?: string | undefined
  readonly paths?: readonly OwnPath[] | undefined
  readonly equations?: ChangedEquations | undefined
}

/** Each takes some ten megabytes. */
const mostKept = 8

export interface KeptRegions {
  open(asked: AskedRegion): OpenRegion
  /** Opens what commands ask for: the same region with the same changes. */
  opener(asked: AskedRegion): OpenedRegions
  /** Its folder is read anew the next time, for every set of parameters, paths and equations. */
  forget(asked: AskedRegion): void
}

export const keepRegions = (): KeptRegions => {
  const kept = new Map<string, OpenRegion>()
  const keyOf = (word: string, options: FolderOptions, { equations = {} }: Pick<AskedRegion, 'equations'>): string =>
    JSON.stringify([word, options.root, options.parameters, options.paths, options.actuals, equations])
  const open = (word: string, options: FolderOptions, asked: Pick<AskedRegion, 'equations'>): OpenRegion => {
    const key = keyOf(word, options, asked)
    const found = kept.get(key)
    // The one used last is the last to go.
    kept.delete(key)
    const opened =
      found ??
      openCalled(
        word,
        asked.equations === undefined ? options : { ...options, model: withEquations(model, asked.equations) },
      )
    kept.set(key, opened)
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest)
    return opened
  }
  const optionsOf = ({ packs, paths }: AskedRegion): FolderOptions => ({
    ...(packs === undefined ? {} : { root: packs }),
    ...(paths === undefined ? {} : { paths }),
  })
  return {
    open: asked => open(asked.region, optionsOf(asked), asked),
    opener: asked => (word, options) => open(word, { ...options, ...optionsOf(asked) }, asked),
    forget: ({ region, packs }) => {
      for (const key of kept.keys()) {
        const [word, root] = JSON.parse(key) as readonly [string, string | null]
        if (word === region && root === (packs ?? null)) kept.delete(key)
      }
    },
  }
}
