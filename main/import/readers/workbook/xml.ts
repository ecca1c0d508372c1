import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { AppError } from '#main/ipc/app-error.ts'
import { damaged } from './zip.ts'

/** Told of an XML text in its order; names come without their namespace prefix. */
export type XmlHandler = {
  readonly open?: (name: string, attributes: { readonly [name: string]: string }) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Deeper than any part of a workbook. */
const maxDepth = 64

/**
 * Reads XML as it comes, and gives a turn after each piece. No document type is read, so there are no entities but
 * XML's own five, and nothing is ever fetched (security C42).
 * @throws AppError `FILE_DAMAGED`.
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ xmlns: false })
  let depth = 0
  parser.on('doctype', () => {
    throw damaged('the workbook has a document type')
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') {
      throw damaged('the workbook is not in UTF-8')
    }
  })
  parser.on('error', (error) => {
    throw damaged(error.message)
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > maxDepth) {
      throw damaged('the workbook is nested too deeply')
    }
    handler.open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handler.close?.(local(name))
  })
  const { text } = handler
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  try {
    for await (const chunk of chunks) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode())
    parser.close()
    yield
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : damaged('not well-formed XML in UTF-8')
  }
}

/** Reads XML to its end. */
export async function readAllXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const turns = readXml(chunks, handler)
  while ((await turns.next()).done !== true) {
    // What is read goes to the handler.
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
