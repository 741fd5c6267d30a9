/** Reasons for a change: each equation with its largest causes and what each does by itself. */

import type { Division } from '../../analysis/explain/reasons.ts'
import { useLanguage } from '../shell/use.ts'
import { reasonsInWords } from '../../analysis/explain/reasons-in-words.ts'

/** Signs as pages write them. */
const signs = (text: string): string => text.replaceAll(/-(?=\d)/g, '−')

export const Reasons = ({ divisions }: { readonly divisions: readonly Division[] }) =>
  reasonsInWords(divisions, useLanguage()).map(({ name, change, causes }) => (
    <div key={name} className="reasons">
      <p>
        <b>
          {name}
          <small>{change.unit.trim()}</small>
        </b>
        <b>{signs(change.number)}</b>
      </p>
      <ul>
        {causes.map(({ name: cause, effect, through }) => (
          <li key={cause}>
            <span>
              {cause}
              {through === undefined ? null : <small>{signs(through)}</small>}
            </span>
            <span>
              {signs(effect.number)}
              {effect.unit === change.unit ? '' : effect.unit}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ))
