/**
 * Version of the rules as coded, kept with every recorded decision. Raised whenever an answer of `situer` may change: what is decided about
 * the examples is kept beside it (`version.empreintes.json`), and a test fails when they disagree (`npm run epreuve -- version`).
 */
export const versionDomaine = '1.20.0';
