/**
 * A fan chart whose axis is frozen while a lever is dragged. When the axis then moves to its new range, only this chart is
 * rendered again.
 */

import { type RefObject, useEffect, useRef, useState } from 'react'
import { FanChart, type FanChartProps, type FanHandle } from '../../charts/fan-chart.tsx'
import { useLive } from '../../state/live.ts'

type Range = readonly [number, number]

const takes = 240

const calm = (): boolean => globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Axes stand still during a drag, so that lines do not jump: `wanted` once it is not held any more; on the way there in a quarter of a second where it is `seen`. */
const useSettled = (wanted: Range, held: boolean, seen: () => boolean): Range => {
  const [range, setRange] = useState(wanted)
  const shown = useRef(wanted)
  shown.current = range
  const isSeen = useRef(seen)
  isSeen.current = seen
  const [low, high] = wanted
  useEffect(() => {
    const from = shown.current
    if (held || (from[0] === low && from[1] === high)) return undefined
    if (calm() || !isSeen.current()) {
      setRange([low, high])
      return undefined
    }
    const began = performance.now()
    let frame = 0
    const step = (now: number): void => {
      const passed = Math.min(1, Math.max(0, (now - began) / takes))
      const part = 1 - (1 - passed) ** 3
      setRange(passed === 1 ? [low, high] : [from[0] + (low - from[0]) * part, from[1] + (high - from[1]) * part])
      if (passed < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [low, high, held])
  return range
}

export const SettledFan = ({ domain, ...props }: FanChartProps & { readonly ref: RefObject<FanHandle | null> }) => (
  <FanChart
    {...props}
    domain={useSettled(
      domain,
      useLive(state => state.dragging),
      () => props.ref.current?.isInView() === true,
    )}
  />
)
