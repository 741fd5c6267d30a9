/**
 * Names of variables, parameters and levers, by their names in the model (texts/names.csv): in Chinese of all, in
 * English of those whose sentence in the model is long. A start, a step before, a base year or an outlay of another
 * variable needs no row, nor does the variable of the whole region that another is of an area.
 */

import chineseNames from '../../texts/names.zh.ts'

/** Rules by which a name follows from that of another variable. */
const rules: ReadonlyArray<readonly [form: RegExp, text: (of: string) => string]> = [
  [/^(\w+)Start$/, of => `起始时${of}`],
  [/^(\w+)Before$/, of => `上期${of}`],
  [/^(\w+)BaseYear$/, of => `起始前一年${of}`],
  [/^region([A-Z]\w+)$/, of => of],
  [/^(\w+)Outlay$/, of => `${of}：超出标准的支出`],
]

/** @internal */
export const derivedName = (name: string): string | undefined => {
  for (const [form, text] of rules) {
    const [, stem = ''] = form.exec(name) ?? []
    const other = stem.charAt(0).toLowerCase() + stem.slice(1)
    const of = other === '' ? undefined : (chineseName(other) ?? chineseNames[`${other}Now`])
    if (of !== undefined) return text(of)
  }
  return undefined
}

export const chineseName = (name: string): string | undefined => chineseNames[name] ?? derivedName(name)
