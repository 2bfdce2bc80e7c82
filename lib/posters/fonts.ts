/** The faces that posters name; the page brings them (look: Archivo and Brygada 1918). Every line carries its own length. */
export const BLOCK_FONTS = '"Archivo Variable", "Arial Narrow", Arial, sans-serif';
export const SERIF_FONTS =
  '"Brygada 1918 Variable", Georgia, "Hiragino Mincho ProN", "Noto Serif CJK JP", serif';
