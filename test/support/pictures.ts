import { PNG } from 'pngjs'

/** A PNG of one colour with a lighter band, as a company's logo might be. */
export function logoPng(width = 120, height = 40): Buffer {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) {
    png.data.set(at < png.data.length / 2 ? [15, 108, 189, 255] : [98, 171, 245, 255], at)
  }
  return PNG.sync.write(png)
}

/** The smallest JPEG: one pixel, progressive. */
export const onePixelJpeg = Buffer.concat([
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  ),
  Buffer.from([0xff, 0xd9]),
])
