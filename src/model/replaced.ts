/** The model of other circumstances is made of the model by replacing named parts of equations. */

import type { Declaration, Model, Sector } from '../language/declare.ts'

/** By the name of a declaration: parts of it that read otherwise, and what stands in their place. */
export type Replacements = Readonly<Record<string, ReadonlyArray<readonly [part: string, other: string]>>>

/** A text of an equation as parts of it are looked for. */
export const spaced = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** Throws an Error where a part is not there: the declaration changed. */
const rewritten = (name: string, declaration: Declaration, parts: Replacements[string]): Declaration => {
  const json = (text: string): string => JSON.stringify(text).slice(1, -1)
  let text = spaced(JSON.stringify(declaration))
  for (const [part, other] of parts) {
    if (!text.includes(json(part)))
      throw new Error(`${name} does not hold ${part}, in whose place ${other} would stand`)
    text = text.replace(json(part), () => json(other))
  }
  return JSON.parse(text) as Declaration
}

/** The sectors with parts of their declarations replaced. */
export const replacedIn = (sectors: Model['sectors'], instead: Replacements): Sector[] =>
  sectors.map(own => ({
    ...own,
    declarations: Object.fromEntries(
      Object.entries(own.declarations).map(([name, one]) => [
        name,
        instead[name] === undefined ? one : rewritten(name, one, instead[name]),
      ]),
    ),
  }))
