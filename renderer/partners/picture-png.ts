/** The most a picture may weigh on its way to the clipboard, in characters of base64. */
const most = 900_000

/** Draws an SVG document as a PNG, in base64; twice as fine where that is light enough, `null` where nothing is. */
export async function pngOf(svg: string): Promise<string | null> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  try {
    await image.decode()
  } catch {
    return null
  }
  for (const scale of [2, 1, 0.5]) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(image.naturalWidth * scale)
    canvas.height = Math.round(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const png = canvas.toDataURL('image/png').split(',')[1] ?? ''
    if (png !== '' && png.length <= most) {
      return png
    }
  }
  return null
}
