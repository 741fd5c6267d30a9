/** Links dimensions, and the shape of a variable over some of them. */

import { declaredUnit, type Directory, reportAt } from './directory.ts'
import { nearest } from './errors.ts'
import { messages as linker } from '../texts/linker.ts'
import type { LinkedDimension, Shape, SumLoop } from './linked.ts'
import { dimensionless } from './units.ts'

const isWhole = (label: string): boolean => label.length > 0 && [...label].every(digit => digit >= '0' && digit <= '9')

export const linkDimension = (
  directory: Directory,
  name: string,
  rank: number,
  supplied: Readonly<Record<string, readonly string[]>>,
): LinkedDimension => {
  const declared = directory.model.dimensions[name]
  if (declared === undefined) throw new Error(`no dimension ${name}`)
  let labels: readonly string[] = []
  if (declared.labels === 'region') {
    const given = Object.hasOwn(supplied, name) ? supplied[name] : undefined
    if (given === undefined || given.length === 0) {
      reportAt(directory, name, linker.noLabels())
    } else labels = given
  } else if ('copyOf' in declared.labels) {
    const original = directory.dimensions.get(declared.labels.copyOf)
    if (original === undefined) reportAt(directory, name, linker.copyOfUnknown({ dimension: declared.labels.copyOf }))
    else return { ...original, name, rank, doc: declared.doc, copyOf: original }
  } else if ('from' in declared.labels) {
    const { from, to } = declared.labels
    labels = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String(from + step))
  } else labels = declared.labels
  const positions = new Map<string, number>()
  for (const label of labels) {
    if (positions.has(label)) reportAt(directory, name, linker.labelTwice({ label }))
    positions.set(label, positions.size)
  }
  return {
    name,
    rank,
    labels,
    positions,
    doc: declared.doc,
    numbers: labels.every(isWhole) ? labels.map(Number) : undefined,
    unit: declared.unit === undefined ? dimensionless : declaredUnit(directory, name, declared.unit).unit,
    copyOf: undefined,
  }
}

const linkOver = (directory: Directory, name: string, over: readonly string[]): LinkedDimension[] => {
  const dimensions: LinkedDimension[] = []
  for (const dimensionName of over) {
    const dimension = directory.dimensions.get(dimensionName)
    if (dimension === undefined) {
      const meant = nearest(dimensionName, directory.dimensions.keys())
      reportAt(directory, name, linker.overUnknown({ dimension: dimensionName, meant }), name, meant)
    } else if (dimensions.includes(dimension)) {
      reportAt(directory, name, linker.dimensionTwice({ dimension: dimensionName }))
    } else dimensions.push(dimension)
  }
  return dimensions
}

const shapeOf = (dimensions: readonly LinkedDimension[]): Shape => {
  const strides: number[] = new Array(dimensions.length)
  let size = 1
  let mask = 0
  for (let at = dimensions.length - 1; at >= 0; at--) {
    strides[at] = size
    size *= dimensions[at].labels.length
    mask |= 1 << dimensions[at].rank
  }
  return { dimensions, mask, size, strides }
}

/** The shape of a single number. */
export const scalar = shapeOf([])

/** The shape over dimensions named in a declaration or, most often, in its sector. */
export const shapeOver = (directory: Directory, name: string, over: readonly string[]): Shape => {
  if (over.length === 0) return scalar
  let shape = directory.shapes.get(over)
  if (shape === undefined) {
    const before = directory.problems.length
    shape = shapeOf(linkOver(directory, name, over))
    // An error is reported for each declaration.
    if (directory.problems.length === before) directory.shapes.set(over, shape)
  }
  return shape
}

/** The loops over all labels of some dimensions. */
export const fullLoops = (directory: Directory, dimensions: readonly LinkedDimension[]): readonly SumLoop[] => {
  let loops = directory.loops.get(dimensions)
  if (loops === undefined) {
    loops = dimensions.map(dimension => ({ dimension, low: 0, high: dimension.labels.length - 1 }))
    directory.loops.set(dimensions, loops)
  }
  return loops
}
