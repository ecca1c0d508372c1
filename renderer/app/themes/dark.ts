/** The tokens of this theme, in a file of their own: the window loads the one it wears. */
export { webDarkTheme as theme } from '@fluentui/react-components'
