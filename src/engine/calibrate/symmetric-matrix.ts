/** Dense symmetric matrices stored by row: Cholesky factor, solutions of linear systems, and eigenvectors. */

const notPositive = (row: number, rest: number): Error =>
  new Error(`A matrix is not positive definite: ${rest} is left of the diagonal in row ${row}.`)

/** The lower triangular factor L of a positive definite matrix A = L L': more than `least` is left of its diagonal. */
export function cholesky(matrix: Float64Array, size: number, least = 0, fault = notPositive): Float64Array {
  const factor = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row * size + column]
      for (let at = 0; at < column; at++) rest -= factor[row * size + at] * factor[column * size + at]
      if (row > column) factor[row * size + column] = rest / factor[column * size + column]
      else if (rest > least) factor[row * size + row] = Math.sqrt(rest)
      else throw fault(row, rest)
    }
  }
  return factor
}

/** L x. */
export function timesLower(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  return vector.map((_, row) => {
    let sum = 0
    for (let at = 0; at <= row; at++) sum += factor[row * size + at] * vector[at]
    return sum
  })
}

/** The product of two lower triangular matrices. */
export function multiplyLower(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let at = 0; at <= row; at++) {
      for (let column = 0; column <= at; column++) {
        product[row * size + column] += a[row * size + at] * b[at * size + column]
      }
    }
  }
  return product
}

/** The x of L x = b. */
export function solveLower(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const solution = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let rest = vector[row]
    for (let at = 0; at < row; at++) rest -= factor[row * size + at] * solution[at]
    solution[row] = rest / factor[row * size + row]
  }
  return solution
}

/** The x of L' x = b. */
export function solveUpper(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length
  const solution = new Float64Array(size)
  for (let row = size - 1; row >= 0; row--) {
    let rest = vector[row]
    for (let at = row + 1; at < size; at++) rest -= factor[at * size + row] * solution[at]
    solution[row] = rest / factor[row * size + row]
  }
  return solution
}

/** The inverse of a positive definite matrix. */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  const factor = cholesky(matrix, size)
  // Row k is column k of the factor's inverse, so that its entries before k are 0.
  const columns = Array.from({ length: size }, (_, k) => {
    const unit = new Float64Array(size)
    unit[k] = 1
    return solveLower(factor, unit)
  })
  const result = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0
      for (let at = row; at < size; at++) sum += columns[row][at] * columns[column][at]
      result[row * size + column] = sum
      result[column * size + row] = sum
    }
  }
  return result
}

export interface Eigen {
  /** In no order. */
  readonly values: Float64Array
  /** Row k is the unit eigenvector of value k. */
  readonly vectors: Float64Array
}

const mostSweeps = 60

/**
 * Eigenvalues and vectors by cyclic Jacobi rotations, which find small eigenvalues to their last digits. `near`, the
 * vectors of a matrix that differs little, saves most of the work.
 */
export function symmetricEigen(matrix: Float64Array, size: number, near?: Float64Array): Eigen {
  const vectors = near?.slice() ?? unitMatrix(size)
  const a = near === undefined ? matrix.slice() : inBasis(matrix, vectors, size)
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let rotated = false
    for (let p = 0; p < size - 1; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q]
        // Elements too small to change either eigenvalue are left.
        if (Math.abs(off) <= 1e-16 * Math.sqrt(Math.abs(a[p * size + p] * a[q * size + q]))) continue
        rotated = true
        rotate(a, vectors, p, q, size)
      }
    }
    if (!rotated) return { values: Float64Array.from({ length: size }, (_, at) => a[at * size + at]), vectors }
  }
  throw new Error(`The eigenvalues of a matrix of ${size} rows were not found; is one of its numbers not finite?`)
}

export const unitMatrix = (size: number): Float64Array => {
  const result = new Float64Array(size * size)
  for (let at = 0; at < size; at++) result[at * size + at] = 1
  return result
}

/** V A V' for rows V. */
function inBasis(matrix: Float64Array, vectors: Float64Array, size: number): Float64Array {
  const product = multiplyTransposed(vectors, matrix, size)
  const result = multiplyTransposed(product, vectors, size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) {
      result[row * size + column] = result[column * size + row]
    }
  }
  return result
}

/** A B': for a symmetric B that is A B. */
function multiplyTransposed(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0
      for (let at = 0; at < size; at++) sum += a[row * size + at] * b[column * size + at]
      result[row * size + column] = sum
    }
  }
  return result
}

/** Makes the element (p, q) 0 by a rotation in the plane of p and q. */
function rotate(a: Float64Array, vectors: Float64Array, p: number, q: number, size: number): void {
  const off = a[p * size + q]
  const ratio = (a[q * size + q] - a[p * size + p]) / (2 * off)
  const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  const turn = (of: Float64Array, first: number, second: number): void => {
    const x = of[first]
    const y = of[second]
    of[first] = cosine * x - sine * y
    of[second] = sine * x + cosine * y
  }
  a[p * size + p] -= tangent * off
  a[q * size + q] += tangent * off
  a[p * size + q] = 0
  a[q * size + p] = 0
  for (let at = 0; at < size; at++) {
    turn(vectors, p * size + at, q * size + at)
    if (at === p || at === q) continue
    turn(a, p * size + at, q * size + at)
    a[at * size + p] = a[p * size + at]
    a[at * size + q] = a[q * size + at]
  }
}
