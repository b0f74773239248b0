import ICAL from 'ical.js';
import { dateCivile as j } from '../domain/calendrier/dates';
import { rendreCalendrier } from './calendrier';
import { lire as lireLettre } from './de-test/lecture';
import { cspExemple, exemple, exemples } from './exemples';

const DOMAINE = 'jalon.example.org';

/** Its events, as a calendar shows them: whole days, the last one included. */
function lire(ics: string) {
  const calendrier = new ICAL.Component(ICAL.parse(ics));
  expect(calendrier.getFirstPropertyValue('method')).toBe('PUBLISH');
  return calendrier.getAllSubcomponents('vevent').map((vevent) => {
    const { uid, summary, startDate, endDate, sequence } = new ICAL.Event(vevent);
    expect([startDate.isDate, endDate.isDate]).toEqual([true, true]);
    expect(vevent.getAllSubcomponents('valarm')).toHaveLength(1);
    endDate.addDuration(new ICAL.Duration({ days: 1, isNegative: true }));
    return { uid, sequence, dit: `${startDate} ${endDate} ${summary.replaceAll('\u00a0', ' ')}` };
  });
}

const dates = (...args: Parameters<typeof exemple>) =>
  lire(rendreCalendrier(exemple(...args), DOMAINE)!).map((e) => e.dit);

const actualisations = [
  { mois: '2025-03', ouverture: j('2025-03-28'), cloture: j('2025-04-15') },
  { mois: '2025-04', ouverture: j('2025-04-28'), cloture: j('2025-05-15') },
];

describe('les quatre dates qui coûtent de l’argent', () => {
  it('répondre', () => {
    expect(dates('C01_PROPOSITION')).toEqual(['2025-03-24 2025-03-24 Dernier jour pour répondre']);
    expect(dates('C02_RAPPEL_REFLEXION')).toEqual(dates('C01_PROPOSITION'));
  });
  it('demander la prime', () => {
    for (const code of ['FIN_POUR_EMPLOI', 'C11_PRIME', 'C12_RAPPEL_PRIME'] as const)
      expect(dates(code)).toEqual(['2025-10-15 2025-10-15 Dernier jour pour demander la prime']);
  });
  it('se réinscrire, du lendemain au cinquième jour, ou à partir d’aujourd’hui', () => {
    const titre = 'Me réinscrire à France Travail, au plus tard le 28 avril 2026';
    expect(dates('C13_FIN_CSP')).toEqual([`2026-04-24 2026-04-28 ${titre}`]);
    expect(dates('C15_RAPPEL_REINSCRIPTION')).toEqual([`2026-04-26 2026-04-28 ${titre}`]);
  });
  it('s’actualiser, chaque mois du CSP, dès l’adhésion', () => {
    expect(dates('C04_ADHESION', 'BENEFICIAIRE', { resultat: { ...cspExemple, actualisations } })).toEqual([
      '2025-03-28 2025-03-28 M’actualiser à France Travail, au plus tard le 15 avril 2025',
      '2025-04-28 2025-04-28 M’actualiser à France Travail, au plus tard le 15 mai 2025',
    ]);
  });
  it('un salarié protégé a les siennes quand la décision qui les fixe est connue', () => {
    const connue = (decision: 'ACCEPTATION' | 'EN_ATTENTE' | 'AUTORISATION_REFUSEE') => {
      const { debutCsp: _, ...sansDebut } = cspExemple;
      const resultat = { ...(decision === 'ACCEPTATION' ? cspExemple : sansDebut), decision, actualisations };
      return rendreCalendrier(exemple('DECISION_INSPECTION', 'BENEFICIAIRE', { resultat }), DOMAINE);
    };
    expect(lire(connue('ACCEPTATION')!)).toHaveLength(2);
    expect(lire(connue('EN_ATTENTE')!).map((e) => e.dit)).toEqual(['2025-03-24 2025-03-24 Dernier jour pour répondre']);
    expect(connue('AUTORISATION_REFUSEE')).toBeNull();
  });
  it('s’actualiser jusqu’à la nouvelle fin, dite par sa lettre ou par la suspension qui la porte', () => {
    const resultat = { ...exemple('SUSPENSION').resultat, actualisations };
    const jour = j('2025-04-28');
    const changement = { termeAvant: j('2026-03-24'), termeApres: j('2026-04-14') };
    const suivante = ['2025-04-28 2025-04-28 M’actualiser à France Travail, au plus tard le 15 mai 2025'];
    for (const code of ['PROLONGATION', 'SUSPENSION'] as const)
      expect(dates(code, undefined, { jour, resultat, changement })).toEqual(suivante);
    expect(rendreCalendrier(exemple('SUSPENSION', undefined, { jour, resultat }), DOMAINE)).toBeNull();
  });
});

