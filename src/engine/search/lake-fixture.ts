/**
 * The lake problem of Quinn, Reed and Keller (2017, "Direct policy search for robust multi-objective management of deeply
 * uncertain socio-ecological tipping points", Environmental Modelling & Software 92, doi.org/10.1016/j.envsoft.2017.02.017):
 * a town decides every year how much phosphorus to emit into a shallow lake that may tip over (Carpenter, Ludwig and Brock
 * 1999). Settings, policies and the reference set are those published with the paper (github.com/julianneq/Lake_Problem_DPS,
 * DataInPaper/DPS).
 */

import { exp, ln, pow } from '../../language/elementary.ts'
import { normalQuantile } from '../distributions.ts'
import { createStream } from '../random.ts'

const [decay, benefit, discount] = [0.42, 0.4, 0.98]
const [years, samples] = [100, 100]
/** Of the natural inflow, lognormal: mean and variance. */
const [mean, variance] = [0.03, 1e-5]
export const leastReliability = 0.85

const spread = ln(1 + variance / mean ** 2)
const draw = createStream(1, 'natural inflow')
const inflows = Array.from({ length: samples }, (_, sample) =>
  Float64Array.from({ length: years }, (__, year) =>
    exp(ln(mean) - spread / 2 + Math.sqrt(spread) * normalQuantile(draw(sample, year, 0))),
  ),
)

const recycled = (phosphorus: number): number => (phosphorus * phosphorus) / (1 + phosphorus * phosphorus)

/** The level at which the lake tips over: recycling is more than decay. */
const critical = ((): number => {
  let [low, high] = [0.01, 1]
  while (high - low > 1e-9) {
    const middle = (low + high) / 2
    if (recycled(middle) < decay * middle) low = middle
    else high = middle
  }
  return low
})()

/** Centre, radius and weight of two radial basis functions of the phosphorus in the lake. */
type LakePolicy = readonly number[]

const emission = (phosphorus: number, [c1, r1, w1, c2, r2, w2]: LakePolicy): number => {
  const all = w1 + w2
  const [first, second] = all === 0 ? [0.5, 0.5] : [w1 / all, w2 / all]
  const [a, b] = [Math.abs(phosphorus - c1) / r1, Math.abs(phosphorus - c2) / r2]
  const sum = (r1 === 0 ? 0 : first * a * a * a) + (r2 === 0 ? 0 : second * b * b * b)
  return Math.min(0.1, Math.max(0.01, sum))
}

/** A point between 0 and 1 in six dimensions, as a policy. */
export const lakePolicy = ([c1, r1, w1, c2, r2, w2]: Float64Array): LakePolicy => [
  4 * c1 - 2,
  2 * r1,
  w1,
  4 * c2 - 2,
  2 * r2,
  w2,
]

/** To be minimised: less the benefit, the highest mean phosphorus of a year, less the inertia, less the reliability. */
export const lakeObjectives = (policy: LakePolicy): number[] => {
  const phosphorusByYear = new Float64Array(years)
  let [gained, inert, clear] = [0, 0, 0]
  const discounts = Array.from({ length: years }, (_, year) => pow(discount, year))
  for (const inflow of inflows) {
    let [phosphorus, before] = [0, Number.NaN]
    for (let year = 0; year < years; year++) {
      const emitted = emission(phosphorus, policy)
      phosphorus += recycled(phosphorus) - decay * phosphorus + emitted + inflow[year]
      phosphorusByYear[year] += phosphorus / samples
      gained += benefit * emitted * discounts[year]
      if (year > 0 && emitted - before > -0.02) inert++
      if (phosphorus < critical) clear++
      before = emitted
    }
  }
  return [
    -gained / samples,
    Math.max(...phosphorusByYear),
    -inert / ((years - 1) * samples),
    -clear / (years * samples),
  ]
}

