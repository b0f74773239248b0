import { dateCivile } from '../calendrier/dates';
import { accord, parcours } from './de-test/parcours';
import type { MemoireCourrier } from './parcours';
import { situer } from './situer';

/** Letters that left under the first reading of the law, each with what it stated. */
const parti = (code: string, destinataire: MemoireCourrier['destinataire'], base: string): MemoireCourrier => ({
  code,
  destinataire,
  base,
  date: dateCivile(base.slice(0, 10)),
  statut: 'PARTI',
  le: `${base.slice(0, 10)}T08:00:00.000Z`,
  tentatives: 1,
  dit: '',
});

const situerAvec = (dossier: object, memoires: MemoireCourrier[], maintenant: string) => {
  const etat = parcours([accord], dossier);
  const courriers = Object.fromEntries(
    memoires.map((m) => [`${etat.numero}/${m.code}/${m.destinataire}/${m.base}`, m]),
  );
  return situer({ etat: { ...etat, version: 3, courriers }, enCours: [], maintenant }, { envoi: 'immediat' });
};

describe('ce que la seconde lecture du droit change à un parcours ouvert avant elle', () => {
  it('une contribution annoncée à un employeur qui ne doit rien se rectifie (R9)', () => {
    const c10 = parti('C10_CONTRIBUTION', 'EMPLOYEUR', '2025-03-25');
    const adhesion = { ...parti('C04_ADHESION', 'EMPLOYEUR', '2025-03-10'), dit: '2025-03-24|2025-03-25' };
    const { reponse, situation } = situerAvec({ ancienneteMois: 11 }, [c10, adhesion], '2025-04-03T10:00:00.000Z');
    const dus = reponse.dus.filter(({ destinataire }) => destinataire === 'EMPLOYEUR').map(({ code }) => code);
    expect(dus).toContain('RECTIFICATION');
    expect(situation.courriers.find(({ code }) => code === 'C10_CONTRIBUTION')?.statut).toBe('RECTIFIE');
  });
  it('la fenêtre du bilan s’ouvre un mois plus tôt, sans que le règlement change de nom (R22)', () => {
    const { situation } = situerAvec({ dateRemise: '2025-03-03' }, [], '2025-04-03T10:00:00.000Z');
    expect([situation.resultat.reglement, situation.resultat.bilan?.debut]).toEqual(['csp-2015-v2021', '2026-01-25']);
  });
  it('un parcours ouvert par sa date garde le règlement d’alors, sans alerte ni doute nouveaux (R3)', () => {
    const etat = parcours([], { dateRemise: '2025-05-05' });
    const { situation } = situer(
      { etat: { ...etat, version: 3 }, enCours: [], maintenant: '2025-05-06T10:00:00.000Z' },
      { envoi: 'immediat' },
    );
    expect([situation.resultat.reglement, situation.alertes]).toEqual(['csp-2015-v2021', []]);
  });
  it('un délai qui finit un jour non ouvré ne devient un refus qu’après le jour ouvré suivant (R8)', () => {
    const etat = parcours([], { dateRemise: '2025-04-10' });
    const le = (jour: string) =>
      situer({ etat, enCours: [], maintenant: `${jour}T10:00:00.000Z` }, { envoi: 'immediat' }).situation.etat;
    expect([le('2025-05-01'), le('2025-05-02'), le('2025-05-03')]).toEqual(['EN_REFLEXION', 'EN_REFLEXION', 'REFUSE']);
  });
});
