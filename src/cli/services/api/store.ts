/** Stores scenarios with their history, and results under the questions that they answer. */

import { createHash, randomUUID } from 'node:crypto'
import { type Database, openDatabase, type ResultRow, type ScenarioRow } from './database.ts'
import type { ApiRequest, Ended } from './request.ts'

/** A scenario as a person sends it. */
export interface ScenarioInput {
  readonly name: string
  readonly owner: string
  readonly notes: string
  /** The checked content of a scenario file. */
  readonly content: unknown
}

interface KeptScenario extends ScenarioInput {
  readonly id: string
  readonly version: number
  readonly changed: string
}

/** A file of a result, by its name with the folders in front. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The parts of an answer that are stored. */
type KeptEnd = Pick<Ended, 'result' | 'notes' | 'provenance'>

interface ResultFilter {
  readonly question?: string | undefined
  readonly region?: string | undefined
  readonly limit: number
  readonly offset: number
}

const provenanceColumns = [
  'key',
  'question',
  'asked',
  'sources',
  'notes',
  'made',
  'region',
  'model',
  'data',
  'parameters',
] as const

/** Somebody else has changed the scenario: `version` is the current one, or 0 where the scenario was deleted. */
export class ChangedMeanwhile extends Error {
  readonly version: number
  constructor(version: number) {
    super(`version ${version}`)
    this.version = version
  }
}

const kept = ({ id, version, name, owner, notes, content, changed }: ScenarioRow): KeptScenario => ({
  id,
  version,
  name,
  owner,
  notes,
  content: JSON.parse(content) as unknown,
  changed,
})

/** The key of a question, which does not depend on the order of its parts. */
const keyOf = (sources: string, { name, parts, scenario }: ApiRequest): string => {
  const sorted = Object.entries(parts).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([sources, name, sorted, scenario ?? null]))
    .digest('hex')
}

const createStore = (database: Database, sources: string) => {
  /** The last version of each scenario, or of one. */
  const lastVersions = (id?: string) => {
    const all = database
      .selectFrom('scenario')
      .selectAll()
      .where('version', '=', ({ selectFrom, ref }) =>
        selectFrom('scenario as other')
          .select(({ fn }) => fn.max('other.version').as('last'))
          .where('other.id', '=', ref('scenario.id')),
      )
    return id === undefined ? all.where('deleted', '=', 0).orderBy('name') : all.where('id', '=', id)
  }

  /** Writes the version after `before`, unless somebody else has written it. */
  const write = async (id: string, before: number, given: ScenarioInput, deleted: 0 | 1): Promise<KeptScenario> => {
    const row: ScenarioRow = {
      id,
      version: before + 1,
      name: given.name,
      owner: given.owner,
      notes: given.notes,
      content: JSON.stringify(given.content),
      changed: new Date().toISOString(),
      deleted,
    }
    const { numInsertedOrUpdatedRows } = await database
      .insertInto('scenario')
      .values(row)
      .onConflict(conflict => conflict.columns(['id', 'version']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows === 1n) return kept(row)
    throw new ChangedMeanwhile((await lastVersions(id).executeTakeFirst())?.version ?? 0)
  }

  /** The last version, where it is `version` and not deleted; else throws ChangedMeanwhile. */
  const last = async (id: string, version: number): Promise<ScenarioRow> => {
    const row = await lastVersions(id).executeTakeFirst()
    if (row === undefined || row.deleted === 1) throw new ChangedMeanwhile(0)
    if (row.version !== version) throw new ChangedMeanwhile(row.version)
    return row
  }

  return {
    /** All scenarios that are not deleted, by name. */
    scenarios: async (): Promise<KeptScenario[]> => (await lastVersions().execute()).map(kept),
    scenario: async (id: string): Promise<KeptScenario | undefined> => {
      const row = await lastVersions(id).executeTakeFirst()
      return row === undefined || row.deleted === 1 ? undefined : kept(row)
    },
    /** All versions of a scenario, the first in front, even if it was deleted. */
    history: async (id: string): Promise<KeptScenario[]> =>
      (await database.selectFrom('scenario').selectAll().where('id', '=', id).orderBy('version').execute()).map(kept),
    create: async (given: ScenarioInput): Promise<KeptScenario> => write(randomUUID(), 0, given, 0),
    /** Writes a new version; throws ChangedMeanwhile where `version` is not the last one. */
    change: async (id: string, version: number, given: ScenarioInput): Promise<KeptScenario> => {
      await last(id, version)
      return write(id, version, given, 0)
    },
    /** Deletes a scenario, whose history stays; throws ChangedMeanwhile where `version` is not the last one. */
    remove: async (id: string, version: number): Promise<void> => {
      await write(id, version, kept(await last(id, version)), 1)
    },
    /** The result of the same question to the same program and regions, with its files. */
    result: async (asked: ApiRequest): Promise<(ResultRow & { readonly files: readonly NamedBytes[] }) | undefined> => {
      const key = keyOf(sources, asked)
      const row = await database.selectFrom('result').selectAll().where('key', '=', key).executeTakeFirst()
      if (row === undefined) return undefined
      return { ...row, files: await database.selectFrom('file').selectAll().where('key', '=', key).execute() }
    },
    /** Lists stored results without their contents, the latest first. */
    results: async ({ question, region, limit, offset }: ResultFilter): Promise<Array<Omit<ResultRow, 'result'>>> => {
      let found = database
        .selectFrom('result')
        .select(provenanceColumns)
        .orderBy('made', 'desc')
        .limit(limit)
        .offset(offset)
      if (question !== undefined) found = found.where('question', '=', question)
      if (region !== undefined) found = found.where('region', '=', region)
      return found.execute()
    },
    /** A result by its key, with the names of its files. */
    resultAt: async (key: string): Promise<(ResultRow & { readonly files: readonly string[] }) | undefined> => {
      const row = await database.selectFrom('result').selectAll().where('key', '=', key).executeTakeFirst()
      if (row === undefined) return undefined
      const files = await database.selectFrom('file').select('name').where('key', '=', key).orderBy('name').execute()
      return { ...row, files: files.map(({ name }) => name) }
    },
    fileAt: async (key: string, name: string): Promise<Uint8Array | undefined> => {
      const found = database.selectFrom('file').select('bytes').where('key', '=', key).where('name', '=', name)
      return (await found.executeTakeFirst())?.bytes
    },
    /** Stores a result and its files, or nothing if one of them fails; the first result of a question stays. */
    keep: async (asked: ApiRequest, ended: KeptEnd, files: readonly NamedBytes[] = []): Promise<void> => {
      const { result, notes, provenance } = ended
      const row: ResultRow = {
        key: keyOf(sources, asked),
        question: asked.name,
        asked: JSON.stringify(asked),
        sources,
        result,
        notes,
        made: new Date().toISOString(),
        ...(provenance ?? { region: '', model: '', data: '', parameters: '' }),
      }
      await database.transaction().execute(async within => {
        const { numInsertedOrUpdatedRows } = await within
          .insertInto('result')
          .values(row)
          .onConflict(conflict => conflict.column('key').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return
        for (const { name, bytes } of files)
          await within.insertInto('file').values({ key: row.key, name, bytes }).execute()
      })
    },
    close: () => database.destroy(),
  }
}

export type Store = ReturnType<typeof createStore>

/** `address` is a file of SQLite, ':memory:' or 'postgres://…'. `sources` tells results of one version from those of another. */
export const openStore = async (address: string, sources: string): Promise<Store> =>
  createStore(await openDatabase(address), sources)
