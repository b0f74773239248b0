// biome-ignore-all lint/style/useNodejsImportProtocol: an old Node must be able to parse this file
import { SourceMap } from 'module';

/**
 * What gives `Error.prepareStackTrace` for a script of assembler.mjs: stacks say where our sources stand. The map is read at the first
 * stack that someone reads: read by Node with the script, it is an eighth of a start that mostly has none to show.
 * @param script with its map at its end, inline
 * @param entree the file name under which it was compiled
 */
export function nommerSources(script, entree) {
  let plan = null;
  const lirePlan = () => new SourceMap(JSON.parse(Buffer.from(script.slice(script.lastIndexOf(',') + 1), 'base64')));
  const situer = (appel) => {
    const [ligne, colonne] = [appel.getLineNumber(), appel.getColumnNumber()];
    if (appel.getFileName() !== entree || ligne === null) return String(appel);
    plan = plan || lirePlan();
    const { originalSource, originalLine, originalColumn } = plan.findEntry(ligne - 1, colonne - 1);
    if (originalSource === undefined) return String(appel);
    const source = `${plan.payload.sourceRoot}${originalSource}:${originalLine + 1}:${originalColumn + 1}`;
    return String(appel).replace(`${entree}:${ligne}:${colonne}`, source);
  };
  return (erreur, appels) => [Error.prototype.toString.call(erreur), ...appels.map(situer)].join('\n    at ');
}
