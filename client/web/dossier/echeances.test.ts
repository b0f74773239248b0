import { dateCivile } from '../../../domain/calendrier/dates';
import { cdi, finContrat } from '../../../domain/droit/regles/de-test/scenario';
import type { Evenement } from '../../../domain/faits/evenements';
import { accord, entree, parcours } from '../../../domain/parcours/de-test/parcours';
import { details } from '../../../domain/parcours/details';
import { situer } from '../../../domain/parcours/situer';
import { bornes } from '../../cli/dire-apercu';
import { partieEcheances, periode } from './echeances';

const jour = dateCivile('2025-12-20');
const fait = (id: string, evenement: object) => entree(id, { evenement: evenement as Evenement });
const { situation } = situer(
  {
    etat: parcours([accord, fait('cdi', cdi('2025-11-03')), fait('rupture', finContrat('2025-12-12'))]),
    enCours: [],
    maintenant: `${jour}T12:00:00.000Z`,
  },
  { envoi: 'immediat' },
);
const RESERVE = ' (à confirmer par France Travail)';

describe('une date qui repose sur un doute est dite à confirmer partout où elle s’écrit', () => {
  const douteuses = situation.echeances.filter(({ aConfirmer }) => aConfirmer);

  it('page du dossier, ligne de commande, interface de Temporal', () => {
    const page = String(
      partieEcheances({ dates: situation.echeances, prochaine: situation.prochaine, aujourdhui: jour }).contenu,
    );
    const moteur = details(situation, null, []);
    expect(douteuses).toHaveLength(3);
    for (const e of douteuses) {
      expect(page).toContain(periode(e));
      expect(periode(e)).toMatch(/\d \(à confirmer par France Travail\)$/);
      expect(bornes(e)).toContain(RESERVE);
    }
    expect(page.split(RESERVE)).toHaveLength(douteuses.length + 1);
    expect(page).not.toMatch(/class="date">[^<]*confirmer/);
    expect(moteur.split(RESERVE)).toHaveLength(douteuses.length + 1);
  });
  it('et elle seule', () => {
    const sures = situation.echeances.filter(({ aConfirmer }) => !aConfirmer);
    for (const e of sures) expect(periode(e) + bornes(e)).not.toContain('confirmer');
  });
});
