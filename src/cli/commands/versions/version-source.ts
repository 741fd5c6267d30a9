/** Versions to compare: a capsule, a git revision of this program, or this program as it is. */

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openData, type OpenRegion, requiredData } from '../../../analysis/region/simulation.ts'
import type { Capsule } from '../../../analysis/files/versions/capsule.ts'
import { readCapsule } from '../../../analysis/files/versions/capsule-file.ts'
import { type Version, versionOf, versionOfCapsule } from '../../../analysis/files/versions/changes.ts'
import { messages as versionMessages } from '../../../texts/version.ts'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { Model } from '../../../language/declare.ts'
import { UsageError } from '../../../language/messages.ts'
import { loadRegionAt } from '../../../regions/at-start.ts'
import { readFrom } from '../../../regions/read.ts'
import { openUnderChecked, openWith, regionCalled } from '../../input/opening.ts'
import { root } from '../../app-build/places.ts'

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
    return openData(loadRegionAt(readFrom(join(folder, 'regions')), region, requiredData(model)), { model })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The capsule in a file; throws a UsageError where there is none. */
export const capsuleIn = async (file: string): Promise<Capsule> => {
  let content: Uint8Array<ArrayBuffer>
  try {
    content = new Uint8Array(readFileSync(file))
  } catch (problem) {
    throw new UsageError(versionMessages.noCapsule({ file, why: (problem as Error).message }))
  }
  return readCapsule(file, content)
}

/** The region and scenario in a file; undefined for other words. */
export const capsuleCalled = async (word: string): Promise<Capsule | undefined> =>
  statSync(word, { throwIfNoEntry: false })?.isFile() === true ? capsuleIn(word) : undefined

/** The scenario of a capsule that a version is compared with holds for a revision too, with its external conditions. */
export const versionFrom = async (
  word: string,
  region: string,
  scenario: Pick<Scenario, 'policy' | 'assumptions' | 'outside'>,
): Promise<Version> => {
  const capsule = await capsuleCalled(word)
  if (capsule !== undefined) return versionOfCapsule(word, capsule)
  const id = regionCalled(region)
  const open = word === '.' ? openWith(id, {}) : await openRevision(word, id)
  return versionOf(word, openUnderChecked(open, scenario.outside ?? {}), scenario)
}
