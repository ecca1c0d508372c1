import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Dismiss12Regular } from '@fluentui/react-icons/svg/dismiss'
import { useTranslation } from 'react-i18next'
import type { TagColour } from '#shared/domain/tag-colours.ts'
import type { ViewValue } from '#shared/protocol.ts'

/** A tag of the user's own. */
export type OwnTag = Pick<ViewValue<'tag.list'>[number], 'id' | 'name' | 'colour'>

/** The look of each colour of tags. */
export const useTagColours = makeStyles({
  cranberry: {
    backgroundColor: tokens.colorPaletteCranberryBackground2,
    color: tokens.colorPaletteCranberryForeground2,
  },
  pumpkin: {
    backgroundColor: tokens.colorPalettePumpkinBackground2,
    color: tokens.colorPalettePumpkinForeground2,
  },
  marigold: {
    backgroundColor: tokens.colorPaletteMarigoldBackground2,
    color: tokens.colorPaletteMarigoldForeground2,
  },
  gold: { backgroundColor: tokens.colorPaletteGoldBackground2, color: tokens.colorPaletteGoldForeground2 },
  forest: {
    backgroundColor: tokens.colorPaletteForestBackground2,
    color: tokens.colorPaletteForestForeground2,
  },
  seafoam: {
    backgroundColor: tokens.colorPaletteSeafoamBackground2,
    color: tokens.colorPaletteSeafoamForeground2,
  },
  teal: { backgroundColor: tokens.colorPaletteTealBackground2, color: tokens.colorPaletteTealForeground2 },
  blue: { backgroundColor: tokens.colorPaletteBlueBackground2, color: tokens.colorPaletteBlueForeground2 },
  royalBlue: {
    backgroundColor: tokens.colorPaletteRoyalBlueBackground2,
    color: tokens.colorPaletteRoyalBlueForeground2,
  },
  lavender: {
    backgroundColor: tokens.colorPaletteLavenderBackground2,
    color: tokens.colorPaletteLavenderForeground2,
  },
  magenta: {
    backgroundColor: tokens.colorPaletteMagentaBackground2,
    color: tokens.colorPaletteMagentaForeground2,
  },
  anchor: {
    backgroundColor: tokens.colorPaletteAnchorBackground2,
    color: tokens.colorPaletteAnchorForeground2,
  },
} satisfies { readonly [C in TagColour]: object })

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    minWidth: 0,
    maxWidth: '180px',
    height: '20px',
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
    flexShrink: 0,
    verticalAlign: 'middle',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  remove: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '20px',
    height: '20px',
    marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { outline: '1px solid currentcolor' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, overflow: 'hidden' },
  wrapped: { flexWrap: 'wrap', overflow: 'visible' },
  shrinking: { flexShrink: 1 },
  more: { flexShrink: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

type TagChipProps = {
  readonly tag: OwnTag
  /** Says that it gives way where the room is small. */
  readonly isShrinking?: boolean
  readonly onRemove?: (() => void) | undefined
}

/** A tag by its name, on its colour. */
export function TagChip({ tag, isShrinking = false, onRemove }: TagChipProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const colours = useTagColours()
  const label = t('own.tags.takeOff', { name: tag.name })
  return (
    <span className={mergeClasses(styles.chip, colours[tag.colour], isShrinking && styles.shrinking)}>
      <span className={styles.name} title={tag.name}>
        {tag.name}
      </span>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={label} title={label} onClick={onRemove}>
          <Dismiss12Regular aria-hidden />
        </button>
      )}
    </span>
  )
}

type TagChipsProps = {
  readonly tags: readonly OwnTag[]
  /** Says that they may take several lines. */
  readonly isWrapped?: boolean
  readonly onRemove?: (tag: OwnTag) => void
}

/** How many tags a single line names before it only counts. */
const namedTags = 2

/** Several tags: on as many lines as they need, or on one line that names the first and counts the rest. */
export function TagChips({ tags, isWrapped = false, onRemove }: TagChipsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const shown = isWrapped ? tags : tags.slice(0, namedTags)
  const more = tags.length - shown.length
  return (
    <span className={mergeClasses(styles.row, isWrapped && styles.wrapped)}>
      {shown.map((tag) => (
        <TagChip
          key={tag.id}
          tag={tag}
          isShrinking={!isWrapped}
          onRemove={onRemove === undefined ? undefined : () => onRemove(tag)}
        />
      ))}
      {more > 0 && <span className={styles.more}>{t('own.tags.more', { rest: more })}</span>}
    </span>
  )
}
