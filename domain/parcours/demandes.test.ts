import type { DateCivile } from '../calendrier/dates';
import type { Evenement } from '../faits/evenements';
import { appliquer, memoriserRemise } from './appliquer';
import { accord, entree, parcours, partie } from './de-test/parcours';
import type { EtatParcours } from './parcours';
import { situer } from './situer';

const FAUX = 'PRIME_DERNIER_MOIS_2026-01-24_v3';

/** What leaves on a day: where the letter and its rectification stand after it, and the tasks that the latter brings. */
function passe(etat: EtatParcours, jour: string) {
  const maintenant = `${jour}T09:00:00.000Z`;
  const { reponse } = situer({ etat, enCours: [], maintenant }, { envoi: 'immediat' });
  appliquer(etat, reponse, etat.recus.length);
  for (const courrier of reponse.dus) memoriserRemise(etat, { courrier, issue: { statut: 'PARTI', le: maintenant } });
  const statutDe = (code: string) => Object.values(etat.courriers).find((c) => c.code === code)?.statut;
  return {
    statuts: [statutDe('PRIME_DERNIER_MOIS'), statutDe('RECTIFICATION')],
    taches: reponse.taches.filter(({ cle }) => cle.includes('RECTIFICATION')),
  };
}

it('un emploi trouvé une fois la lettre rectifiée ne rend pas fausse sa rectification, ni ce jour ni ensuite', () => {
  const emploi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2026-02-16' } as Evenement;
  const etat = parcours([accord, entree('cdi', { evenement: emploi })]);
  etat.version = 4;
  etat.courriers = {
    ...partie('PRIME_DERNIER_MOIS', '2026-01-24', {
      ...{ date: '2025-12-24' as DateCivile, dit: '2026-01-04', statut: 'RECTIFIE', rectification: FAUX },
    }),
    ...partie('RECTIFICATION', FAUX, { date: '2026-01-05' as DateCivile, le: '2026-01-05T08:00:00.000Z', dit: '' }),
  };
  for (const jour of ['2026-02-17', '2026-02-18', '2026-02-19'])
    expect(passe(etat, jour)).toEqual({ statuts: ['RECTIFIE', 'PARTI'], taches: [] });
});
