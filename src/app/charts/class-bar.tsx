/** Bar of the five classes of simulations, best to worst, with the margin of error of the first. */

import type { CSSProperties } from 'react'
import { classOrder, criterionIds, type Shares } from '../../model/criteria.ts'
import { OwnMenu } from '../shell/menu.tsx'
import { useLanguage, useNumbers, useSaid } from '../shell/use.ts'
import { classMeanings, classTitles, classStyles, criterionWords } from '../words/classes.ts'

/** Shares as they are shown and said: 'Revived 31 %, Stabilised 38 %, …'. */
const useClassSentence = (): ((shares: Shares) => string) => {
  const language = useLanguage()
  const numbers = useNumbers()
  return shares =>
    classOrder
      .map(one => `${classTitles[language][one]} ${numbers.chance(shares[one])}`)
      .join(language === 'zh' ? '，' : ', ')
}

const style = (values: Readonly<Record<string, number>>): CSSProperties => values as CSSProperties

export const ClassBar = ({
  shares,
  error,
  slim = false,
  label,
}: {
  readonly shares: Shares
  /** Standard error of the first class. */
  readonly error?: number | undefined
  readonly slim?: boolean
  /** Before the shares, for a screen reader. */
  readonly label?: string
}) => {
  const sentence = useClassSentence()
  const said = sentence(shares)
  const least = slim ? 0.065 : 0.045
  return (
    <div
      className={`cbar${slim ? ' slim' : ''}`}
      role="img"
      aria-label={useSaid(label === undefined ? said : `${label}: ${said}`)}
    >
      {classOrder.map(one => {
        const percent = shares[one] * 100
        return percent < 0.05 ? null : (
          <i key={one} className={classStyles[one]} style={style({ '--p': percent })}>
            {shares[one] < least ? null : <span>{Math.round(percent)}</span>}
          </i>
        )
      })}
      {error === undefined ? null : (
        <span
          className="err"
          style={style({
            '--p': shares.revived * 100,
            '--e': Math.min(1.96 * error * 100, shares.revived * 100),
          })}
        />
      )}
    </div>
  )
}

/** Swatches with the names of the classes, each of which says what it means. */
export const ClassKey = ({
  className,
  children,
}: {
  readonly className: string
  readonly children?: React.ReactNode
}) => {
  const language = useLanguage()
  const criteria = criterionWords[language]
  return (
    <div className={`ckey ${className}`}>
      {classOrder.map(one => (
        <OwnMenu
          key={one}
          className="term"
          align="start"
          label={
            <>
              <i className={`sw ${classStyles[one]}`} />
              {classTitles[language][one]}
            </>
          }
        >
          <b>{classTitles[language][one]}</b>
          <p>{classMeanings[language][one]}</p>
          <dl className="meanings">
            {criterionIds.map(id => (
              <div key={id}>
                <dt>
                  {id} {criteria[id].name}
                </dt>
                <dd>{criteria[id].threshold}</dd>
              </div>
            ))}
          </dl>
        </OwnMenu>
      ))}
      {children}
    </div>
  )
}
