/** The colours a tag of the user's own can have, by the name of Fluent's palette; a tag's name always stands beside it. */
export const tagColours = [
  'cranberry',
  'pumpkin',
  'marigold',
  'gold',
  'forest',
  'seafoam',
  'teal',
  'blue',
  'royalBlue',
  'lavender',
  'magenta',
  'anchor',
] as const

/** One of {@link tagColours}. */
export type TagColour = (typeof tagColours)[number]
