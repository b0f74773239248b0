import { demarrerWeb } from '../../client/local/serveur-web';
import { connecter } from '../../client/temporal';
import { lireReglages } from '../../commun/reglages';
import { ouvrirRegistre } from '../../registre';

/** The web tool in a process of its own, over the register and the engine of a bench; it tells when it answers. */
async function main(): Promise<void> {
  const reglages = lireReglages();
  const registre = ouvrirRegistre(reglages.registre.url!);
  await demarrerWeb(reglages, { registre, temporal: await connecter(reglages) }, null, console.error);
  process.on('disconnect', () => process.exit(0));
  process.send?.('pret');
}

void main();
