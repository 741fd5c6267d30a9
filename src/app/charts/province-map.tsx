/** Map of the areas of a region, coloured by class or by a value; the outlines are a file of the region (map.json). */

import { useId } from 'react'
import { maps } from 'virtual:heartland/maps'
import { useLanguage, useSaid } from '../shell/use.ts'
import { nameIn } from '../../language/typeset.ts'
import type { Names } from '../../regions/types.ts'

export interface MapArea {
  readonly id: string
  readonly names: Names
  /** Under the name. */
  readonly value: string
  /** A class of the style sheets, or how dark the ink is, 0 to 1. */
  readonly fill: { readonly style: string } | { readonly ink: number }
}

const mapOf = (ids: readonly string[]) => maps.find(({ areas }) => ids.every(id => areas[id] !== undefined))

/** True if there are outlines for all of these areas. */
export const hasMap = (ids: readonly string[]): boolean => mapOf(ids) !== undefined

export const ProvinceMap = ({
  areas,
  sentence,
  pick,
}: {
  readonly areas: readonly MapArea[]
  readonly sentence: string
  /** An area was clicked; there is a button for the same elsewhere, for those without a mouse. */
  readonly pick?: (id: string) => void
}) => {
  const language = useLanguage()
  const clip = useId()
  const map = mapOf(areas.map(({ id }) => id))
  if (map === undefined) return null
  const [width, height] = map.viewBox
  const own = new Map(areas.map(area => [area.id, area]))
  return (
    <svg className="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={useSaid(sentence)}>
      <clipPath id={clip}>
        <rect width={width} height={height} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <rect className="sea" width={width} height={height} />
        <path className="land" d={map.land} />
        {Object.entries(map.areas).map(([id, outline]) => {
          const area = own.get(id)
          if (outline === undefined) return null
          // The rest of the region is land like its neighbours.
          if (area === undefined) return <path key={id} className="land" d={outline.outline} />
          return (
            <g key={id} className={'style' in area.fill ? area.fill.style : 'scaled'}>
              <path
                className={pick === undefined ? 'prov' : 'prov picks'}
                onClick={() => pick?.(id)}
                d={outline.outline}
                style={
                  'ink' in area.fill
                    ? { fill: `color-mix(in oklab, var(--ink) ${8 + 26 * area.fill.ink}%, var(--paper))` }
                    : undefined
                }
              />
            </g>
          )
        })}
        <path className="border" d={map.border} />
        {areas.map(({ id, names, value, fill }) => {
          const outline = map.areas[id]
          if (outline === undefined) return null
          return (
            <g key={id} className={'style' in fill ? fill.style : 'scaled'}>
              <text className="pn mid" x={outline.name[0]} y={outline.name[1]}>
                {nameIn(names, language)}
              </text>
              <text className="pv mid" x={outline.value[0]} y={outline.value[1]}>
                {value}
              </text>
            </g>
          )
        })}
        {map.cities.map(({ at, label, anchor, area, ...names }) => {
          const inside = own.get(area)
          if (area !== '' && inside === undefined) return null
          const style = inside === undefined ? '' : 'style' in inside.fill ? inside.fill.style : 'scaled'
          return (
            <g key={names.en} className={style}>
              <circle className={area === '' ? 'di' : 'city'} cx={at[0]} cy={at[1]} r="2.4" />
              <text
                className={`${area === '' ? 'ctx-c' : 'ct'} ${anchor === 'middle' ? 'mid' : ''}`}
                x={label[0]}
                y={label[1]}
              >
                {names[language]}
              </text>
            </g>
          )
        })}
        {map.neighbours.map(({ at, ...names }) => (
          <text key={names.en} className="ctx mid" x={at[0]} y={at[1]}>
            {names[language]}
          </text>
        ))}
      </g>
    </svg>
  )
}
