/** The schema of region.json. */

import * as z from 'zod'
import { evidenceGrades } from '../language/declare.ts'
import { withLineFeeds } from './hash.ts'
import type { FormName } from './schema-messages.ts'

const name = z.string().min(1).max(200)
const names = z.strictObject({ en: name, zh: name.optional() })
const start = z.int().min(1900).max(2200)
const currency = z.string().regex(/^[A-Z]{3}$/, 'currencyForm' satisfies FormName)
export const idPattern: RegExp = /^[A-Za-z0-9-]+$/
const id = z.string().regex(idPattern, 'idForm' satisfies FormName)

/** Provenance of a column of cohorts.csv. */
const column = z.strictObject({
  unit: z.string().min(1),
  year: z.int().min(1900).max(2200),
  evidence: z.enum(evidenceGrades),
  source: z.string().min(1),
  note: z.string().optional(),
})

/** Provenance of input-output.csv, with its year. */
const inputOutput = column.omit({ unit: true }).optional()

/** Moment of the counts in census.csv, or of a past census in census-2010.csv and the like. */
const census = z.strictObject({
  moment: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[012])-01$/, 'momentForm' satisfies FormName),
  evidence: z.enum(evidenceGrades),
  source: z.string().min(1),
  note: z.string().optional(),
})

const parameterSet = z.enum(['train', 'all'])

/**
 * The kept set of fitted parameters that the model takes: parameters-….json in the same folder, or in that of a region
 * this one belongs to, whose history was fitted as a whole. The model's priors when absent.
 */
const parameters = z.union([parameterSet, z.strictObject({ set: parameterSet, of: id })]).optional()

const columns = z.record(z.string(), column).default({})

const area = z.strictObject({
  id,
  kind: z.literal('area'),
  names,
  context: id,
  start,
  /** The year in which it is opened where none is named: after `start`, by the rules of later.csv and past.csv. */
  opens: start.optional(),
  currency,
  /** The union of all areas of its nation, within which it is run: the other areas keep to current policy. */
  within: id.optional(),
  census: census.optional(),
  parameters,
  pastCensuses: z.array(census).default([]),
  cohorts: columns,
  inputOutput,
})
const context = z.strictObject({
  id,
  kind: z.literal('context'),
  names,
  start,
  currency,
  census: census.optional(),
  pastCensuses: z.array(census).default([]),
  cohorts: columns,
  comparators: z.array(id).default([]),
  compared: z.tuple([names, names, names]).optional(),
  /** The start is no usual year: what is usual, and how the nation departs from it, is given. */
  cyclical: z.literal(true).optional(),
})
const union = z.strictObject({
  id,
  kind: z.literal('union'),
  names,
  areas: z.array(id).min(1),
  /** The areas are a whole nation: each other's rest of the country. */
  whole: z.literal(true).optional(),
  /** The areas add up to their nation and are not linked. */
  sums: z.literal(true).optional(),
  parameters,
})
const comparator = z.strictObject({ id, kind: z.literal('comparator'), names })

/** Part of all residents in a range of ages, in every area. */
const band = z.strictObject({
  from: z.int().min(0).max(100),
  to: z.int().min(0).max(100),
  share: z.number().gt(0).lt(1),
})
/** A region that starts from other cohorts than its own figures give: what somebody said of it, to see what would follow. */
const variant = z.strictObject({
  id,
  kind: z.literal('variant'),
  names,
  of: id,
  ages: z.array(band).min(1),
  evidence: z.enum(evidenceGrades),
  source: z.string().min(1),
  note: z.string().min(1),
})

/** Of an area that the rules of its country make a folder of: they add the rest. */
const askedArea = z.object({ names, context: id, start: start.optional() })
export type AskedArea = z.infer<typeof askedArea>

/** undefined where the text is none; what is wrong with it is told where region.json is read. */
export const askedAreaIn = (text: string): AskedArea | undefined => {
  try {
    return askedArea.safeParse(JSON.parse(withLineFeeds(text))).data
  } catch {
    return undefined
  }
}

export const regionSchema = z.discriminatedUnion('kind', [area, context, union, comparator, variant])

export type RegionFile = z.infer<typeof regionSchema>
export type AreaFile = z.infer<typeof area>
export type ContextFile = z.infer<typeof context>
export type VariantFile = z.infer<typeof variant>
export type ParametersWanted = NonNullable<AreaFile['parameters']>
