/** Holds measured numbers against what is expected of them; numbers known to lie outside stay listed until they move. */

/** A number that lies outside its expected range, with the reason. It is not hidden by a wider range. */
export interface Finding {
  readonly id: string
  /** The words of the expectation it belongs to. */
  readonly what: string
  readonly measured: number
  readonly reason: string
}

export interface Expectation {
  readonly id: string
  readonly what: string
  /** Both included. */
  readonly from: number
  readonly to: number
}

/** A finding may move by this part of itself before it has to be looked at again. */
const standstill = 0.02

const shown = (value: number): string => String(Number(value.toPrecision(4)))

/** Nothing when the number is as expected, or a finding that has not moved; else a sentence on what is wrong. */
export const complaint = (
  { id, what, from, to }: Expectation,
  measured: number,
  findings: readonly Finding[] = [],
): string => {
  const inside = measured >= from && measured <= to
  const known = findings.find(finding => finding.id === id && finding.what === what)
  const numbers = `${id}, ${what}: measured ${shown(measured)}, expected ${shown(from)} to ${shown(to)}`
  if (known === undefined) return inside ? '' : `${numbers}.`
  if (inside) return `${numbers}: as expected now, take it off the list of findings.`
  const moved = !(Math.abs(measured - known.measured) <= standstill * Math.abs(known.measured))
  return moved ? `${numbers}: the finding was ${shown(known.measured)}; see why it moved and correct the list.` : ''
}

/** Findings that no expectation speaks of: left over after a change. */
export const unusedFindings = (expectations: readonly Expectation[], findings: readonly Finding[]): string[] =>
  findings
    .filter(({ id, what }) => !expectations.some(expected => expected.id === id && expected.what === what))
    .map(({ id, what }) => `${id}, ${what}`)
