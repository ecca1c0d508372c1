/**
 * The system libraries a window needs, found by asking the loader and installed where we may.
 */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'

import { run, succeeds } from './processes.mjs'
import { failure, step } from './report.mjs'

/** What a window, a virtual screen, Chinese text and the tests of papers and tables need on Debian and its children. */
const packages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libxss1',
  'fonts-noto-cjk',
  'dbus',
  'poppler-utils',
  'libreoffice-calc-nogui',
]

/** The programs that the tests read papers and tables with. */
const readers = ['pdftotext', 'pdftoppm', 'pdfimages', 'soffice']

/**
 * The libraries that the loader did not find, from what `ldd` printed.
 * @param {string} output
 */
export function missingLibraries(output) {
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => String(match[1]))
}

/**
 * Installs what a window needs, or fails with the command that does; prints nothing where nothing is missing.
 * @param {string} executable the Electron that will run
 * @param {{ virtualScreen: boolean, tests?: boolean }} needs whether a virtual screen will be used, and papers and tables read
 */
export async function ensureLibraries(executable, needs) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executable, needs)
  if (missing.length === 0) return
  const what =
    missing.length > 3
      ? `${missing.slice(0, 3).join(', ')} and ${missing.length - 3} more`
      : missing.join(', ')
  if (!existsSync('/usr/bin/apt-get')) {
    throw failure(`This system lacks ${what}`, 'install them with the package tool of your distribution')
  }
  const names = await packageNames()
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...names]
  const asRoot = process.geteuid?.() === 0
  if (!asRoot && !(await succeeds('sudo', ['-n', 'true']))) {
    throw failure(`This system lacks ${what}`, `run: sudo ${install.join(' ')}`)
  }
  step(`Libraries: installing Debian packages for ${what}`)
  const installed = await aptInstall(asRoot ? [] : ['sudo', '-n'], names)
  const left = installed ? await findMissing(executable, needs) : missing
  if (left.length > 0) {
    throw failure(
      `These could not be installed: ${left.join(', ')}`,
      `run: ${asRoot ? '' : 'sudo '}${install.join(' ')}`,
    )
  }
}

/**
 * @param {string} executable
 * @param {{ virtualScreen: boolean, tests?: boolean }} needs
 */
async function findMissing(executable, { virtualScreen, tests = false }) {
  const loader = await run('ldd', [executable], { capture: true }).catch(() => undefined)
  const missing = loader ? missingLibraries(loader.stdout) : ['ldd']
  if (virtualScreen) {
    for (const program of ['Xvfb', 'xvfb-run', 'xauth']) {
      if (!onPath(program)) missing.push(program)
    }
  }
  if (tests) missing.push(...readers.filter((program) => !onPath(program)))
  const fonts = await run('fc-list', [':lang=zh', 'family'], { capture: true }).catch(() => undefined)
  if (!fonts?.stdout.trim()) missing.push('a Chinese font')
  return missing
}

/** Whether a program is on the PATH. */
export function onPath(/** @type {string} */ program) {
  return (process.env.PATH ?? '').split(':').some((folder) => folder && existsSync(`${folder}/${program}`))
}

/** Debian 13 and its contemporaries renamed some libraries when their time became 64 bit. */
async function packageNames() {
  await ensureLists()
  return Promise.all(
    packages.map(async (name) =>
      (await succeeds('apt-cache', ['show', '--no-all-versions', `${name}t64`])) ? `${name}t64` : name,
    ),
  )
}

async function ensureLists() {
  const lists = await readdir('/var/lib/apt/lists').catch(() => [])
  if (lists.some((name) => name.includes('_Packages'))) return
  const update = process.geteuid?.() === 0 ? ['apt-get', 'update'] : ['sudo', '-n', 'apt-get', 'update']
  await succeeds(String(update[0]), update.slice(1))
}

/**
 * @param {string[]} prefix
 * @param {string[]} names
 */
async function aptInstall(prefix, names) {
  const apt = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    '-q',
  ]
  const attempt = async (/** @type {string[]} */ args) =>
    run(String(apt[0]), [...apt.slice(1), ...args], { capture: true })
  const install = ['install', '-y', '--no-install-recommends', ...names]
  if ((await attempt(install)).code === 0) return true
  // Lists that are too old name files the mirrors no longer have.
  await attempt(['update'])
  const second = await attempt(install)
  if (second.code !== 0) process.stderr.write(second.stderr)
  return second.code === 0
}
