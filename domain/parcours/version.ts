/** Version of the rules as coded, kept with every recorded decision. Raised whenever an answer of `situer` may change. */
export const versionDomaine = '1.5.0';
