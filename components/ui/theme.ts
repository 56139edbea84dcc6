import { createTheme, type MantineColorsTuple } from '@mantine/core';

const navy: MantineColorsTuple = [
  '#eef3fa',
  '#dbe4f0',
  '#b4c7e1',
  '#8aa9d2',
  '#678fc5',
  '#517fbe',
  '#4577bb',
  '#3665a5',
  '#2a558e',
  '#1d4577',
];

/** Mantine's dark greys, cooled to the hue of the primary colour. */
const slate: MantineColorsTuple = [
  '#d5dae2',
  '#c0c7d2',
  '#a3adbb',
  '#79838f',
  '#424b58',
  '#363d48',
  '#262c35',
  '#1c2027',
  '#171a20',
  '#101318',
];

/** Calm and dense: one colour, small radii, the system's own letters (they have ә, ғ, қ, ң, ө, ұ, ү, һ, і and ‘). */
export const theme = createTheme({
  colors: { navy, dark: slate },
  primaryColor: 'navy',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'sm',
  fontFamily: "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
});
