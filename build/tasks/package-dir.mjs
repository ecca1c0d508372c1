/**
 * `package:dir`: the unpacked app on the runtime at hand, for the smoke test only.
 */
import { ensureDependencies } from '../bootstrap/dependencies.mjs'
import { ensureHarnessPackage } from '../bootstrap/package-dir.mjs'
import { step } from '../bootstrap/report.mjs'
import { ensureRuntime } from '../bootstrap/runtime.mjs'
import { ensureBuild } from './build.mjs'

/** Packages and says where the executable is. */
export async function perform() {
  await ensureDependencies()
  const runtime = await ensureRuntime()
  await ensureBuild()
  step(`Package: ${await ensureHarnessPackage(runtime)}`)
  return 0
}