it('une suspension qui porte une nouvelle fin donne les actualisations qu’elle ajoute, comme la lettre de cette fin', () => {
  const resultat = { ...cspExemple, actualisations };
  const changement = { termeAvant: j('2026-03-24'), termeApres: j('2026-04-23') };
  const jour = j('2025-03-20');
  const prolongation = dates('PROLONGATION', 'BENEFICIAIRE', { resultat, jour });
  expect(prolongation).toHaveLength(2);
  expect(dates('SUSPENSION', undefined, { resultat, jour, changement })).toEqual(prolongation);
  expect(rendreCalendrier(exemple('SUSPENSION', undefined, { resultat, jour }), DOMAINE)).toBeNull();
});

it('une rectification déplace dans l’agenda la date du courrier qu’elle corrige', () => {
  const donnees = exemple('C13_FIN_CSP');
  const { reinscription, ...reste } = donnees.resultat;
  const limite = j('2026-05-05');
  const resultat = { ...reste, dateFinCsp: j('2026-04-30'), reinscription: { ...reinscription!, limite } };
  const rectifie = { donnees, partiLe: j('2026-04-16') };
  const varie = { jour: j('2026-04-20'), resultat, rectifie };
  expect(dates('RECTIFICATION', 'BENEFICIAIRE', varie)).toEqual([
    '2026-05-01 2026-05-05 Me réinscrire à France Travail, au plus tard le 5 mai 2026',
  ]);
  expect(rendreCalendrier(exemple('RECTIFICATION', 'EMPLOYEUR', varie), DOMAINE)).toBeNull();
});

it('une lettre qui en remplace une autre déplace aussi les dates que celle-ci avait mises, si elles tiennent encore', () => {
  const donnees = exemple('C13_FIN_CSP');
  const { reinscription, ...reste } = donnees.resultat;
  const resultat = {
    ...reste,
    actualisations: [{ mois: '2026-04', ouverture: j('2026-04-28'), cloture: j('2026-05-15') }],
    dateFinCsp: j('2026-04-30'),
    reinscription: { ...reinscription!, limite: j('2026-05-05') },
    courriers: [{ code: 'C13_FIN_CSP', destinataire: 'BENEFICIAIRE' as const, date: j('2026-04-23') }],
  };
  const varie = {
    jour: j('2026-04-20'),
    changement: { termeAvant: j('2026-04-23'), termeApres: j('2026-04-30') },
    remplace: [{ donnees, partiLe: j('2026-04-16') }],
  };
  const actualisation = '2026-04-28 2026-04-28 M’actualiser à France Travail, au plus tard le 15 mai 2026';
  expect(dates('SUSPENSION', undefined, { ...varie, resultat })).toEqual([
    actualisation,
    '2026-05-01 2026-05-05 Me réinscrire à France Travail, au plus tard le 5 mai 2026',
  ]);
  expect(lireLettre('SUSPENSION', undefined, { ...varie, resultat })).toContain(
    'met dans votre agenda vos actualisations, mois par mois, et les jours pour demander votre réinscription.',
  );
  expect(dates('SUSPENSION', undefined, { ...varie, resultat: { ...resultat, courriers: [] } })).toEqual([
    actualisation,
  ]);
});

it('un courrier réémis déplace la date, sous le même identifiant et une séquence plus grande', () => {
  const [avant] = lire(rendreCalendrier(exemple('C01_PROPOSITION'), DOMAINE)!);
  const { resultat } = exemple('C01_PROPOSITION');
  const corrige = { jour: j('2025-03-06'), resultat: { ...resultat, finReflexion: j('2025-03-26') } };
  const [apres] = lire(rendreCalendrier(exemple('C01_PROPOSITION', 'BENEFICIAIRE', corrige), DOMAINE)!);
  expect(apres!.uid).toBe(avant!.uid);
  expect(apres!.sequence).toBeGreaterThan(avant!.sequence);
  expect(apres!.dit).toContain('2025-03-26');
});

it('une date passée n’y est plus, ni rien pour l’employeur ; personne n’est nommé', () => {
  expect(
    rendreCalendrier(exemple('C14_CESSATION_INSCRIPTION', undefined, { jour: j('2026-05-02') }), DOMAINE),
  ).toBeNull();
  expect(rendreCalendrier(exemple('C04_ADHESION', 'EMPLOYEUR'), DOMAINE)).toBeNull();
  for (const d of exemples())
    expect(rendreCalendrier(d, DOMAINE) ?? '').not.toMatch(/Zoé|Lefèvre|Morel|2026-000123-07/);
});

it('l’e-mail dit ce que fait le fichier joint, quand il y en a un', () => {
  expect(lireLettre('C13_FIN_CSP')).toContain(
    'Le fichier joint à cet e-mail met dans votre agenda les jours pour demander votre réinscription.',
  );
  expect(lireLettre('C04_ADHESION', 'EMPLOYEUR')).not.toContain('agenda');
});
