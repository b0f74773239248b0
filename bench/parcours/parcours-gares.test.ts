import { dateCivile } from '../../domain/calendrier/dates';
import { etatInitial } from '../../domain/parcours/etat-initial';
import type { ModeEnvoi } from '../../domain/parcours/parcours';
import { situer } from '../../domain/parcours/situer';
import { type Repris, repriseAuCalme, repriseAuTerme } from './parcours-gares';

function passer({ dossier, dateReprise, evenements }: Repris, maintenant: string, envoi: ModeEnvoi) {
  const journal = evenements.map((evenement, i) => ({
    ...{
      id: `ouverture-${i}`,
      acte: 'consigner' as const,
      auteur: 'bench',
      enregistreLe: maintenant,
      ouverture: true as const,
    },
    evenement,
  }));
  const etat = etatInitial({ numero: '2026-000001-05', agence: 'a', referent: 'r', dossier, dateReprise, journal });
  return situer({ etat, enCours: [], maintenant }, { envoi }).reponse;
}

const MOIS = ['2026-01-14', '2026-05-04', '2026-08-31', '2026-11-30'];

it.each(MOIS)(
  'ouvert le %s, un parcours repris au calme n’a rien à écrire, et dort au moins jusqu’à minuit',
  (jour) => {
    const maintenant = `${jour}T10:00:00.000Z`;
    const { dus, prochain, attributs } = passer(repriseAuCalme(dateCivile(jour)), maintenant, 'immediat');
    expect({ dus, etape: attributs.etape }).toEqual({ dus: [], etape: 'EN_CSP' });
    expect(prochain!.quand > `${jour}T21:30:00.000Z`).toBe(true);
  },
);

it('la veille du terme, un parcours repris attend minuit, où une seule lettre est due', () => {
  const minuit = '2026-03-24T23:00:00.000Z';
  const veille = passer(repriseAuTerme, '2026-03-24T11:00:00.000Z', 'immediat');
  expect({ dus: veille.dus, quand: veille.prochain?.quand }).toEqual({ dus: [], quand: minuit });
  const terme = passer(repriseAuTerme, minuit, 'immediat');
  expect(terme.attributs.etape).toBe('TERMINE');
  expect(terme.dus.map(({ code }) => code)).toEqual(['C14_CESSATION_INSCRIPTION']);
  expect(passer(repriseAuTerme, minuit, 'fenetre').dus).toEqual([]);
});
