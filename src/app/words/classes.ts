/** The classes of simulations and the criteria on which they are based, in both languages as the model declares them. */

import { classOrder, classWords, criteria, criterionText, type FutureClass } from '../../model/criteria.ts'
import type { Both } from '../../language/messages.ts'

const ofClasses = (text: (one: FutureClass) => string): Readonly<Record<FutureClass, string>> =>
  Object.fromEntries(classOrder.map(one => [one, text(one)])) as Record<FutureClass, string>

export const classTitles: Both<Readonly<Record<FutureClass, string>>> = {
  en: ofClasses(one => classWords[one].names.en),
  zh: ofClasses(one => classWords[one].names.zh),
}

export const classMeanings: Both<Readonly<Record<FutureClass, string>>> = {
  en: ofClasses(one => classWords[one].meaning.en),
  zh: ofClasses(one => classWords[one].meaning.zh),
}

/** Colours are classes of the style sheets. */
export const classStyles: Readonly<Record<FutureClass, string>> = {
  revived: 'revived',
  stabilised: 'stabilised',
  managedDecline: 'decline',
  none: 'none',
  distress: 'distress',
}

export interface CriterionWords {
  readonly name: string
  readonly threshold: string
}

const ofCriteria = (language: 'en' | 'zh'): Readonly<Record<string, CriterionWords>> =>
  Object.fromEntries(
    criteria.map(one => [one.id, { name: one.names[language], threshold: criterionText(one, language) }]),
  )

export const criterionWords: Both<Readonly<Record<string, CriterionWords>>> = {
  en: ofCriteria('en'),
  zh: ofCriteria('zh'),
}
