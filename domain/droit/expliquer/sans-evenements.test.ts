import type { Dossier } from '../../dossier/dossier';
import type { Evenement } from '../../faits/evenements';
import { calculer, evaluer } from '../calculer';
import { ACCEPTATION, cdd, cdi, finContrat, le, maladie, OUVERTURE } from '../regles/de-test/scenario';
import { type Explication, expliquer } from '.';
import { tous } from './de-test/scenarios';
import { verifier } from './de-test/verifier';

describe('sans les évènements', () => {
  const sans = ({ dossier, evenements, surcharge }: { dossier: object; evenements: object[]; surcharge?: object }) =>
    expliquer(evaluer(dossier as Dossier, evenements as Evenement[], { surcharge: surcharge ?? {} }), { dossier });
  const accepte = (evenements: object[]) => sans({ dossier: OUVERTURE, evenements: [ACCEPTATION, ...evenements] });
  const phrases = (explications: Explication[], debut: string) =>
    Object.fromEntries(explications.filter(({ cle }) => cle.startsWith(debut)).map(({ cle, phrase }) => [cle, phrase]));

  it.each(tous.filter(({ scenario }) => calculer(scenario).valide))('$id : tout se dit encore', ({ scenario }) => {
    const dites = sans({ evenements: [], ...(scenario as { dossier: object }) });
    verifier(dites);
    expect(dites.flatMap(({ entrees }) => entrees).filter((e) => e.nom.startsWith('evenements') && e.valeur)).toEqual(
      [],
    );
  });
  it('un emploi n’a que son identifiant', () => {
    const dites = accepte([
      le('PSP_VALIDE', '2025-04-28'),
      cdi('2025-06-02', { contratId: 'a' }),
      finContrat('2025-07-31', 'RUPTURE_ESSAI', 'a'),
      le('DEMANDE_PRIME', '2025-06-10', { contratId: 'a' }),
      cdi('2026-02-02', { contratId: 'b', remunerationInferieure: true }),
    ]);
    expect(phrases(dites, 'primes.a')).toEqual({
      'primes.a.refus':
        'Embauche dans le délai, ancienneté suffisante et plan d’action validé quand il est exigé : aucun motif de refus.',
      'primes.a.limiteDemande': '30 jours après l’embauche.',
      'primes.a.statut': 'Aucun motif de refus et une demande faite au plus tard le 02/07/2025.',
      'primes.a.premierVersement': 'Au plus tôt le lendemain de l’embauche, pour la première moitié.',
    });
    expect(phrases(dites, 'primes.b.refus')).toEqual({
      'primes.b.refus': 'Prime refusée : embauche après la fin du 10e mois (24/01/2026).',
    });
    expect(phrases(dites, 'idr')).toEqual({
      'idr.b':
        'Embauche avant le terme initial, le 24/03/2026, moins bien rémunérée : indemnité possible 12 mois au plus, jusqu’au 01/02/2027.',
    });
    expect(phrases(dites, 'reintegrations')).toEqual({
      'reintegrations.a': 'Essai du contrat a rompu : retour dans le CSP le lendemain, le 01/08/2025.',
    });
    const primes = dites.filter(({ cle }) => /^(primes|idr|reintegrations)/.test(cle));
    expect(primes.find(({ cle }) => cle === 'primes.a.statut')!.libelle).toBe('Statut de la prime (contrat a)');
    for (const e of primes) expect(e.entrees.filter(({ nom }) => nom.startsWith('evenements'))).toEqual([]);
  });
  it('une sortie n’a que sa date', () => {
    expect(phrases(accepte([cdd('2025-09-01', '2026-02-28')]), 'motifFin')).toEqual({
      motifFin:
        'Un contrat d’au moins 6 mois (contrat commencé le 01/09/2025) met fin au CSP la veille de l’embauche, le 31/08/2025.',
    });
    const [alerte] = accepte([cdi('2025-09-01'), finContrat('2029-01-01')]).filter(({ cle }) =>
      cle.startsWith('alertes'),
    );
    expect(alerte!.phrase).toBe('L’essai est rompu, trop tard pour revenir avant le terme : la sortie demeure.');
    expect(alerte!.entrees.map(({ nom }) => nom)).toEqual(['terme', 'dateFinCsp', 'essaiRompuReintegre']);
  });
  it('des congés n’ont que leur nombre', () => {
    expect(phrases(accepte([{ type: 'CONGES', debut: '2025-08-01', fin: '2025-08-10' }]), 'conges.joursPris')).toEqual({
      'conges.joursPris': '10 jours de calendrier, dans le CSP, un même jour comptant une fois.',
    });
  });
  it('un fait rejeté n’a que son rang', () => {
    const dites = accepte([
      cdi('2025-09-15', { essaiJusquau: '2025-10-15' }),
      cdi('2025-10-01'),
      finContrat('2025-09-01'),
      finContrat('2025-10-20'),
      le('DEMANDE_PRIME', '2025-09-01', { contratId: 'c' }),
      maladie('2025-01-06', '2025-01-07'),
    ]).filter(({ cle }) => cle.startsWith('rejets'));
    expect(dites.map(({ phrase }) => phrase)).toEqual([
      'L’évènement n° 3 : ce fait porte l’identifiant d’un contrat déjà enregistré.',
      'L’évènement n° 4 : ce fait tombe en dehors du contrat.',
      'L’évènement n° 5 : ce fait est postérieur à la fin de la période d’essai.',
      'L’évènement n° 6 : ce fait précède l’embauche.',
      'L’évènement n° 7 : ce fait précède le début du CSP, le 25/03/2025.',
    ]);
    expect(dites.map(({ entrees }) => entrees.filter(({ nom }) => nom.startsWith('evenements')))).toEqual(
      [2, 3, 4, 5, 6].map((i) => [{ nom: `evenements[${i}]`, libelle: `Évènement n° ${i + 1}`, valeur: null }]),
    );
  });
});
