/** Names of the parts of a change that was divided among levers, themes and assumptions. */

import type { PartShare } from '../../analysis/explain/change.ts'
import { type Language, messageTable } from '../../language/messages.ts'
import { leverName, themeNames } from '../../model/names/levers.ts'
import { parameterName } from '../../model/names/parameters.ts'
import texts from '../../texts/explain-report.ts'

const say = messageTable('explain-report', texts)

/** In English by their names in the model, which --theme takes. */
export const partName = ({ id, label, kind }: Pick<PartShare, 'id' | 'label' | 'kind'>, language: Language): string => {
  if (language === 'en') return label
  if (kind === 'lever') return leverName(id, label, language)
  if (kind === 'theme') return themeNames[language][id] ?? label
  if (kind === 'assumption') return parameterName(id, label, language)
  return say[kind]().text[language]
}