/** Published policies, each with its published objectives. */
export const publishedPolicies: ReadonlyArray<readonly [policy: LakePolicy, objectives: readonly number[]]> = [
  [
    [0.217111669, 0.061744252, 0.866871918, 0.591563568, 1.013148722, 0.296061751],
    [-0.50137032, 0.483926176, -0.98969697, -0.8847],
  ],
  [
    [0.20563777, 0.236307245, 0.908419207, -0.026520699, 1.467816358, 0.403375018],
    [-0.230652833, 0.149538434, -0.98989899, -1],
  ],
  [
    [0.278574578, 1.254499748, 0.064686158, 0.532204712, 1.426600784, 0.591391805],
    [-0.275060121, 0.177572468, -1, -1],
  ],
  [
    [0.147144195, 0.874791364, 0.725499114, 0.754354376, 1.547770103, 0.641372671],
    [-0.360143393, 0.624539317, -0.99959596, -0.9655],
  ],
  [
    [0.623185539, 1.25223328, 0.690562334, 0.244362893, 0.072200844, 0.639562187],
    [-0.370176017, 0.258365401, -0.986969697, -0.9906],
  ],
]

/** Points of the published reference set, in thousandths: benefit, phosphorus, inertia, reliability. */
const reference = `
501 484 990 885, 231 150 990 1000, 275 178 1000 1000, 450 404 984 931, 520 504 984 881, 530 520 990 861, 410 325 982 963,
380 270 985 981, 470 419 987 917, 370 277 987 988, 391 294 988 973, 510 484 987 889, 540 529 983 870, 431 359 990 936,
420 340 990 945, 360 258 990 995, 480 459 989 909, 441 398 989 937, 370 779 1000 949, 400 1159 998 904, 540 538 985 870,
380 286 981 983, 275 168 990 1000, 352 225 990 1000, 333 207 990 1000, 420 351 981 955, 344 215 990 1000, 430 377 989 946,
530 542 989 873, 560 585 989 853, 255 159 990 1000, 370 289 986 991, 295 180 990 1000, 410 336 988 957, 401 338 989 965,
521 524 990 881, 392 317 989 973, 492 483 989 901, 491 464 990 891, 411 340 990 952, 520 505 914 883, 280 180 991 1000,
311 190 990 1000, 323 199 990 1000, 304 197 1000 1000, 401 1087 993 900, 410 1185 990 891, 427 1290 999 862,
421 1206 995 867, 410 1204 1000 886, 426 1267 993 868, 416 1175 995 873, 423 1218 991 868, 392 972 993 906, 431 1350 993 860,
400 326 982 968, 550 565 989 861, 430 361 986 946, 360 578 998 963, 420 1329 992 877, 410 1238 999 891, 361 588 999 963,
401 1140 999 903, 410 1237 1000 889, 430 1414 993 862, 420 1307 992 876, 420 1334 999 876, 400 1112 1000 902,
430 1420 991 862, 420 1382 997 877, 530 506 983 878, 430 1508 999 860, 501 478 990 881, 483 440 990 898, 380 300 989 982,
551 558 985 862, 371 729 995 950, 391 1001 994 920, 371 750 1000 949, 391 1015 1000 920, 360 625 1000 966, 380 862 1000 936,
360 606 997 965, 540 523 988 869, 531 523 987 873, 523 500 986 879, 551 545 987 860, 570 579 983 850, 531 506 982 878,
360 268 990 999, 500 460 973 897, 541 563 989 864, 215 150 1000 1000, 370 292 987 991, 237 159 1000 1000, 560 568 985 853,
400 319 986 966, 490 462 986 901, 294 189 1000 1000, 261 170 1000 1000, 320 210 997 1000, 542 540 989 852, 360 648 995 967,
551 546 989 852, 350 454 1000 982, 350 440 996 985, 360 702 1000 966, 541 547 990 856, 490 443 983 906, 530 527 990 864,
370 699 1000 946, 380 848 1000 932, 422 1316 1000 872, 430 1348 1000 858, 390 983 1000 919, 431 1391 1000 860,
453 419 989 928, 564 580 987 852, 551 559 988 861, 521 500 988 869, 561 564 986 852, 470 422 990 908, 460 417 987 926,
550 561 987 862, 390 310 981 975, 400 326 983 967, 561 579 986 853, 550 545 986 861, 560 551 979 858, 332 225 1000 1000,
315 206 1000 1000, 340 238 990 1000, 341 244 1000 1000, 324 215 1000 1000, 564 566 987 851, 570 570 981 850, 560 576 981 854
`

/** To be minimised, as `lakeObjectives` gives them. */
export const publishedFront: ReadonlyArray<readonly number[]> = reference
  .trim()
  .split(/,\s*/)
  .map(point => point.split(' ').map(Number))
  .map(([gained, phosphorus, inert, clear]) => [-gained / 1000, phosphorus / 1000, -inert / 1000, -clear / 1000])
