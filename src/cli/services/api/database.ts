/**
 * Opens the database in which a server stores scenarios and results: an SQLite file, or PostgreSQL for a team. Both
 * take the same queries.
 */

import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type CreateTableBuilder, type Dialect, Kysely, SqliteDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'

/** A scenario in one of its versions. */
export interface ScenarioRow {
  readonly id: string
  /** 1 for the first. */
  readonly version: number
  readonly name: string
  readonly owner: string
  readonly notes: string
  /** As in a scenario file. */
  readonly content: string
  /** Time at which this version was written, in ISO 8601. */
  readonly changed: string
  /** 1 where this version records that the scenario was deleted. */
  readonly deleted: number
}

export interface ResultRow {
  /** Hash of the sources and the question. */
  readonly key: string
  readonly question: string
  readonly asked: string
  /** Hash of the program, the regions and the libraries that gave the result. */
  readonly sources: string
  readonly result: string
  readonly notes: string
  readonly made: string
  /** The region that was opened, and the hashes of model, figures and parameters; empty where none was opened. */
  readonly region: string
  readonly model: string
  readonly data: string
  readonly parameters: string
}

/** A file of a result that is a folder of files. */
interface FileRow {
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
}

interface Tables {
  /** Every version of every scenario: nothing is changed, so that nobody's version is lost. */
  readonly scenario: ScenarioRow
  readonly result: ResultRow
  readonly file: FileRow
}

type TableBuilder = CreateTableBuilder<string, string>

const withTexts = (table: TableBuilder, names: readonly string[]): TableBuilder =>
  names.reduce((so, name) => so.addColumn(name, 'text', column => column.notNull()), table)

const migrations: Readonly<Record<string, Migration>> = {
  '1-scenarios-and-results': {
    up: async ({ schema }) => {
      await withTexts(schema.createTable('scenario'), ['id', 'name', 'owner', 'notes', 'content', 'changed'])
        .addColumn('version', 'integer', column => column.notNull())
        .addColumn('deleted', 'integer', column => column.notNull())
        // If two people write the same version, the second is refused.
        .addPrimaryKeyConstraint('one_of_each_version', ['id', 'version'])
        .execute()
      const result = schema.createTable('result').addColumn('key', 'text', column => column.primaryKey())
      await withTexts(result, ['question', 'asked', 'sources', 'result', 'notes', 'made']).execute()
    },
  },
  '2-provenance-and-files': {
    up: async ({ schema }) => {
      for (const name of ['region', 'model', 'data', 'parameters'])
        await schema
          .alterTable('result')
          .addColumn(name, 'text', column => column.notNull().defaultTo(''))
          .execute()
      await withTexts(schema.createTable('file'), ['key', 'name'])
        // PostgreSQL's name; SQLite keeps bytes as they are in a column of any type.
        .addColumn('bytes', 'bytea', column => column.notNull())
        .addPrimaryKeyConstraint('one_of_each_name', ['key', 'name'])
        .execute()
    },
  },
}

/** Adapts Node's SQLite to the interface that Kysely expects. */
const sqlite = (file: string): Dialect => {
  const database = new DatabaseSync(file, { timeout: 10_000 })
  // A write that was acknowledged survives the end of the process and a loss of power.
  database.exec('pragma journal_mode = wal; pragma synchronous = full')
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: sql => {
        const statement = database.prepare(sql)
        const values = (given: readonly unknown[]) => given as SQLInputValue[]
        return {
          reader: statement.columns().length > 0,
          all: given => statement.all(...values(given)),
          run: given => statement.run(...values(given)),
          iterate: given => statement.iterate(...values(given)),
        }
      },
    },
  })
}

const postgres = async (address: string): Promise<Dialect> => {
  const [{ PostgresDialect }, { default: pg }] = await Promise.all([import('kysely'), import('pg')])
  const pool = new pg.Pool({ connectionString: address, max: 4 })
  // When the database closes an idle connection, for example on a restart, the next query opens a new one.
  pool.on('error', () => {})
  return new PostgresDialect({ pool })
}

export type Database = Kysely<Tables>

const isPostgres = (address: string): boolean => /^postgres(?:ql)?:\/\//.test(address)

/** Opens the file, or the server that `postgres://…` names, and brings its tables up to date. */
export const openDatabase = async (address: string): Promise<Database> => {
  const database = new Kysely<Tables>({ dialect: isPostgres(address) ? await postgres(address) : sqlite(address) })
  try {
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: async () => ({ ...migrations }) },
    }).migrateToLatest()
    if (error !== undefined) throw error
  } catch (problem) {
    await database.destroy()
    throw problem
  }
  return database
}
