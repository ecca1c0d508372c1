import { toBuffer, toString } from 'qrcode'

/** Modules of white around a code, as the standard asks for. */
const quietZone = 4

/** Draws a link as a QR code, byte for byte, as a PNG of about 600 pixels. */
export async function qrPng(link: string): Promise<Uint8Array> {
  return new Uint8Array(
    await toBuffer(link, { type: 'png', errorCorrectionLevel: 'M', margin: quietZone, width: 600 }),
  )
}

/** Draws a link as a QR code, byte for byte, as an SVG document that scales to any size. */
export async function qrSvg(link: string): Promise<string> {
  return toString(link, { type: 'svg', errorCorrectionLevel: 'M', margin: quietZone })
}
