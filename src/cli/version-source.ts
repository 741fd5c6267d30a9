/** Versions to compare: a capsule, a git revision of this program, or this program as it is. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openData, type OpenRegion, requiredData } from '../analysis/simulation.ts'
import type { Version } from '../analysis/versions/changes.ts'
import { versionMessages } from '../analysis/versions/messages.ts'
import type { Scenario } from '../engine/scenario.ts'
import type { Model } from '../language/declare.ts'
import { UsageError } from '../language/reported-error.ts'
import { readRegion } from '../regions/read-region.ts'
import { readCapsule } from './capsule-file.ts'
import { openWith, regionCalled } from './opening.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const versionOf = (
  label: string,
  { region, linked }: OpenRegion,
  { policy, assumptions }: Pick<Scenario, 'policy' | 'assumptions'>,
): Version => {
  const { id, areas, start, values, paths, pastLevers } = region
  return {
    label,
    region: id,
    areas,
    model: linked.source,
    figures: { start, values, paths, ...(pastLevers === undefined ? {} : { pastLevers }) },
    policy,
    assumptions,
  }
}

/** Model and figures of a revision, in a folder of their own: the language that this program has reads them. */
const openRevision = async (revision: string, region: string): Promise<OpenRegion> => {
  const folder = mkdtempSync(join(tmpdir(), 'heartland-revision-'))
  try {
    const quiet = { cwd: root, maxBuffer: 2 ** 29, stdio: 'pipe' } as const
    let commit: string
    try {
      commit = execFileSync('git', ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`], {
        ...quiet,
        encoding: 'utf8',
      }).trim()
    } catch (problem) {
      const { stderr, message } = problem as Error & { readonly stderr?: string }
      const [why] = (stderr ?? message).trim().split('\n')
      throw new UsageError(versionMessages.noRevision({ word: revision, why }))
    }
    const archive = execFileSync(
      'git',
      ['archive', commit, 'package.json', 'src/model', 'src/language', 'regions'],
      quiet,
    )
    execFileSync('tar', ['-x', '-C', folder], { input: archive, stdio: 'pipe' })
    const { model } = (await import(pathToFileURL(join(folder, 'src/model/index.ts')).href)) as {
      readonly model: Model
    }
    return openData(readRegion(region, requiredData(model), join(folder, 'regions'), { parameters: 'asRegionSays' }), {
      model,
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The scenario of a capsule that a version is compared with holds for a revision too. */
export const versionFrom = async (
  word: string,
  region: string,
  scenario: Pick<Scenario, 'policy' | 'assumptions'>,
): Promise<Version> => {
  if (statSync(word, { throwIfNoEntry: false })?.isFile() === true) {
    const { scenario: own, model, figures, region: of } = readCapsule(word)
    return {
      label: word,
      region: of.id,
      areas: of.areas,
      model,
      figures,
      policy: own.policy,
      assumptions: own.assumptions,
    }
  }
  const id = regionCalled(region)
  return versionOf(word, word === '.' ? openWith(id, {}) : await openRevision(word, id), scenario)
}

/** What a capsule says of its region and scenario; undefined for other words. */
export const capsuleCalled = (word: string) =>
  statSync(word, { throwIfNoEntry: false })?.isFile() === true ? readCapsule(word) : undefined
