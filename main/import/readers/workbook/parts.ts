import { AppError } from '#main/ipc/app-error.ts'
import type { XmlHandler } from './xml.ts'
import { readAllXml } from './xml.ts'
import type { Archive } from './zip.ts'
import { damaged } from './zip.ts'

/** The most shared strings a workbook may have, and the most characters they may hold together (security C41). */
export const stringLimits = { strings: 500_000, characters: 64 * 1024 * 1024 } as const

/** A sheet the user can see. */
export type Sheet = { readonly name: string; readonly path: string }

/** What a workbook says of itself: its visible sheets with rows, and how it counts days. */
export type Workbook = { readonly sheets: readonly Sheet[]; readonly dateSystem: '1900' | '1904' }

/** Reads `workbook.xml`; hidden sheets and charts are left out. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>()
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target, Type, TargetMode }) => {
      if (name === 'Relationship' && TargetMode !== 'External' && Type?.endsWith('/worksheet') === true) {
        targets.set(Id ?? '', pathOf(Target ?? ''))
      }
    },
  })
  const sheets: Sheet[] = []
  let dateSystem: Workbook['dateSystem'] = '1900'
  await readPart(archive, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(1|true|on)$/.test(attributes['date1904'] ?? '')) {
        dateSystem = '1904'
      }
      const isVisible = (attributes['state'] ?? 'visible') === 'visible'
      const path = targets.get(relationOf(attributes))
      if (name === 'sheet' && isVisible && path !== undefined && archive.has(path)) {
        sheets.push({ name: attributes['name'] ?? '', path })
      }
    },
  })
  return { sheets, dateSystem }
}

/** Reads a part to its end; a workbook may do without most of them. */
async function readPart(archive: Archive, path: string, handler: XmlHandler): Promise<void> {
  if (archive.has(path)) {
    await readAllXml(archive.read(path), handler)
  }
}

function relationOf(attributes: { readonly [name: string]: string }): string {
  const key = Object.keys(attributes).find((name) => name === 'id' || name.endsWith(':id'))
  return key === undefined ? '' : (attributes[key] ?? '')
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** Reads the shared strings, formatting and pronunciation left aside. @throws AppError `FILE_LIMIT`. */
export async function readSharedStrings(archive: Archive): Promise<readonly string[]> {
  const strings: string[] = []
  let characters = 0
  let current = ''
  let isText = false
  let inPronunciation = false
  await readPart(archive, 'xl/sharedStrings.xml', {
    open: (name) => {
      inPronunciation ||= name === 'rPh'
      isText = name === 't'
    },
    text: (text) => {
      if (isText && !inPronunciation) {
        current += text
      }
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') {
        inPronunciation = false
      } else if (name === 'si') {
        strings.push(current)
        characters += current.length
        current = ''
        if (strings.length > stringLimits.strings || characters > stringLimits.characters) {
          throw new AppError('FILE_LIMIT', 'the workbook holds too much text', {
            of: 'strings',
            limit: stringLimits.strings,
          })
        }
      }
    },
  })
  return strings
}

/** Reads which cell styles show a number as a date, by position in `cellXfs`. */
export async function readDateStyles(archive: Archive): Promise<readonly boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCellStyles = false
  await readPart(archive, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        custom.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''))
      } else if (name === 'cellXfs') {
        inCellStyles = true
      } else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0)
        styles.push(custom.get(id) ?? isBuiltInDate(id))
        if (styles.length > 65_536) {
          throw damaged('the workbook has too many styles')
        }
      }
    },
    close: (name) => {
      inCellStyles &&= name !== 'cellXfs'
    },
  })
  return styles
}

/** The number formats without a definition that show a day, the Chinese ones among them (ECMA-376 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

function isDateFormat(code: string): boolean {
  // Texts, colours, conditions and the language tag in brackets are no parts of a date.
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yd]/i.test(bare)
}
