/**
 * Example: the smallest model of system dynamics, a cup of tea that cools towards room temperature (read minutes for
 * years).
 */

import { equation, type Model, parameter, sector, stock } from '../src/language/declare.ts'

export const teacup: Model = {
  name: 'teacup',
  units: ['degree'],
  dimensions: {},
  sectors: [
    sector(
      'Teacup',
      {},
      {
        roomTemperature: parameter('degree', 70, 'Temperature of the room'),
        characteristicTime: parameter('year', 10, 'Time in which the gap would close at its present speed'),
        temperature: stock('degree', { initial: '180{degree}', outflow: 'heatLoss' }, 'Temperature of the tea'),
        heatLoss: equation(
          'degree/year',
          '(temperature - roomTemperature) / characteristicTime',
          'Heat lost to the room',
        ),
      },
    ),
  ],
}
