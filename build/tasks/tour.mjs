/**
 * `tour [scene…]`: pictures of the real app over the sample, each scene in both languages, two themes and two sizes,
 * as `out/tour/LANGUAGE-THEME-SIZE/NN-scene.png`.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'

import { ensureDependencies } from '../bootstrap/dependencies.mjs'
import { inOut } from '../bootstrap/paths.mjs'
import { failure, step } from '../bootstrap/report.mjs'
import { runWindows } from '../bootstrap/windows.mjs'
import { ensureBuild } from './build.mjs'

/**
 * Takes the pictures of every scene whose name contains one of the words, of all without one.
 * @param {string[]} words
 */
export async function perform(words) {
  const flag = words.find((word) => word.startsWith('-'))
  if (flag) throw failure(`npm run tour does not know ${flag}`, 'use: npm run tour -- [scene…]')
  await ensureDependencies()
  await ensureBuild()
  if (words.length === 0) await rm(inOut('tour'), { recursive: true, force: true })
  await mkdir(inOut('test-results'), { recursive: true })
  const { failed } = await runWindows(
    { filters: ['tour/tour.spec.ts'] },
    { writes: ['out/tour'], env: { DESK_TOUR: words.join(' ') } },
  )
  const sets = await readdir(inOut('tour')).catch(() => [])
  for (const set of sets.toSorted()) {
    const pictures = await readdir(inOut('tour', set))
    step(`Tour: out/tour/${set}: ${pictures.length} pictures`)
  }
  return failed === 0 ? 0 : 1
}
