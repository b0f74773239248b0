/** Where Unicode draws what control characters are: `␀` for NUL. */
const DESSINS = 0x2400;
const EFFACE = '\u2421';
/** What is drawn for a control of the second set, which has no drawing of its own. */
const AUTRE = '\u241a';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is shown
const CONTROLES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

/** A text for a terminal: control characters are drawn, each as one, never obeyed nor hidden. Ends of lines stay. */
export const visible = (texte: string): string =>
  texte.replace(CONTROLES, (controle) => {
    const code = controle.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(DESSINS + code);
    return code === 0x7f ? EFFACE : AUTRE;
  });
