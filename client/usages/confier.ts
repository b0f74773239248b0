import type { Numero } from '../../domain/dossier/numero';
import { confierDossiers, type DossiersConfies, type Registre } from '../../registre';
import { Refus } from './commun/refus';

/**
 * Gives one dossier, several, or all those of a counsellor to another one, and to her agency.
 * @returns those that changed hands
 * @throws Refus REFERENT_INCONNU, DOSSIER_INCONNU; nothing is then changed
 */
export async function confier(
  registre: Registre,
  quoi: DossiersConfies,
  qui: { a: string; auteur: string },
  maintenant: Date,
): Promise<Numero[]> {
  const suite = await confierDossiers(registre, quoi, qui, maintenant);
  switch (suite.suite) {
    case 'CONFIES':
      return suite.numeros;
    case 'REFERENT_INCONNU':
      throw Refus.de(`REFERENT_INCONNU:${suite.inconnu}`);
    case 'DOSSIER_INCONNU':
      throw new Refus(
        Refus.de('DOSSIER_INCONNU').erreurs.map(({ code, phrase }) => ({
          code,
          phrase: `${phrase.replace(/\.$/, '')} : ${suite.inconnus.join(', ')}.`,
        })),
      );
  }
}
