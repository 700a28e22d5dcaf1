import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from '@mantine/core';

/** Ink teal: calm beside the printed page, and never mistaken for the red of a warning. */
const ink: MantineColorsTuple = [
  '#edf7f8',
  '#dcecef',
  '#b5d8de',
  '#8bc3cd',
  '#68b0bd',
  '#4b9cab',
  '#2f8293',
  '#1a6a7b',
  '#115766',
  '#0b4550',
];

/** Greys of the dark scheme, with a breath of the accent in them. */
const dark: MantineColorsTuple = [
  '#d3dadd',
  '#b6bfc4',
  '#8d989f',
  '#66727a',
  '#434e55',
  '#343e45',
  '#273036',
  '#1b2227',
  '#161c20',
  '#10161a',
];

const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#f0f3f4',
  '#e6eaec',
  '#d9dfe2',
  '#c6ced2',
  '#8f9ba2',
  '#647178',
  '#556168',
  '#384349',
  '#20292e',
];

/** What the widgets themselves say to screen readers. */
export interface WidgetLabels {
  readonly close: string;
  readonly showPassword: string;
}

/** One look for the whole application: an accent, a type scale, a radius, a spacing scale. */
export function toTheme(labels: WidgetLabels): MantineThemeOverride {
  const closeButtonProps = { 'aria-label': labels.close };
  return createTheme({
    colors: { ink, dark, gray },
    primaryColor: 'ink',
    primaryShade: { light: 7, dark: 7 },
    fontFamily:
      "'Segoe UI', -apple-system, Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
    headings: {
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.625rem', lineHeight: '1.25' },
        h2: { fontSize: '1.25rem', lineHeight: '1.3' },
        h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
      },
    },
    defaultRadius: 'md',
    radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
    cursorType: 'pointer',
    respectReducedMotion: true,
    focusRing: 'auto',
    components: {
      Modal: {
        defaultProps: {
          closeButtonProps,
          centered: true,
          radius: 'lg',
          padding: 'lg',
          styles: { title: { fontSize: '1.0625rem', fontWeight: 650 } },
          overlayProps: { backgroundOpacity: 0.35, blur: 1 },
          transitionProps: { duration: 120 },
        },
      },
      // A name says what is awaited; without a role it may not have one.
      Loader: { defaultProps: { role: 'img' } },
      Notification: { defaultProps: { closeButtonProps } },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': labels.showPassword } },
      },
      Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    },
  });
}
