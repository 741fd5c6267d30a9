/** The target line on a chart: dragged by hand, or moved by the arrow keys; it stands over the drawing. */

import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import type { Frame, Scales } from './geometry.ts'

export const TargetLine = ({
  value,
  year,
  step,
  label,
  text,
  scales,
  frame,
  move,
}: {
  /** As the chart shows it. */
  readonly value: number
  readonly year: number
  /** Distance of one press of an arrow key. */
  readonly step: number
  readonly label: string
  /** The value with its unit. */
  readonly text: string
  readonly scales: Scales
  readonly frame: Frame
  readonly move: (value: number) => void
}) => {
  const line = useRef<HTMLDivElement>(null)
  const held = useRef(false)
  const [low, high] = scales.y.domain()
  const top = Math.min(frame.bottom, Math.max(frame.top, scales.y(value)))
  const drag = (event: PointerEvent): void => {
    const above = line.current?.parentElement?.getBoundingClientRect().top
    if (!held.current || above === undefined) return
    const within = Math.min(frame.bottom, Math.max(frame.top, event.clientY - above))
    move(Math.round(scales.y.invert(within) / step) * step)
  }
  const key = (event: KeyboardEvent): void => {
    const many = event.shiftKey ? 10 : 1
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: many,
      ArrowDown: -many,
      PageUp: 10,
      PageDown: -10,
    }
    const by = moves[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(value + by * step)
  }
  return (
    <div
      ref={line}
      className="target-line"
      style={{ top, left: frame.left, width: frame.right - frame.left }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={key}
      onPointerDown={event => {
        held.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = false
      }}
      onPointerCancel={() => {
        held.current = false
      }}
    >
      <i style={{ left: Math.min(scales.x(year + 0.5), frame.right) - frame.left }} />
      <span>{text}</span>
    </div>
  )
}
